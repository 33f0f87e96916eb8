import type { HostError } from "../errors.ts";
import type { EventEntry } from "../events.ts";
import type { Kernel } from "../kernel.ts";
import type { Machine } from "../machine.ts";
import type { Json } from "../wireTypes.ts";

/*
 * Excel on the web as its task pane sees it: the window around the pane. Messages are JSON texts; their names are those of
 * Microsoft.Office.Common in the library's debug source (ClientEndPoint, XdmCommunicationManager, OSF.DDA.WAC.Delegate).
 */

interface Message {
  _messageType: number;
  /** 0 call, 1 listen, 2 stop listening. */
  _actionType?: number;
  /** 0 answer, 1 event. */
  _responseType?: number;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _errorCode?: number;
  // biome-ignore lint/suspicious/noExplicitAny: each action has data of its own shape
  _data: any;
  _origin?: string;
  _serializerVersion: number;
}

export interface Link {
  /** Hands a text to the pane. */
  post(text: string): void;
  later(run: () => void): void;
}

export interface ParentOptions {
  origin: string;
  locale?: string;
  documentUrl?: string;
}

export const CONVERSATION = "sim-conversation";
const CONTROL = "sim-control";

/** The pane's address as Excel on the web opens it; `_xdm_Info` has to stand last. `shared` is bit 1 of the flags. */
export function paneUrl(page: string, origin: string, shared: boolean): string {
  const flags = shared ? "1" : "0";
  const info = encodeURIComponent(["Excel", "Web", "16.01", "en-US", "sim-correlation", "", "", flags].join("$"));
  const join = page.includes("?") ? "&" : "?";
  return `${page}${join}_host_Info=${info}#&_serializer_version=1&_xdm_Info=${CONVERSATION}|${CONTROL}|${origin}`;
}

/** Errors of the host that stand for a whole request (RichApiMessageUtility.OfficeJsErrorCode_*; 5004 is cell-edit mode). */
const HOST_CODES: Record<string, number> = {
  InvalidOperationInCellEditMode: 5004,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};
const INTERNAL_ERROR = 5001;

const CALL = { saveSettings: 76, execute: 93, commandDone: 94 } as const;
const EVENTS = ["richApiMessage", "appCommandInvoked"];

export class Parent {
  inFlight = 0;
  readonly broken: unknown[] = [];
  /** What the pane asked of Excel on the web that is not modelled. */
  readonly refused: string[] = [];
  readonly #machine: Machine;
  readonly #kernel: Kernel;
  readonly #link: Link;
  readonly #options: ParentOptions;
  readonly #listening = new Set<string>();
  readonly #commands = new Map<string, (done: { status: number; data: unknown }) => void>();
  #waiting: (() => void)[] = [];
  #unsent = 0;
  #commandIds = 0;

  constructor(machine: Machine, kernel: Kernel, link: Link, options: ParentOptions) {
    this.#machine = machine;
    this.#kernel = kernel;
    this.#link = link;
    this.#options = options;
    machine.events.send = (entries) => this.#tell("richApiMessage", { ArrayData: entries.map(withRemote) });
  }

  get idle(): boolean {
    return this.inFlight === 0 && this.#unsent === 0;
  }

