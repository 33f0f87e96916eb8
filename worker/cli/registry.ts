import { buildRegistry, type Registry } from "../../shared/offices/registry.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import type { Console } from "./command.ts";
import { readOfficeList } from "./officeList.ts";
import { SAMPLE_OFFICES } from "./sample/offices.ts";

export interface RegistrySource {
  /** A list given on the command line. */
  file: string | undefined;
  /** The data folder; ./data when not given. */
  data: string | undefined;
  /** The province that matters, when known: only its offices are loaded from the data folder. */
  province?: string | undefined;
}

/** The offices to check against: the list given, else what was imported into the data folder, else the sample. */
export async function findRegistry(source: RegistrySource, console: Console): Promise<Registry> {
  if (source.file !== undefined) return buildRegistry((await readOfficeList(source.file, console)).offices);
  const { importedOffices } = await import("./store.ts");
  const offices = await importedOffices(source.data ?? "data");
  if (offices.length > 0) return buildRegistry(offices);
  console.tell(CLI_WORDS.officesSample);
  return buildRegistry(SAMPLE_OFFICES);
}
