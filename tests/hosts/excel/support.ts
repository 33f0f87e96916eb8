import { atLeast, type SetGuard } from "./metadata.ts";

export type Build = "web" | "win32" | "mac";

/** Requirement sets as an Excel of that age answers `isSetSupported`. */
export class Support {
  readonly api: string;
  readonly sets: Record<string, string>;

  constructor(api: string, build: Build) {
    this.api = api;
    this.sets = {
      ExcelApi: api,
      SharedRuntime: "1.1",
      DialogApi: "1.2",
      RibbonApi: "1.1",
      AddinCommands: "1.1",
      DelayForCellEdit: "1.1",
    };
    if (build === "web") this.sets.ExcelApiOnline = "1.1";
    // Undo of what an add-in did came with ExcelApi 1.19 (docs: excel-add-ins-undo-capabilities).
    if (atLeast(api, "1.19")) Object.assign(this.sets, { RichApiRuntimeFlag: "1.2", ExcelApiUndo: "1.20" });
  }

  has(set: string, version: string | number = "1.1"): boolean {
    const have = this.sets[set];
    return have !== undefined && atLeast(have, String(version));
  }

  allows(guard: SetGuard | undefined): boolean {
    return guard === undefined || this.has(guard[0], guard[1]);
  }

  excel(version: string): boolean {
    return this.has("ExcelApi", version);
  }
}
