import { provinceCodeOf } from "../../shared/offices/office.ts";
import { EnrolmentRequest, EnrolmentSchema } from "../../shared/wire/report.ts";
import { readJson } from "./body.ts";
import { route } from "./route.ts";

export const enrolmentRoutes = [
  route({
    method: "post",
    path: "/enrolments",
    summary: "A one-time code that binds a Google account to an office",
    who: ["office", "province"],
    body: { json: EnrolmentRequest },
    answers: { 201: EnrolmentSchema },
    problems: ["malformed-json", "media-type", "too-large", "invalid-request", "place-unknown", "forbidden"],
    async handle({ deps, request, actor }) {
      const { office } = await readJson(request, EnrolmentRequest);
      const partition = await deps.collector.at(provinceCodeOf(office));
      const { code, expiresAt } = await partition.issueEnrolment(actor, "office", office);
      return { status: 201, json: { code, office, expiresAt: new Date(expiresAt).toISOString() } };
    },
  }),
];
