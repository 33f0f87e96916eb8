import type { Grid } from "../../shared/sheet/grid.ts";
import { makeZip } from "../workbook/makeXlsx.ts";

/** Text in Windows-874, as Thai Windows writes it. */
export function thai874(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0)!;
    return code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e00 + 0xa0 : code;
  });
}

export interface Attachment {
  name: string;
  bytes: Uint8Array;
  /** Header lines of the part instead of the usual ones. */
  headers?: string[];
}

/** An e-mail as a mail program writes it, its heading in encoded words. */
export function makeMail(
  attachments: Attachment[],
  {
    subject = "ส่งรายงาน",
    from = "กองการศึกษา ตัวอย่าง",
    extra = [],
  }: { subject?: string; from?: string; extra?: string[] } = {},
): Uint8Array<ArrayBuffer> {
  const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`;
  const lines = [
    `From: ${word(from)} <office@example.go.th>`,
    "To: 99@collector.example",
    `Subject: ${word(subject)}`,
    "Date: Mon, 9 Oct 2023 09:00:00 +0700",
    ...extra,
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b1"',
    "",
    ...["--b1", "Content-Type: text/plain; charset=utf-8", "", "เรียน ท้องถิ่นจังหวัด", ""],
  ];
  for (const { name, bytes, headers } of attachments) {
    const usual = [
      "Content-Type: application/octet-stream",
      `Content-Disposition: attachment; filename="${word(name)}"`,
    ];
    const content = Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");
    lines.push("--b1", ...(headers ?? usual), "Content-Transfer-Encoding: base64", "", content);
  }
  lines.push("--b1--", "");
  return new Uint8Array(Buffer.from(lines.join("\r\n")));
}

export const zipOf = (files: Record<string, Uint8Array | string>) => makeZip(files);

/** The rows of a sheet, some of its cells changed: "D6" -> value. */
export function withCells(grid: Grid, cells: Record<string, Grid["rows"][number][number]>): Grid {
  const rows = grid.rows.map((row) => [...row]);
  for (const [cell, value] of Object.entries(cells)) {
    const [, letter, number] = /^([A-Z])([0-9]+)$/.exec(cell)!;
    rows[Number(number) - 1]![letter!.charCodeAt(0) - 65] = value;
  }
  return { ...grid, rows };
}