  /** Takes a text the pane posted. */
  receive(text: string): void {
    const message = JSON.parse(text) as Message;
    if (message._messageType !== 0 || message._conversationId !== CONVERSATION) return;
    this.inFlight++;
    this.#link.later(async () => {
      const data = await this.#answer(message).catch((error) => {
        this.broken.push(error);
        return { Version: 1, Error: INTERNAL_ERROR };
      });
      this.inFlight--;
      this.#post({ ...message, _messageType: 1, _responseType: 0, _errorCode: 0, _data: data });
    });
  }

  /** Presses a button whose command runs a function, and resolves with what `event.completed()` brought along. */
  async ribbon(functionName: string, button = "Button"): Promise<{ status: number; data: unknown }> {
    if (!this.#listening.has("appCommandInvoked")) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const id = `command${++this.#commandIds}`;
    const done = new Promise<{ status: number; data: unknown }>((resolve) => this.#commands.set(id, resolve));
    this.#tell("appCommandInvoked", { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: button } }) });
    return done;
  }

  async #answer({ _actionName, _actionType, _data }: Message): Promise<unknown> {
    if (_actionName === "ContextActivationManager_getAppContextAsync") return this.#context();
    if (_actionName === "ContextActivationManager_notifyHost") return { Version: 1, Error: 0 };
    if (_actionType !== 0) return this.#listen(_actionName, _actionType === 1);
    if (_actionName === "executeMethod") return this.#execute(_data);
    return this.#refuse(_actionName);
  }

  #listen(name: string, on: boolean): unknown {
    if (!EVENTS.includes(name)) return this.#refuse(`event ${name}`);
    if (on) this.#listening.add(name);
    else this.#listening.delete(name);
    if (name === "appCommandInvoked") for (const resolve of this.#waiting.splice(0)) resolve();
    return { Version: 1, Error: 0 };
  }

  async #execute(data: Message["_data"]): Promise<unknown> {
    switch (data.DdaMethod.DispatchId) {
      case CALL.execute: {
        const [, , , , body, , flags] = data.ArrayData as [unknown, unknown, unknown, unknown, string, unknown, number];
        const answer = await this.#kernel.answer(flags, body);
        if ("body" in answer) return { Version: 1, Error: 0, Data: [200, [], answer.body] };
        return { Version: 1, Error: hostCode(answer.refused) };
      }
      case CALL.commandDone: {
        const [id, status, text] = [data[0], data[1], data[2]];
        this.#commands.get(id)?.({ status, data: text === "" ? null : JSON.parse(text) });
        this.#commands.delete(id);
        return { Version: 1, Error: 0 };
      }
      case CALL.saveSettings:
        this.#machine.documentSettings = data.DdaSettingsMethod.Properties;
        return { Version: 1, Error: 0 };
      default:
        return this.#refuse(`method ${data.DdaMethod.DispatchId}`);
    }
  }

  #refuse(what: string): unknown {
    this.refused.push(what);
    return { Version: 1, Error: INTERNAL_ERROR };
  }

  /** What the library is told of the document and of this Excel. Versions are texts: the number 1.10 would read as 1.1. */
  #context(): Json {
    const { locale = "th-TH", documentUrl = "https://example.invalid/Report.xlsx" } = this.#options;
    return {
      ...{ _id: CONTROL, _appName: 16, _appVersion: "16.01", _appUILocale: locale, _dataLocale: locale },
      ...{ _docUrl: documentUrl, _clientMode: 1, _reason: "documentOpened", _osfControlType: 1 },
      _settings: this.#machine.documentSettings,
      _requirementMatrix: JSON.stringify(this.#machine.support.sets),
      ...{ _hostFullVersion: "16.0.0.0", _appDomains: [], _featureGates: {}, _correlationId: "sim-correlation" },
      _initialDisplayMode: this.#machine.pane.visible ? 2 : 1,
    };
  }

  #tell(name: string, data: unknown): void {
    if (!this.#listening.has(name)) return;
    this.#unsent++;
    this.#link.later(() => {
      this.#unsent--;
      this.#post({
        ...{ _messageType: 1, _responseType: 1, _actionName: name, _conversationId: CONVERSATION },
        ...{ _correlationId: -1, _errorCode: 0, _serializerVersion: 1, _data: data },
      });
    });
  }

  #post(message: Message): void {
    this.#link.post(JSON.stringify({ ...message, _origin: this.#options.origin, _serializerVersion: 1 }));
  }
}

/** On this wire an event says once more whether another person caused it. */
function withRemote(entry: EventEntry): Json[] {
  const { source } = JSON.parse(entry[3]) as { source?: string };
  return [...entry, source === "Remote" ? 1 : 0];
}

function hostCode(refused: HostError): number {
  return HOST_CODES[refused.code] ?? INTERNAL_ERROR;
}
