import { INTAKE_WORDS } from "../../../../shared/words/intake.ts";
import { language } from "../words.ts";

export { fillIntake as fill } from "../../../../shared/words/intake.ts";
export { language };
export const words = INTAKE_WORDS[language];
