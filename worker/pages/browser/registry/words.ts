import { REGISTRY_WORDS } from "../../../../shared/words/registry.ts";
import { language } from "../words.ts";

export { fill, language } from "../words.ts";

export const registry = REGISTRY_WORDS[language];
