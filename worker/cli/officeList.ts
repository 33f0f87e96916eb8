import { importOfficeList, type OfficeList } from "../../shared/offices/importList.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { type Console, Failure } from "./command.ts";
import { csvRows, decodeText } from "./csvRows.ts";
import { readBytes } from "./files.ts";

const SHOWN_PROBLEMS = 10;

/**
 * Reads a list of local authorities from a file. Rows that cannot be read are told, the rest is used;
 * a file without any office is a Failure.
 */
export async function readOfficeList(file: string, console: Console): Promise<OfficeList> {
  const list = importOfficeList(csvRows(decodeText(await readBytes(file))));
  for (const problem of list.problems.slice(0, SHOWN_PROBLEMS)) {
    const detail = Object.values(problem.params).join(" · ");
    console.tell(fill(CLI_WORDS.officesProblem, { row: problem.row, code: problem.code, detail }));
  }
  const more = list.problems.length - SHOWN_PROBLEMS;
  if (more > 0) console.tell(fill(CLI_WORDS.officesMoreProblems, { count: more }));
  if (list.offices.length === 0) throw new Failure(fill(CLI_WORDS.officesEmpty, { file }));
  return list;
}
