import { DESK_WORDS } from "../../../../shared/words/desk.ts";
import { UNSENT_WORDS } from "../../../../shared/words/unsent.ts";
import { language } from "../words.ts";

export { fill, language } from "../words.ts";

export const desk = DESK_WORDS[language];
export const unsent = UNSENT_WORDS[language];
