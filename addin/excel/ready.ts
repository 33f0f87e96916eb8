/// <reference types="office-js" />

/** Where the page finds itself: in an Excel that will do, in one too old, somewhere else, or without Microsoft's library. */
export type Where = "excel" | "old" | "elsewhere" | "unreachable";

/** The oldest interface with everything the sidebar needs. */
const NEEDED = "1.9";
/** A slow line gets this long before the page says that the library did not come. */
const PATIENCE_MS = 20_000;

/** Loads Microsoft's library from its address and waits until it knows where it is. Never rejects. */
export async function whereAmI(address: string, later: (ms: number, then: () => void) => () => void): Promise<Where> {
  return new Promise((resolve) => {
    const callOff = later(PATIENCE_MS, () => resolve("unreachable"));
    const answer = (where: Where) => {
      callOff();
      resolve(where);
    };
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("error", () => answer("unreachable"));
    script.addEventListener("load", () => {
      // Inside Excel this comes within a second or two; if the handshake with Excel fails, it never does.
      void Office.onReady().then(({ host }) => {
        if (host !== Office.HostType.Excel) answer("elsewhere");
        else answer(Office.context.requirements.isSetSupported("ExcelApi", NEEDED) ? "excel" : "old");
      });
    });
    document.head.append(script);
  });
}
