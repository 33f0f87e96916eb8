import type { ReportFile, ReportFiles } from "../../../../shared/wire/files.ts";

export type { ReportFile, ReportFiles };
export type Need = ReportFiles["needs"][number];
