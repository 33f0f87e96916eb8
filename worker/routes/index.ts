import { checkRoutes } from "./check.ts";
import { deskRoutes } from "./desk/index.ts";
import { enrolmentRoutes } from "./enrolments.ts";
import { holidayRoutes } from "./forms/holidays.ts";
import { ownFormRoutes } from "./forms/own.ts";
import { formRoutes } from "./forms/read.ts";
import { googleRoutes } from "./google.ts";
import { intakeRoutes } from "./intake.ts";
import { waitingRoutes } from "./intakeWaiting.ts";
import { descriptionRoute } from "./openapi.ts";
import { provinceRoutes } from "./provinces.ts";
import { reviewRoutes } from "./review.ts";
import type { Route } from "./route.ts";
import { sendingRoutes } from "./sending.ts";
import { sessionRoutes } from "./session.ts";
import { submissionRoutes } from "./submissions.ts";

/** Every call under /api/v1. */
export const ROUTES: readonly Route[] = [
  ...sessionRoutes,
  ...enrolmentRoutes,
  ...formRoutes,
  ...ownFormRoutes,
  ...holidayRoutes,
  ...checkRoutes,
  ...sendingRoutes,
  ...submissionRoutes,
  ...reviewRoutes,
  ...provinceRoutes,
  ...deskRoutes,
  ...googleRoutes,
  ...intakeRoutes,
  ...waitingRoutes,
  descriptionRoute(() => ROUTES),
];
