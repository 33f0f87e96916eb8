import type { FormDefinition } from "./definition.ts";

/** A district office, by whichever ministry: ศอ.จอส.พระราชทานอำเภอ, สถอ., สพอ. */
const DISTRICT = /อำเภอ|^(?:สถอ|สพอ)\./;

/**
 * Whether a report of this form goes through the district: its chain names a district office above the sender. Where the
 * district itself fills the form, or the chain names none, reports go straight to the province.
 */
export function goesThroughDistrict({ roster, chain }: Pick<FormDefinition, "roster" | "chain">): boolean {
  return roster === "offices" && chain.slice(1).some((step) => DISTRICT.test(step));
}
