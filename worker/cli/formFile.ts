import { extname } from "node:path";
import { type DesignProblem, fromSheets, problemsOf, toSheets } from "../../shared/designer/index.ts";
import { type FormDefinition, findForm } from "../../shared/forms/index.ts";
import { FormDefinitionSchema } from "../../shared/forms/schema.ts";
import { designProblemText } from "../../shared/words/designer.ts";
import { fill } from "../../shared/words/fill.ts";
import { FORM_CLI_WORDS } from "../../shared/words/formCli.ts";
import { writeWordSheets } from "../../shared/workbook/formWorkbook.ts";
import { Failure, UsageError } from "./command.ts";
import { openWorkbook, readBytes, writeWhole } from "./files.ts";

/** A form from a file that `form new` or `form show` wrote and somebody may have changed, or everything that is wrong with it. */
export async function readFormFile(file: string): Promise<{ form: FormDefinition } | { problems: DesignProblem[] }> {
  const bytes = await readBytes(file);
  return isJson(bytes) ? readJson(bytes) : fromSheets((await openWorkbook(file)).sheets);
}

function isJson(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().startsWith("{");
}

function readJson(bytes: Uint8Array): { form: FormDefinition } | { problems: DesignProblem[] } {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return { problems: [notJson("JSON")] };
  }
  const read = FormDefinitionSchema.safeParse(value);
  if (!read.success)
    return {
      problems: read.error.issues.map(({ path, message }) => notJson(`${path.map(String).join(".")}: ${message}`)),
    };
  const problems = problemsOf(read.data);
  return problems.length > 0 ? { problems } : { form: read.data };
}

function notJson(detail: string): DesignProblem {
  return { code: "FILE_NOT_JSON", params: { detail }, field: null, at: null };
}

/** The form of a file, ready to be used; a Failure that names everything wrong with it otherwise. */
export async function formOfFile(file: string): Promise<FormDefinition> {
  const read = await readFormFile(file);
  if ("form" in read) return read.form;
  const said = read.problems.map(problemLine);
  throw new Failure([fill(FORM_CLI_WORDS.formFileWrong, { file }), ...said].join("\n"));
}

/** A form by its id, or from a file. */
export async function formNamed(name: string): Promise<FormDefinition> {
  return findForm(name) ?? (await formOfFile(name));
}

/** "ช่อง D5  …": where it stands, and what is wrong. */
export function problemLine(problem: DesignProblem): string {
  const where = problem.at === null ? (problem.field ?? "") : `${problem.at.sheet} ${problem.at.cell}`;
  return [where, designProblemText(problem)].filter((part) => part !== "").join("  ");
}

/** Refuses a name that is neither, before any work is done. */
export function outOption(out: string | undefined): string | undefined {
  if (out !== undefined && ![".xlsx", ".json"].includes(extname(out).toLowerCase()))
    throw new UsageError(fill(FORM_CLI_WORDS.badOut, { value: out }));
  return out;
}

/** Writes a form as a workbook or as JSON, by the file's name; answers the bytes written. */
export async function writeFormFile(file: string, form: FormDefinition): Promise<number> {
  const bytes =
    extname(file).toLowerCase() === ".json"
      ? new TextEncoder().encode(`${JSON.stringify(form, null, 2)}\n`)
      : await writeWordSheets(toSheets(form));
  await writeWhole(file, bytes);
  return bytes.length;
}
