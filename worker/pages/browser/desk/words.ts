import { DESK_WORDS } from "../../../../shared/words/desk.ts";
import { language } from "../words.ts";

export { fill, language } from "../words.ts";

export const desk = DESK_WORDS[language];
