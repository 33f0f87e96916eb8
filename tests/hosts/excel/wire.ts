import type { RequestBody, ResponseBody } from "./wireTypes.ts";

/** One request and its answer, for tests that mind what an add-in costs. */
export interface Batch {
  flags: number;
  requestBytes: number;
  /** 0 when the request was refused as a whole. */
  responseBytes: number;
  actions: number;
  /** Members carried out that the library sends with the write flag, in order: "Range.values", "ConditionalFormatCollection.add". */
  writes: string[];
  /** The library's own clean-up of ranges after Excel.run. */
  isCleanup: boolean;
  /** What the simulator itself took over it: time that no add-in spends. */
  simulatorMs: number;
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

  begin(flags: number, text: string, request: RequestBody): Batch {
    const batch: Batch = {
      flags,
      requestBytes: new TextEncoder().encode(text).length,
      responseBytes: 0,
      actions: request.Actions.length,
      writes: [],
      isCleanup: request.Actions.every((action) => action.ActionType === 1 || action.Name === "_RemoveReference"),
      simulatorMs: -performance.now(),
    };
    this.batches.push(batch);
    return batch;
  }

  end(batch: Batch, responseBytes: number | null, error: string | undefined): void {
    batch.responseBytes = responseBytes ?? 0;
    batch.simulatorMs += performance.now();
    if (error !== undefined) batch.error = error;
  }
}
