/** As much of jsdom as the simulated Excel on the web uses; the package brings no types. */
declare module "jsdom" {
  export type DOMWindow = Window & typeof globalThis & { eval(code: string): unknown };
  export class VirtualConsole {
    on(event: string, listener: (problem: unknown) => void): this;
  }
  export function requestInterceptor(answer: (request: Request) => Promise<Response | undefined>): unknown;
  export class JSDOM {
    constructor(
      html: string,
      options?: {
        url?: string;
        runScripts?: "dangerously";
        pretendToBeVisual?: boolean;
        virtualConsole?: VirtualConsole;
        resources?: { interceptors: unknown[] };
        beforeParse?: (window: DOMWindow) => void;
      },
    );
    readonly window: DOMWindow;
  }
}
