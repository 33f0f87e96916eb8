import { INTAKE_WORDS } from "../../../../shared/words/intake.ts";
import { language } from "../words.ts";

export { fill } from "../../../../shared/words/fill.ts";
export { language };
export const words = INTAKE_WORDS[language];
