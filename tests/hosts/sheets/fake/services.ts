import type { BookData, Box } from "./model.ts";
import { rangeOf } from "./range.ts";
import { CRITERIA, FakeRuleBuilder } from "./rules.ts";
import { sheetOf } from "./sheet.ts";
import { guard, type Mode, strict } from "./strict.ts";
import { partsOf } from "./typing.ts";

type GSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type GApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

/**
 * What each mode lets through. NONE: the menu and nothing else. LIMITED (simple triggers): the document, its properties, no
 * page and no identity. CUSTOM_FUNCTION: reading alone.
 */
const DENIED: Record<Mode, RegExp> = {
  NONE: /^(?!SpreadsheetApp\.getUi$|Ui\.create|Menu\.)/,
  LIMITED: /^(ScriptApp\.|HtmlService\.|HtmlOutput\.|Ui\.show)/,
  CUSTOM_FUNCTION:
    /^(ScriptApp\.|HtmlService\.|HtmlOutput\.|Ui\.|SpreadsheetApp\.getUi$|\w+\.set|\w+\.insert|Spreadsheet\.toast)/,
  FULL: /^$/,
};

export function setMode(mode: Mode): void {
  guard.check = (name) => {
    if (DENIED[mode].test(name)) throw new Error(`You do not have permission to call ${name}.`);
  };
}

type SpreadsheetMembers =
  | "getId"
  | "getName"
  | "getSheets"
  | "getSheetById"
  | "getActiveSheet"
  | "getSpreadsheetTimeZone"
  | "toast";

function spreadsheet(book: BookData): GSpreadsheet {
  const active = () => book.sheets.find((sheet) => sheet.id === book.activeSheet)!;
  const self: Pick<GSpreadsheet, SpreadsheetMembers> = {
    getId: () => book.id,
    getName: () => book.name,
    getSheets: () => book.sheets.map((sheet) => sheetOf(book, sheet)),
    getSheetById: (id: number) => {
      const found = book.sheets.find((sheet) => sheet.id === id);
      return found === undefined ? null : sheetOf(book, found);
    },
    getActiveSheet: () => sheetOf(book, active()),
    getSpreadsheetTimeZone: () => book.zone,
    toast: (msg: string, title?: string) => void book.toasts.push(`${title}: ${msg}`),
  };
  return strict("Spreadsheet", self) as GSpreadsheet;
}

function ui(book: BookData): GoogleAppsScript.Base.Ui {
  const menu = (kind: "menu" | "addon", name: string) => {
    const made: BookData["menus"][number] = { kind, name, items: [] };
    const self: Pick<GoogleAppsScript.Base.Menu, "addItem" | "addToUi"> = {
      addItem: (caption, functionName) => {
        made.items.push([caption, functionName]);
        return strict("Menu", self) as GoogleAppsScript.Base.Menu;
      },
      addToUi: () => void book.menus.push(made),
    };
    return strict("Menu", self) as GoogleAppsScript.Base.Menu;
  };
  const self: Pick<GoogleAppsScript.Base.Ui, "createMenu" | "createAddonMenu"> & { showSidebar(page: unknown): void } =
    {
      createMenu: (caption: string) => menu("menu", caption),
      createAddonMenu: () => menu("addon", ""),
      showSidebar: (page) => void book.sidebars.push(String((page as { title: string }).title)),
    };
  return strict("Ui", self) as unknown as GoogleAppsScript.Base.Ui;
}

function spreadsheetApp(book: BookData) {
  const anchor = (box: Box) => rangeOf(book, book.sheets[0]!, box, () => sheetOf(book, book.sheets[0]!));
  const enums = {
    SheetType: { GRID: "GRID", OBJECT: "OBJECT" },
    ProtectionType: { RANGE: "RANGE", SHEET: "SHEET" },
    BooleanCriteria: CRITERIA,
  };
  const self: Pick<GApp, "getActiveSpreadsheet" | "getActiveSheet" | "getUi" | "flush" | "newConditionalFormatRule"> = {
    getActiveSpreadsheet: () => spreadsheet(book),
    getActiveSheet: () => sheetOf(book, book.sheets.find((sheet) => sheet.id === book.activeSheet)!),
    getUi: () => ui(book),
    flush: () => {},
    newConditionalFormatRule: () =>
      strict(
        "ConditionalFormatRuleBuilder",
        new FakeRuleBuilder(anchor),
      ) as unknown as GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder,
  };
  return strict("SpreadsheetApp", { ...self, ...enums });
}

function properties(book: BookData): GoogleAppsScript.Properties.Properties {
  const check = (value: string) => {
    // 9 KB a value, 500 KB in all; three bytes for a Thai letter.
    const bytes = (text: string) => unescape(encodeURIComponent(text)).length;
    if (bytes(value) > 9 * 1024) throw new Error("Argument too large: value");
    const all = [...book.properties.values()].reduce((sum, one) => sum + bytes(one), bytes(value));
    if (all > 500 * 1024) throw new Error("You have exceeded the property storage quota.");
  };
  const put = (key: string, value: string) => {
    check(value);
    book.properties.set(key, value);
  };
  const self: Pick<
    GoogleAppsScript.Properties.Properties,
    "getProperty" | "getProperties" | "setProperty" | "setProperties" | "deleteProperty"
  > = {
    getProperty: (key) => book.properties.get(key) ?? null,
    getProperties: () => Object.fromEntries(book.properties),
    setProperty: (key, value) => {
      put(key, value);
      return self as GoogleAppsScript.Properties.Properties;
    },
    setProperties: (all) => {
      for (const [key, value] of Object.entries(all as Record<string, string>)) put(key, value);
      return self as GoogleAppsScript.Properties.Properties;
    },
    deleteProperty: (key) => {
      book.properties.delete(key);
      return self as GoogleAppsScript.Properties.Properties;
    },
  };
  return strict("Properties", self) as GoogleAppsScript.Properties.Properties;
}

/** Every service the script may name, over one document. */
export function servicesOf(book: BookData): Record<string, object> {
  const lock = {
    tryLock: (_patience: number) => !book.isLocked,
    releaseLock: () => {},
  };
  const page = (title: string): object =>
    strict("HtmlOutput", { title, setTitle: (next: string) => page(next) } as unknown as object);
  return {
    SpreadsheetApp: spreadsheetApp(book),
    LockService: strict("LockService", { getDocumentLock: () => strict("Lock", lock) }),
    PropertiesService: strict("PropertiesService", { getDocumentProperties: () => properties(book) }),
    ScriptApp: strict("ScriptApp", { getIdentityToken: () => book.token }),
    HtmlService: strict("HtmlService", {
      createHtmlOutputFromFile: (name: string) => {
        if (name !== "sidebar") throw new Error(`No HTML file named ${name} was found.`);
        return page("");
      },
    }),
    Utilities: strict("Utilities", {
      formatDate: (date: Date, zone: string, format: string) => {
        if (!(date instanceof Date)) throw new Error("fake Utilities.formatDate takes a date of this script");
        if (format !== "yyyy-MM-dd HH:mm:ss") throw new Error(`fake Utilities.formatDate: not modelled: ${format}`);
        const [year, ...rest] = partsOf(date, zone);
        const [month, day, hour, minute, second] = rest.map((part) => String(part).padStart(2, "0"));
        return `${String(year).padStart(4, "0")}-${month}-${day} ${hour}:${minute}:${second}`;
      },
    }),
    console: { error: (text: unknown) => void book.toasts.push(`log: ${String(text)}`) },
  };
}
