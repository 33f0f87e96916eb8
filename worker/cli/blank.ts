import type { FormDefinition } from "../../shared/forms/index.ts";
import { officeLabel } from "../../shared/offices/office.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { type BlankOptions, writeBlank } from "../../shared/workbook/blank.ts";
import { type Console, type ExitCode, UsageError } from "./command.ts";
import { writeWhole } from "./files.ts";
import { formOption, officeOption, periodOption, provinceOption, readArguments, required } from "./options.ts";
import { findRegistry } from "./registry.ts";
import { bookOfProvince, DATA_DIR } from "./store.ts";

const OPTIONS = ["form-file", "province", "district", "office", "period", "out", "offices", "data"] as const;

/** The form named, or that of a file; one of the two. */
async function formOf(
  words: readonly string[],
  file: string | undefined,
  named: (id: string) => FormDefinition,
): Promise<FormDefinition> {
  if (words.length + (file === undefined ? 0 : 1) > 1)
    throw new UsageError(fill(CLI_WORDS.tooManyArguments, { name: words[file === undefined ? 1 : 0]! }));
  if (file !== undefined) return (await import("./formFile.ts")).formOfFile(file);
  return named(required(words[0], "FORM"));
}

/** `ruam blank FORM`: the official form, ready to fill. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { words, options } = readArguments(args, OPTIONS, { words: [], more: true });
  const code = provinceOption(required(options.province, "--province"))!;
  const officeCode = officeOption(options.office);
  const period = periodOption(options.period);
  const form = await formOf(words, options["form-file"], (id) =>
    formOption(id, bookOfProvince(options.data ?? DATA_DIR, code), period),
  );
  const out = required(options.out, "--out");
  const registry = await findRegistry({ file: options.offices, data: options.data, province: code }, console);
  const offices = registry.inProvince(code);
  if (offices.length === 0) throw new UsageError(fill(CLI_WORDS.provinceMissing, { value: code }));
  const blank: BlankOptions = { offices, province: { code, name: registry.provinceName(code)! } };
  if (period !== undefined) blank.period = period;
  if (options.district !== undefined) {
    const bare = options.district.replace(/^(อำเภอ|อ\.)\s*/, "");
    if (!offices.some((office) => office.district === bare)) {
      throw new UsageError(fill(CLI_WORDS.districtMissing, { value: options.district }));
    }
    blank.district = bare;
  }
  if (officeCode !== undefined) {
    const office = offices.find((one) => one.code === officeCode);
    if (office === undefined) throw new UsageError(fill(CLI_WORDS.officeMissing, { value: officeCode }));
    if (blank.district !== undefined && blank.district !== office.district) {
      throw new UsageError(fill(CLI_WORDS.districtMissing, { value: `${blank.district} (${officeLabel(office)})` }));
    }
    blank.office = office;
  }
  const bytes = await writeBlank(form, blank);
  await writeWhole(out, bytes);
  console.tell(fill(CLI_WORDS.wrote, { file: out, bytes: bytes.length }));
  return 0;
}
