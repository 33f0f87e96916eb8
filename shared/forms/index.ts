import { childcareClips } from "./childcareClips.ts";
import { communityLeaders } from "./communityLeaders.ts";
import type { FormDefinition } from "./definition.ts";
import { eReportTraining } from "./eReportTraining.ts";
import { templeCommunity } from "./templeCommunity.ts";
import { volunteerActivities } from "./volunteerActivities.ts";

export {
  type FieldDefinition,
  type FieldKind,
  type FormDefinition,
  type FormExport,
  type RowRule,
  ruleOf,
  subjectOf,
} from "./definition.ts";

export const FORMS: readonly FormDefinition[] = [
  childcareClips,
  volunteerActivities,
  templeCommunity,
  eReportTraining,
  communityLeaders,
];

/** The newest version of a form, or undefined when no such form is known. */
export function findForm(id: string): FormDefinition | undefined {
  return FORMS.find((form) => form.id === id);
}
