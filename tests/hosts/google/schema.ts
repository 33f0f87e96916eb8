import { invalid } from "./apiError.ts";

interface Field {
  /** Name of another type, or a plain kind. */
  type: string;
  /** Depth of lists: 0, 1, 2. */
  lists: number;
}

/** The types of the Sheets API, read from the types that Google publishes with its client; both are made from one description. */
export interface Schemas {
  fieldsOf(type: string): ReadonlyMap<string, Field>;
  /** Names of the query parameters of a method, "spreadsheets.values.batchUpdate"; those of every method included. */
  parametersOf(method: string): ReadonlyMap<string, Field>;
  /** Throws as the API does for a value that does not fit the type. Lists of lists of cells are looked at elsewhere. */
  check(value: unknown, type: string, path?: string): void;
}

/** Values the API takes; the published types say only "string". From the API's reference, those that this project could send. */
const ENUMS: Record<string, readonly string[]> = {
  valueInputOption: ["RAW", "USER_ENTERED"],
  majorDimension: ["ROWS", "COLUMNS"],
  dimension: ["ROWS", "COLUMNS"],
  valueRenderOption: ["FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA"],
  dateTimeRenderOption: ["SERIAL_NUMBER", "FORMATTED_STRING"],
  visibility: ["DOCUMENT", "PROJECT"],
  locationType: ["ROW", "COLUMN", "SHEET", "SPREADSHEET"],
  horizontalAlignment: ["LEFT", "CENTER", "RIGHT"],
  verticalAlignment: ["TOP", "MIDDLE", "BOTTOM"],
  wrapStrategy: ["OVERFLOW_CELL", "LEGACY_WRAP", "CLIP", "WRAP"],
};
const TYPED_ENUMS: Record<string, readonly string[]> = {
  "NumberFormat.type": ["TEXT", "NUMBER", "PERCENT", "CURRENCY", "DATE", "TIME", "DATE_TIME", "SCIENTIFIC"],
  "BooleanCondition.type": ["ONE_OF_LIST", "ONE_OF_RANGE", "CUSTOM_FORMULA", "BOOLEAN", "NUMBER_EQ", "TEXT_EQ"],
};
/** Numbers that are int32 in the API's description; the rest are doubles. */
const WHOLE = /(Id|Index|Count|Size|index)$/;

const read = new Map<string, Schemas>();

/** From the text of the client's published types. */
export function readSchemas(declarations: string): Schemas {
  const known = read.get(declarations) ?? parse(declarations);
  read.set(declarations, known);
  return known;
}

function parse(declarations: string): Schemas {
  const types = new Map<string, Map<string, Field>>();
  const parents = new Map<string, string>();
  const text = declarations.replace(/\/\*[\s\S]*?\*\//g, "");
  for (const [, name, parent, body] of text.matchAll(
    /interface ([\w$]+)(?: extends (\w+))? \{((?:[^{}]|\{[^{}]*\})*)\}/g,
  )) {
    types.set(name!, fieldsIn(body!));
    if (parent !== undefined) parents.set(name!, parent);
  }
  const fieldsOf = (type: string) => {
    const found = types.get(`Schema$${type}`);
    if (found === undefined) throw new Error(`the published types have no ${type}`);
    return found;
  };
  const check = (value: unknown, type: string, path = ""): void => checkType({ fieldsOf }, value, type, path);
  return {
    fieldsOf,
    parametersOf(method) {
      const parts = method.split(".").map((part) => part[0]!.toUpperCase() + part.slice(1).toLowerCase());
      const name = `Params$Resource$${parts.join("$")}`;
      const own = types.get(name);
      if (own === undefined) throw new Error(`the published types have no ${name}`);
      return new Map([...types.get("StandardParameters")!, ...own]);
    },
    check,
  };
}

function fieldsIn(body: string): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const [, quoted, plain, type] of body.matchAll(/(?:'([^']+)'|(\w+))\?: ([^;{]+);/g)) {
    const bare = type!.replace(/ \| null/g, "").trim();
    const lists = (bare.match(/\[\]/g) ?? []).length;
    fields.set((quoted ?? plain)!, { type: bare.replaceAll("[]", "").replace("Schema$", ""), lists });
  }
  return fields;
}

function checkType(schemas: Pick<Schemas, "fieldsOf">, value: unknown, type: string, path: string): void {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    throw invalid(`Invalid value at '${path}' (${type}), ${JSON.stringify(value)}`);
  const fields = schemas.fieldsOf(type);
  for (const [name, inner] of Object.entries(value)) {
    const field = fields.get(name);
    if (field === undefined)
      throw invalid(
        `Invalid JSON payload received. Unknown name "${name}"${path === "" ? "" : ` at '${path}'`}: Cannot find field.`,
      );
    const at = path === "" ? name : `${path}.${name}`;
    if (inner === null || field.lists === 2) continue;
    if (field.lists === 0) checkOne(schemas, inner, field.type, type, name, at);
    else {
      if (!Array.isArray(inner)) throw invalid(`Invalid value at '${at}' (list), ${JSON.stringify(inner)}`);
      for (const [i, one] of inner.entries()) checkOne(schemas, one, field.type, type, name, `${at}[${i}]`);
    }
  }
}

function checkOne(
  schemas: Pick<Schemas, "fieldsOf">,
  value: unknown,
  type: string,
  owner: string,
  name: string,
  path: string,
): void {
  if (!["string", "number", "boolean", "any"].includes(type)) {
    checkType(schemas, value, type, path);
    return;
  }
  if (type !== "any" && typeof value !== type) {
    const kind = type === "number" ? (WHOLE.test(name) ? "TYPE_INT32" : "TYPE_DOUBLE") : `TYPE_${type.toUpperCase()}`;
    throw invalid(`Invalid value at '${path}' (${kind}), ${JSON.stringify(value)}`);
  }
  if (typeof value === "number" && WHOLE.test(name) && !Number.isInteger(value))
    throw invalid(`Invalid value at '${path}' (TYPE_INT32), ${value}`);
  const choices = TYPED_ENUMS[`${owner}.${name}`] ?? ENUMS[name];
  if (type === "string" && choices !== undefined && !choices.includes(value as string))
    throw invalid(`Invalid value at '${path}' (type.googleapis.com/google.apps.sheets.v4.${owner}), "${value}"`);
}

/** A query parameter against its type and choices. Google takes "False" for false. */
export function checkParameter(field: Field | undefined, name: string, values: readonly string[]): void {
  if (field === undefined)
    throw invalid(`Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter.`);
  if (field.lists === 0 && values.length > 1)
    throw invalid(`Proto field is not repeating, cannot set "${name}" twice.`);
  for (const value of values) {
    if (field.type === "boolean" && !/^(true|false)$/i.test(value))
      throw invalid(`Invalid value at '${name}' (TYPE_BOOL), "${value}"`);
    const choices = ENUMS[name];
    if (choices !== undefined && !choices.includes(value)) throw invalid(`Invalid value at '${name}', "${value}"`);
  }
}
