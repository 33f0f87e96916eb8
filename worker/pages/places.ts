import type { PageWords } from "../../shared/words/pages.ts";

export interface Place {
  path: string;
  name: keyof PageWords["placeNames"];
  /** Who may work there; the page itself asks the collector, which decides. */
  roles: readonly ("office" | "district" | "province" | "department" | "auditor")[];
}

/** The pages of people who signed in, in the order of the way between them. */
export const PLACES: readonly Place[] = [
  { path: "/", name: "start", roles: ["office", "district", "province", "department", "auditor"] },
  { path: "/my", name: "work", roles: ["office", "district"] },
  { path: "/desk", name: "completeness", roles: ["district", "province", "department", "auditor"] },
  { path: "/desk/queue", name: "queue", roles: ["district", "province", "department", "auditor"] },
  { path: "/keying", name: "keying", roles: ["office", "district", "province"] },
  { path: "/intake", name: "intake", roles: ["district", "province"] },
];
