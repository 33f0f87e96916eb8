import { checkRoutes } from "./check.ts";
import { deskRoutes } from "./desk/index.ts";
import { enrolmentRoutes } from "./enrolments.ts";
import { formRoutes } from "./forms.ts";
import { googleRoutes } from "./google.ts";
import { intakeRoutes } from "./intake.ts";
import { waitingRoutes } from "./intakeWaiting.ts";
import { levelRoutes } from "./levels/index.ts";
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
  ...checkRoutes,
  ...sendingRoutes,
  ...submissionRoutes,
  ...reviewRoutes,
  ...provinceRoutes,
  ...deskRoutes,
  ...levelRoutes,
  ...googleRoutes,
  ...intakeRoutes,
  ...waitingRoutes,
  descriptionRoute(() => ROUTES),
];
