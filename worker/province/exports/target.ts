import { type FormDefinition, type FormExport, findForm } from "../../../shared/forms/index.ts";
import type { Actor } from "../actor.ts";
import { Refusal } from "../refusal.ts";

export interface Target {
  form: FormDefinition;
  system: FormExport;
}

/**
 * A system the form's rows are typed into. An office and a district see only what they type themselves; their province sees how
 * far both have come. Throws `not-found` for a system the form does not have, `forbidden`.
 */
export function targetOf(actor: Actor, formId: string, systemId: string): Target {
  const form = findForm(formId);
  const system = form?.exports?.find((one) => one.system === systemId);
  if (form === undefined || system === undefined) throw new Refusal("not-found");
  if (!mayType(actor, system) && actor.role !== "province") throw new Refusal("forbidden");
  return { form, system };
}

export function mayType(actor: Actor, system: FormExport): boolean {
  return actor.role === system.keyedBy;
}
