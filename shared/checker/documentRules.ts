import { type FormDefinition, type RowRule, type RuleName, ruleOf } from "../forms/definition.ts";
import { activitiesCoverCentres, activitiesWithinCentres, activityGiven } from "../rules/document/activities.ts";
import { minCentres, minParticipants, participantsPerCentre, sumOf } from "../rules/document/headCounts.ts";
import type { DocumentState } from "../rules/document/parts.ts";
import { photosMatchActivities, photosPerActivity } from "../rules/document/photos.ts";
import { resultGiven } from "../rules/document/result.ts";

type Rule = (state: DocumentState, rule: RowRule) => void;

const RULES: Partial<Record<RuleName, Rule>> = {
  sumOf,
  minCentres,
  minParticipants,
  participantsPerCentre,
  activityGiven,
  activitiesWithinCentres,
  activitiesCoverCentres,
  photosPerActivity,
  photosMatchActivities,
  resultGiven,
};

/** Goes through the form's rules in its own order: what one finds stands for the next. */
export function applyRules(state: DocumentState, form: FormDefinition, period: string | null): void {
  for (const { rule: name } of form.rowRules) {
    const rule = ruleOf(form, name, period);
    if (rule !== undefined) RULES[name]?.(state, rule);
  }
}
