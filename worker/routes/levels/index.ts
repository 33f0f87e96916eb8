import type { Route } from "../route.ts";
import { handRoutes } from "./hands.ts";
import { sendUpRoutes } from "./sendUp.ts";

/** Every call of the levels between office and department. */
export const levelRoutes: readonly Route[] = [...handRoutes, ...sendUpRoutes];
