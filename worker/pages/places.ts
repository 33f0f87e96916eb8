import type { PlaceName } from "../../shared/words/pages.ts";

export interface Place {
  path: string;
  name: PlaceName;
  /** Who may work there; the page itself asks the collector, which decides. */
  roles: readonly ("office" | "district" | "province" | "department" | "auditor")[];
}

/** The pages of people who signed in, in the order of the way between them. */
export const PLACES: readonly Place[] = [
  { path: "/", name: "start", roles: ["office", "district", "province", "department", "auditor"] },
  { path: "/my", name: "work", roles: ["office", "district"] },
  { path: "/desk", name: "completeness", roles: ["district", "province", "department", "auditor"] },
  { path: "/desk/queue", name: "queue", roles: ["district", "province", "department", "auditor"] },
  { path: "/desk/up", name: "up", roles: ["district", "province"] },
  { path: "/department", name: "department", roles: ["department", "auditor"] },
  { path: "/intake", name: "intake", roles: ["district", "province"] },
  { path: "/files", name: "files", roles: ["office", "district", "province"] },
  { path: "/keying", name: "keying", roles: ["office", "district", "province"] },
  { path: "/forms", name: "forms", roles: ["province"] },
  { path: "/offices", name: "offices", roles: ["district", "province", "department", "auditor"] },
  { path: "/people", name: "people", roles: ["district", "province"] },
];
