import type { Route } from "../route.ts";
import { completenessRoutes } from "./completeness.ts";
import { mineRoutes } from "./mine.ts";
import { queueRoutes } from "./queue.ts";
import { sheetRoutes } from "./sheet.ts";

/** Every call of the desk. */
export const deskRoutes: readonly Route[] = [...completenessRoutes, ...queueRoutes, ...sheetRoutes, ...mineRoutes];
