import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { ruleDocs } from "./ruleDocs.ts";

/** Writes `docs/rules/` anew: one page for each code. */
const pages = ruleDocs();
mkdirSync("docs/rules", { recursive: true });
for (const name of readdirSync("docs/rules")) if (!pages.has(name)) rmSync(`docs/rules/${name}`);
for (const [name, text] of pages) writeFileSync(`docs/rules/${name}`, text);
console.error(`docs/rules: ${pages.size} pages`);
