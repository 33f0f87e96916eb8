import { HostError } from "../errors.ts";
import type { Model } from "./model.ts";

/** What Office.addin.showAsTaskpane() and hide() talk to in a shared runtime (docs: run-code-on-document-open, show-hide-add-in). */
export const appRuntimeService: Model<null> = {
  methods: {
    GetAppRuntimeState: (_, __, host) => (host.pane.visible ? "Visible" : "Background"),
    SetAppRuntimeState: (_, args, host) => {
      if (args[0] !== "Visible" && args[0] !== "Background") throw new HostError("InvalidArgument");
      host.pane.show(args[0] === "Visible");
      return null;
    },
  },
};

/** Where the library says, after onReady, that ribbon commands may come. */
export const addinInternalService: Model<null> = {
  methods: {
    NotifyActionHandlerReady: () => null,
  },
};
