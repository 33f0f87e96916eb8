import type { Route } from "../route.ts";
import { handRoutes } from "./hands.ts";
import { printRoutes } from "./print.ts";
import { rollupRoutes } from "./rollup.ts";
import { sendUpRoutes } from "./sendUp.ts";
import { tokenRoutes } from "./tokens.ts";

/** Every call of the levels between office and department. */
export const levelRoutes: readonly Route[] = [
  ...handRoutes,
  ...sendUpRoutes,
  ...rollupRoutes,
  ...printRoutes,
  ...tokenRoutes,
];
