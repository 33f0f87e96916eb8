import { FILE_WORDS } from "../../../../shared/words/files.ts";
import { language } from "../words.ts";

export { fill } from "../../../../shared/words/fill.ts";
export { language };
export const words = FILE_WORDS[language];
