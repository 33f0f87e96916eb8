import type { Span } from "./book/book.ts";
import type { UndoStack } from "./book/undo.ts";
import { HostError, notModelled } from "./errors.ts";
import type { Faults } from "./faults.ts";
import { Gate } from "./gate.ts";
import type { Host, Live } from "./members/model.ts";
import type { Metadata } from "./metadata.ts";
import { Paths, plain } from "./paths.ts";
import { identityOf, modelOf, Query } from "./query.ts";
import type { Wire } from "./wire.ts";
import { type ActionInfo, FLAG, type Json, type RequestBody, type ResponseBody } from "./wireTypes.ts";

/** An answer to a request: a body, or a refusal of the whole of it. */
export type Answer = { body: string } | { refused: HostError };

/**
 * Excel's end of the wire: a request's JSON in, its answer's JSON out. Actions run in order; the first that fails stops the rest,
 * and what was done before it stays done (no transaction: docs error handling; recorded in the tests).
 */
export class Kernel {
  readonly #host: Host;
  readonly #faults: Faults;
  readonly #gate: Gate;
  readonly #wire: Wire;

  constructor(host: Host, faults: Faults, metadata: Metadata, wire: Wire) {
    this.#host = host;
    this.#faults = faults;
    this.#gate = new Gate(metadata, host.support);
    this.#wire = wire;
  }

  async answer(flags: number, text: string): Promise<Answer> {
    const request = JSON.parse(text) as RequestBody;
    const record = this.#wire.begin(flags, text, request);
    // The library's own clean-up is spared: it would only try again five seconds later.
    const spared = record.isCleanup;
    if (!spared) await this.#faults.beforeRequest();
    if ((flags & FLAG.waitForCellEdit) !== 0) await this.#faults.afterEditing();
    const refused = spared ? null : this.#refusal(record.requestBytes);
    if (refused !== null) {
      this.#wire.end(record, null, refused.code);
      return { refused };
    }
    this.#host.oversized = false;
    const kept = new Set(this.#host.references.keys());
    const failure = spared ? null : this.#faults.takeNextCode();
    const response = failure !== null ? failed(failure) : this.#run(flags, request, record.writes);
    this.#wire.keep(flags, request, response);
    const body = JSON.stringify(response);
    const responseBytes = new TextEncoder().encode(body).length;
    // Too late to undo anything: what the request wrote stays written.
    if (this.#host.oversized || responseBytes > this.#faults.responseLimitBytes) {
      const tooLarge = new HostError("ResponsePayloadSizeLimitExceeded");
      this.#wire.end(record, responseBytes, tooLarge.code);
      // Nobody can give back what they were never told of.
      for (const id of this.#host.references.keys()) if (!kept.has(id)) this.#host.references.delete(id);
      return { refused: tooLarge };
    }
    this.#wire.end(record, responseBytes, response.Error?.Code);
    return { body };
  }

  #refusal(requestBytes: number): HostError | null {
    const faults = this.#faults;
    if (faults.editMode) return new HostError("InvalidOperationInCellEditMode");
    if (faults.busyLeft > 0) {
      faults.busyLeft--;
      return new HostError("ActivityLimitReached");
    }
    return requestBytes > faults.requestLimitBytes ? new HostError("RequestPayloadSizeLimitExceeded") : null;
  }

  #run(flags: number, request: RequestBody, writes: string[]): ResponseBody {
    const paths = new Paths(request.ObjectPaths, this.#host, this.#gate, writes);
    const response: ResponseBody = { Results: [], TraceIds: [] };
    const keep = undoAfter(this.#host, flags);
    request.Actions.every((action, at) => {
      try {
        response.Results.push({ ActionId: action.Id, Value: this.#act(action, paths) });
        if (action.ActionType === 5) response.TraceIds.push(action.Id);
        return true;
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        response.Error = {
          Code: error.code,
          Message: error.message,
          HttpStatusCode: error.status,
          Location: error.where ?? "",
          ActionIndex: at,
        };
        return false;
      }
    });
    keep();
    return response;
  }

  #act(action: ActionInfo, paths: Paths): Json {
    if (action.ActionType === 5) return null;
    const object = paths.resolve(action.ObjectPathId);
    if (object === null) return null;
    switch (action.ActionType) {
      case 1:
        return identityOf(object, this.#host);
      case 2:
        return new Query(this.#host, this.#gate).run(object, action.QueryInfo);
      case 3:
        return this.#call(object, action, paths);
      case 4:
        return this.#set(object, action, paths);
      default:
        throw notModelled(`action type ${action.ActionType}`);
    }
  }

  #call(object: Live, action: ActionInfo, paths: Paths): Json {
    if (action.Name === "_KeepReference") {
      this.#gate.method(object.type, action.Name, { _KeepReference: true });
      object.reference ??= this.#host.newReference();
      this.#host.references.set(object.reference, object);
      this.#host.book.floating.add(object.target as Span);
      return null;
    }
    const model = modelOf(object);
    const where = this.#gate.method(object.type, action.Name, model.methods);
    if (this.#gate.writes(object.type, action.Name)) paths.writes.push(where);
    return located(where, () =>
      model.methods![action.Name]!(object.target, paths.arguments(action.ArgumentInfo), this.#host),
    );
  }

  #set(object: Live, action: ActionInfo, paths: Paths): Json {
    const model = modelOf(object);
    const where = this.#gate.setter(object.type, action.Name, model.setters);
    paths.writes.push(where);
    return located(where, () => {
      const [value = null] = paths.arguments(action.ArgumentInfo);
      model.setters![action.Name]!(object.target, plain(value), this.#host);
      return null;
    });
  }
}

/** An answer that says the whole request failed at its first action. */
function failed(code: string): ResponseBody {
  const { message, status } = new HostError(code);
  const error = { Code: code, Message: message, HttpStatusCode: status, Location: "", ActionIndex: 0 };
  return { Results: [], TraceIds: [], Error: error };
}

function located(where: string, run: () => Json): Json {
  try {
    return run();
  } catch (error) {
    if (error instanceof HostError) error.where ??= where;
    throw error;
  }
}

/**
 * What the batch leaves of the user's undo: a read leaves it alone; a write the library marked undoable (all its members are, and
 * this Excel knows undo for add-ins) adds steps; every other write clears it. Registering an event is such a write (office-js#2543).
 */
function undoAfter(host: Host, flags: number): () => void {
  const undo: UndoStack = host.book.undo;
  if ((flags & FLAG.write) === 0) return () => {};
  if ((flags & FLAG.undoable) === 0) return () => undo.clear();
  const before = host.book.sheets.map((sheet) => ({ sheet, step: undo.picture(sheet), cells: sheet.state }));
  return () =>
    undo.push(before.filter(({ sheet, step }) => changed(step.state.cells, sheet.state.cells)).map((b) => b.step));
}

function changed(before: Map<number, unknown>, after: Map<number, unknown>): boolean {
  if (before.size !== after.size) return true;
  for (const [key, cell] of after) if (before.get(key) !== cell) return true;
  return false;
}
