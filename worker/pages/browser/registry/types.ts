import type { Session } from "../api.ts";

export type {
  CentreList,
  Issued,
  ListPlan,
  OfficeHistory,
  People,
  Registry,
} from "../../../../shared/wire/registry.ts";

/** Who looks at which province, and how the page is drawn anew. */
export interface Here {
  session: Session;
  province: string;
  redraw(): Promise<void>;
}
