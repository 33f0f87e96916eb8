import type { Gate } from "./gate.ts";
import type { ActionInfo, PathInfo, RequestBody, ResponseBody } from "./wireTypes.ts";

/** One request and its answer, for tests that mind what an add-in costs. */
export interface Batch {
  flags: number;
  requestBytes: number;
  /** 0 when the request was refused as a whole. */
  responseBytes: number;
  actions: number;
  /** Members the library sends with the write flag, in order: "Range.values", "ConditionalFormatCollection.add". */
  writes: string[];
  /** The library's own clean-up of ranges after Excel.run. */
  isCleanup: boolean;
  /** The error's code. */
  error?: string;
}

export class Wire {
  readonly batches: Batch[] = [];
  /** Whole requests and answers, kept only where a test asks for them. */
  readonly recordings: { flags: number; request: RequestBody; response: ResponseBody }[] = [];
  recording = false;

  clear(): void {
    this.batches.length = 0;
    this.recordings.length = 0;
  }

  keep(flags: number, request: RequestBody, response: ResponseBody): void {
    if (this.recording) this.recordings.push({ flags, request, response });
  }

  begin(flags: number, text: string, request: RequestBody, gate: Gate): Batch {
    const batch: Batch = {
      flags,
      requestBytes: new TextEncoder().encode(text).length,
      responseBytes: 0,
      actions: request.Actions.length,
      writes: writesOf(request, gate),
      isCleanup: request.Actions.every((action) => action.ActionType === 1 || action.Name === "_RemoveReference"),
    };
    this.batches.push(batch);
    return batch;
  }

  end(batch: Batch, responseBytes: number | null, error: string | undefined): void {
    batch.responseBytes = responseBytes ?? 0;
    if (error !== undefined) batch.error = error;
  }
}

function writesOf(request: RequestBody, gate: Gate): string[] {
  const typeOf = (id: number | undefined) => request.ObjectPaths[id ?? -1]?.T ?? "";
  const made = (path: PathInfo | undefined) => {
    const type = typeOf(path?.ParentObjectPathId);
    return path?.ObjectPathType === 3 && gate.writes(type, path.Name) ? [`${type}.${camel(path.Name)}`] : [];
  };
  const seen = new Set<number>();
  const writes: string[] = [];
  for (const action of request.Actions) {
    if (!seen.has(action.ObjectPathId)) writes.push(...made(request.ObjectPaths[action.ObjectPathId]));
    seen.add(action.ObjectPathId);
    writes.push(...ofAction(action, typeOf(action.ObjectPathId), gate));
  }
  return writes;
}

function ofAction(action: ActionInfo, type: string, gate: Gate): string[] {
  if (action.ActionType === 4) return [`${type}.${camel(action.Name)}`];
  return action.ActionType === 3 && gate.writes(type, action.Name) ? [`${type}.${camel(action.Name)}`] : [];
}

function camel(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
