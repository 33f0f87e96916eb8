/** Formats Excel does not spell out in the file (ECMA-376 part 1, 18.8.30), those that show a date or a time. */
const BUILT_IN: Record<number, string> = {
  14: "mm-dd-yy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yy h:mm",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  // Thai Excel
  71: "d/m/bbbb",
  72: "d-mmm-bb",
  73: "d-mmm",
  74: "mmm-bb",
  75: "h:mm",
  76: "h:mm:ss",
  77: "d/m/bbbb h:mm",
  78: "mm:ss",
  79: "[h]:mm:ss",
  80: "mm:ss.0",
  81: "d/m/bb",
};
// East Asian dates and times share these ids; their codes differ by the language of the Excel that opens the file.
for (const id of [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]) BUILT_IN[id] = "yyyy-mm-dd";
for (const id of [32, 33, 34, 35, 55, 56]) BUILT_IN[id] = "h:mm";

/** The code of a format that shows a date or a time, from the file's own formats or the built-in ones; else undefined. */
export function dateFormat(id: number, custom: ReadonlyMap<number, string>): string | undefined {
  const code = custom.get(id) ?? BUILT_IN[id];
  return code !== undefined && isDateFormat(code) ? code : undefined;
}

/** True when a number under this format is shown as a date, a time or a length of time. */
export function isDateFormat(code: string): boolean {
  const [bare, elapsed] = bareTokens(code);
  return elapsed || /[ymdhsbg]/.test(bare) || isThai(bare) || /e(?![+-])/.test(bare);
}

/** True when the format shows a day, month or year: such a serial depends on the workbook's date system. */
export function showsDay(code: string): boolean {
  const [bare] = bareTokens(code);
  // A month and a minute are the same letter: minutes stand beside hours or seconds.
  return /[ydbg]|e(?![+-])/.test(bare) || isThai(bare) || (bare.includes("m") && !/[hs]/.test(bare));
}

/** Thai Excel's own letters for day, month and year, "ว ดดดด ปปปป"; any other Thai letter makes them words, as in a unit. */
function isThai(bare: string): boolean {
  const letters = bare.replace(/[^\u0E01-\u0E5B]/g, "");
  return !/[0#?]/.test(bare) && /[วดป]/.test(letters) && /^[วดปชนท]+$/.test(letters);
}

/** The first section's tokens in lower case, without quoted text, escapes, conditions, colours and currency. */
function bareTokens(code: string): [bare: string, elapsed: boolean] {
  let elapsed = false;
  const bare = code
    .slice(0, 1024)
    .replace(/"[^"]*"?/g, "")
    .replace(/[\\_*]./gs, "")
    .replace(/\[([^\]]*)\]/g, (_, inside: string) => {
      if (/^(h+|m+|s+)$/i.test(inside)) elapsed = true;
      return "";
    })
    .toLowerCase()
    .split(";", 1)[0]!
    .replaceAll("general", "")
    .replace(/am\/pm|a\/p/g, "");
  return [bare, elapsed];
}
