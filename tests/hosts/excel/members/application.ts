import type { Book } from "../book/book.ts";
import { HostError } from "../errors.ts";
import type { Model } from "./model.ts";

export const application: Model<Book> = {
  scalars: {
    CalculationMode: () => "Automatic",
  },
  methods: {
    // Only what is seen on the screen changes (docs: performance, suspendScreenUpdatingUntilNextSync).
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};

export const runtime: Model<Book> = {
  scalars: {
    EnableEvents: (_, host) => host.events.enabled,
  },
  setters: {
    EnableEvents: (_, value, host) => {
      if (typeof value !== "boolean") throw new HostError("InvalidArgument");
      host.events.enabled = value;
    },
  },
};
