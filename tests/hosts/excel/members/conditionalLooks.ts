import { HostError } from "../errors.ts";
import type { Json } from "../wireTypes.ts";
import { wholeAt } from "./arguments.ts";
import type { FormatAt } from "./conditionalFormats.ts";
import { live, type Model } from "./model.ts";
import { color } from "./rangeFormat.ts";
import { mayFormat } from "./spans.ts";

export const customConditionalFormat: Model<FormatAt> = {
  navigation: {
    Format: (at) => live("ConditionalRangeFormat", at),
    Rule: (at) => live("ConditionalFormatRule", at),
  },
};

export const conditionalFormatRule: Model<FormatAt> = {
  scalars: {
    Formula: ({ format }) => format.formula,
  },
  setters: {
    // The formula is kept as it is; nobody computes it, and it does not follow inserted rows.
    Formula: (at, value) => {
      if (typeof value !== "string" || !value.startsWith("=")) throw new HostError("InvalidArgument");
      change(at, { formula: value });
    },
  },
};

export const conditionalRangeFormat: Model<FormatAt> = {
  navigation: {
    Borders: (at) => live("ConditionalRangeBorderCollection", at),
    Fill: (at) => live("ConditionalRangeFill", at),
    Font: (at) => live("ConditionalRangeFont", at),
  },
};

export const conditionalRangeFill: Model<FormatAt> = {
  scalars: {
    Color: ({ format }) => format.fill ?? "",
  },
  setters: {
    Color: (at, value) => change(at, { fill: color(value) }),
  },
  methods: {
    Clear: (at) => {
      change(at, { fill: undefined });
      return null;
    },
  },
};

export const conditionalRangeFont: Model<FormatAt> = {
  scalars: {
    Bold: ({ format }) => format.bold ?? null,
    Color: ({ format }) => format.fontColor ?? "",
    Italic: ({ format }) => format.italic ?? null,
    Strikethrough: ({ format }) => format.strikethrough ?? null,
    Underline: ({ format }) => format.underline ?? "None",
  },
  setters: {
    Bold: (at, value) => change(at, { bold: flag(value) }),
    Color: (at, value) => change(at, { fontColor: color(value) }),
    Italic: (at, value) => change(at, { italic: flag(value) }),
    Strikethrough: (at, value) => change(at, { strikethrough: flag(value) }),
    Underline: (at, value) => change(at, { underline: oneOf(value, ["None", "Single", "Double"]) }),
  },
};

/** A border is known by its edge. */
interface BorderAt extends FormatAt {
  edge: "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight";
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

export const conditionalRangeBorderCollection: Model<FormatAt> = {
  scalars: {
    Count: () => EDGES.length,
  },
  navigation: {
    Bottom: (at) => live("ConditionalRangeBorder", { ...at, edge: "EdgeBottom" }),
    Left: (at) => live("ConditionalRangeBorder", { ...at, edge: "EdgeLeft" }),
    Right: (at) => live("ConditionalRangeBorder", { ...at, edge: "EdgeRight" }),
    Top: (at) => live("ConditionalRangeBorder", { ...at, edge: "EdgeTop" }),
  },
  objects: {
    GetItemAt: (at, args) => {
      const edge = EDGES[wholeAt(args, 0)];
      if (edge === undefined) throw new HostError("ItemNotFound");
      return live("ConditionalRangeBorder", { ...at, edge });
    },
  },
  item: (at, args) => live("ConditionalRangeBorder", { ...at, edge: oneOf(args[0] as Json, EDGES) }),
  items: (at) => EDGES.map((edge) => live("ConditionalRangeBorder", { ...at, edge })),
};

export const conditionalRangeBorder: Model<BorderAt> = {
  scalars: {
    Color: ({ format, edge }) => format.borders[edge]?.color ?? "#000000",
    SideIndex: ({ edge }) => edge,
    Style: ({ format, edge }) => format.borders[edge]?.style ?? "None",
  },
  setters: {
    Color: (at, value) => border(at, { color: color(value) }),
    Style: (at, value) => border(at, { style: oneOf(value, ["None", "Continuous", "Dash", "DashDot", "Dot"]) }),
  },
};

function border(at: BorderAt, look: { color?: string; style?: string }): void {
  const { borders } = at.format;
  change(at, { borders: { ...borders, [at.edge]: { ...borders[at.edge], ...look } } });
}

function change(at: FormatAt, look: Partial<FormatAt["format"]>): void {
  mayFormat(at.sheet);
  Object.assign(at.format, look);
}

function flag(value: Json): boolean {
  if (typeof value !== "boolean") throw new HostError("InvalidArgument");
  return value;
}

function oneOf<T extends string>(value: Json, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new HostError("InvalidArgument");
  return found;
}
