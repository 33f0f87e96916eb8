/*
 * Keeps the page itself, so that it opens without a line. The page's own files and nothing else: never the API, never a
 * report. The network is asked first; what is kept is of one build, put in all at once.
 */
declare const RUAM_VERSION: string;
declare const RUAM_SHELL: string[];

interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Waiting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

const CACHE = `ruam-app-${RUAM_VERSION}`;
const PATIENCE_MS = 4_000;
const worker = self as unknown as {
  addEventListener(name: "install" | "activate", then: (event: Waiting) => void): void;
  addEventListener(name: "fetch", then: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  location: Location;
};

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(RUAM_SHELL))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith("ruam-app-") && name !== CACHE).map((name) => caches.delete(name)),
        ),
      ),
  );
});

worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === worker.location.origin && RUAM_SHELL.includes(url.pathname);
  if (event.request.method !== "GET" || !ours) return;
  event.respondWith(answer(event.request, url));
});

async function answer(request: Request, url: URL): Promise<Response> {
  // The kept page is of the language it was kept in; its address may carry a province.
  const kept = () => caches.open(CACHE).then((cache) => cache.match(url.pathname, { ignoreSearch: true }));
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    // A sign-in page of the network in between is not ours.
    if (response.ok && !response.redirected && response.headers.get("x-ruam") !== null) return response;
    return (await kept()) ?? response;
  } catch (error) {
    const page = await kept();
    if (page === undefined) throw error;
    return page;
  }
}
