import { KEYING_WORDS } from "../../../../shared/words/keying.ts";
import { language } from "../words.ts";

export { fill, language, words } from "../words.ts";

export const keying = KEYING_WORDS[language];
