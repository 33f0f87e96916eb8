import type { Events } from "../events.ts";
import type { Kernel } from "../kernel.ts";
import type { Build, Support } from "../support.ts";
import { barePage, type PageScope, runLibrary } from "./library.ts";

/** A test may freeze the timers it gives to the code under test; Excel's own time goes on. */
export const later = setImmediate;

/**
 * The native bridge: what the library talks through inside Excel for Mac and iPad, `_richApiNativeBridge`. Text in, text out; no
 * bootstrap, so `Office` here is only what Excel's own part of the library asks of it.
 */
export class Bridge {
  readonly scope: PageScope;
  /** Requests that came and are not yet answered. */
  inFlight = 0;
  /** What broke inside the simulator itself; closing throws it. */
  readonly broken: unknown[] = [];
  #unsent = 0;
  readonly #bridge: { sendMessageToHost(text: string): void; onMessageFromHost(text: string): void };

  constructor(build: Build, support: Support) {
    this.#bridge = { sendMessageToHost: (text) => this.#receive(text), onMessageFromHost: () => {} };
    const requirements = { isSetSupported: (set: string, version?: string) => support.has(set, version) };
    this.scope = {
      ...barePage(),
      _richApiNativeBridge: this.#bridge,
      OSF: {
        _OfficeAppFactory: {
          getContext: () => ({ requirements }),
          getHostInfo: () => ({}),
          getLoggingAllowed: () => false,
        },
      },
    };
    runLibrary(build, this.scope);
    const platform = { web: "OfficeOnline", win32: "PC", mac: "Mac" }[build];
    const context = {
      requirements,
      platform,
      host: "Excel",
      diagnostics: { host: "Excel", platform, version: "16.0" },
    };
    this.scope.Office = { context, onReady: async () => ({ host: "Excel", platform }) };
    const { OfficeExtension } = this.scope;
    // Sends the class of every object along, and turns on the library's own check of requirement sets.
    OfficeExtension._internalConfig.appendTypeNameToObjectPathInfo = true;
    OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  }

  #kernel: Kernel | null = null;

  connect(kernel: Kernel, events: Events): void {
    this.#kernel = kernel;
    events.send = (entries) => {
      this.#unsent++;
      later(() => {
        this.#unsent--;
        this.#bridge.onMessageFromHost(JSON.stringify({ type: 3, message: { entries } }));
      });
    };
  }

  get idle(): boolean {
    return this.inFlight === 0 && this.#unsent === 0;
  }

  #receive(text: string): void {
    const message = JSON.parse(text) as { id: number; flags: number; message: { body: unknown } };
    this.inFlight++;
    later(async () => {
      const reply = await this.#answer(message.flags, JSON.stringify(message.message.body));
      this.inFlight--;
      this.#bridge.onMessageFromHost(JSON.stringify({ id: message.id, type: 2, message: reply }));
    });
  }

  async #answer(flags: number, body: string): Promise<{ statusCode: number; headers: object; body: string }> {
    try {
      const answer = await this.#kernel!.answer(flags, body);
      if ("body" in answer) return { statusCode: 200, headers: {}, body: answer.body };
      const { code, message, status } = answer.refused;
      return { statusCode: status, headers: {}, body: JSON.stringify({ error: { code, message } }) };
    } catch (error) {
      this.broken.push(error);
      return {
        statusCode: 500,
        headers: {},
        body: JSON.stringify({ error: { code: "GeneralException", message: String(error) } }),
      };
    }
  }
}
