import { LEVEL_WORDS } from "../../../../shared/words/levels.ts";
import { language } from "../words.ts";

export const level = LEVEL_WORDS[language];
