import { attachmentRoutes } from "./attachments/index.ts";
import { checkRoutes } from "./check.ts";
import { columnRoutes } from "./columns.ts";
import { deskRoutes } from "./desk/index.ts";
import { enrolmentRoutes } from "./enrolments.ts";
import { exportRoutes } from "./exports/index.ts";
import { holidayRoutes } from "./forms/holidays.ts";
import { ownFormRoutes } from "./forms/own.ts";
import { formRoutes } from "./forms/read.ts";
import { googleRoutes } from "./google.ts";
import { intakeRoutes } from "./intake.ts";
import { waitingRoutes } from "./intakeWaiting.ts";
import { levelRoutes } from "./levels/index.ts";
import { descriptionRoute } from "./openapi.ts";
import { provinceRoutes } from "./provinces.ts";
import { beforeRoutes } from "./registry/before.ts";
import { registryRoutes } from "./registry/offices.ts";
import { peopleRoutes } from "./registry/people.ts";
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
  ...columnRoutes,
  ...sendingRoutes,
  ...submissionRoutes,
  ...reviewRoutes,
  ...provinceRoutes,
  ...deskRoutes,
  ...exportRoutes,
  ...registryRoutes,
  ...peopleRoutes,
  ...beforeRoutes,
  ...levelRoutes,
  ...googleRoutes,
  ...intakeRoutes,
  ...waitingRoutes,
  ...attachmentRoutes,
  descriptionRoute(() => ROUTES),
];
