import type { Book } from "../book/book.ts";
import type { Events } from "../events.ts";
import type { Pane } from "../pane.ts";
import type { Support } from "../support.ts";
import type { Json } from "../wireTypes.ts";

/** An object of the running Excel as a request sees it: its class and what stands behind it. */
export interface Live<T = unknown> {
  type: string;
  target: T;
  /** Set once the add-in asked to keep it. */
  reference?: string;
}

/** What a member may reach. */
export interface Host {
  book: Book;
  support: Support;
  events: Events;
  /** Objects the add-in holds on to, by reference id. */
  references: Map<string, Live>;
  newReference(): string;
  responseLimit(): number;
  pane: Pane;
  /** Set when an answer is known to be too large before it is built. */
  oversized: boolean;
}

/** An argument of a call: a JSON value, or another object where the library sent its path. */
export type Argument = Json | Live;

/*
 * A class of Excel's object model, as far as it is modelled. Names are those on the wire. Whatever is missing here is refused
 * with ApiNotFound; a test holds every name against Microsoft's own class.
 */
export interface Model<T> {
  scalars?: Record<string, (target: T, host: Host) => Json>;
  setters?: Record<string, (target: T, value: Json, host: Host) => void>;
  /** Null is a null object, as `customOrNullObject` gives. */
  navigation?: Record<string, (target: T, host: Host) => Live | null>;
  /** Methods that hand out an object; null is Excel's null object. */
  objects?: Record<string, (target: T, args: Argument[], host: Host) => Live | null>;
  methods?: Record<string, (target: T, args: Argument[], host: Host) => Json>;
  /** `getItem` by index. */
  item?: (target: T, args: Argument[], host: Host) => Live;
  items?: (target: T, host: Host) => Live[];
  /** What instantiating and every query bring along: `Id`, or `_Id` where the class has no id of its own. */
  identity?: (target: T, host: Host) => Record<string, Json>;
}

/** The registry does not know the targets' types; each model does. */
// biome-ignore lint/suspicious/noExplicitAny: a model is only ever called with targets of its own class
export type AnyModel = Model<any>;

export function live<T>(type: string, target: T): Live<T> {
  return { type, target };
}

export function isLive(argument: Argument | undefined): argument is Live {
  return typeof argument === "object" && argument !== null && "type" in argument && "target" in argument;
}
