import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fileChooser } from "../../worker/pages/fileChooser.ts";
import { filesUnder } from "../house/source.ts";

const OWN = ["worker/pages/fileChooser.ts", "worker/pages/browser/fileChooser.ts"];
const BARE = /type\s*[=:]\s*"file"/;

describe("where a file is chosen", () => {
  it("no page shows the browser's own button, which speaks the browser's language", () => {
    const bare = filesUnder("worker/pages", /\.ts$/)
      .filter((path) => !OWN.includes(path))
      .filter((path) => {
        // Where files may be dropped, too, the same button stands in the drop zone, and its input is out of sight.
        const text = readFileSync(path, "utf8").replace(/<div class="drop"[\s\S]*?<\/div>/g, "");
        return BARE.test(text);
      });
    expect(bare).toEqual([]);
  });

  it.each([
    ["th", "ยังไม่ได้เลือกไฟล์"],
    ["en", "No file chosen"],
  ] as const)("the button is the input's label, and what was chosen describes it: %s", async (lang, none) => {
    const text = String(await fileChooser(lang, "list", "เลือกไฟล์รายชื่อ", ".csv"));
    expect(text).toBe(
      '<p class="chooser"><label class="file second" for="list">เลือกไฟล์รายชื่อ</label>' +
        '<input id="list" class="unseen-input" type="file" accept=".csv" aria-describedby="list-chosen">' +
        `<span class="chosen" id="list-chosen">${none}</span></p>`,
    );
  });
});
