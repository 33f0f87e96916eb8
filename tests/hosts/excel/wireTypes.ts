/** What office.js sends to Excel and gets back (recorded with the genuine library; ClientRequestBase in its debug source). */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export interface PathInfo {
  Id: number;
  /** 1 the workbook, 2 a new object, 3 by method, 4 by property, 5 by index, 6 by reference id, 7 nothing. */
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: { Arguments?: Json[]; ReferencedObjectPathIds?: (number | Json)[] };
  /** The class, because the simulator asks for it. */
  T?: string;
}

export interface ActionInfo {
  Id: number;
  /** 1 instantiate, 2 query, 3 method, 4 set property, 5 trace; the others are not modelled. */
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: { Arguments?: Json[]; ReferencedObjectPathIds?: (number | Json)[] };
  QueryInfo?: { Select?: string[]; Expand?: string[]; Top?: number; Skip?: number };
}

export interface RequestBody {
  AutoKeepReference: boolean;
  Actions: ActionInfo[];
  ObjectPaths: Record<string, PathInfo>;
}

export interface WireError {
  Code: string;
  Message: string;
  Location: string;
  HttpStatusCode: number;
  ActionIndex: number;
}

export interface ResponseBody {
  Results: { ActionId: number; Value: Json }[];
  TraceIds: number[];
  Error?: WireError;
}

/** Bits of a request's flags as the library sets them. */
export const FLAG = { write: 1, undoable: 16, waitForCellEdit: 64 } as const;
