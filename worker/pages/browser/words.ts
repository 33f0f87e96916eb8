import { type Language, PAGE_WORDS } from "../../../shared/words/pages.ts";

export { fill } from "../../../shared/words/fill.ts";

export const language: Language = document.documentElement.lang === "en" ? "en" : "th";
export const words = PAGE_WORDS[language];
