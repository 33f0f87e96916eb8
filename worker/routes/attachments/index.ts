import type { Route } from "../route.ts";
import { awaitedRoutes } from "./awaited.ts";
import { fileContentRoutes } from "./content.ts";
import { retentionRoutes } from "./retention.ts";
import { fileSendingRoutes } from "./sending.ts";

/** Every call about photos and clips. */
export const attachmentRoutes: readonly Route[] = [
  ...fileSendingRoutes,
  ...fileContentRoutes,
  ...awaitedRoutes,
  ...retentionRoutes,
];
