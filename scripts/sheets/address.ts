/** The origin a text names, null when it is no address of a collector. A page of Google is https: only https may be called from it, and this machine itself. */
export function addressOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.username !== "" || url.pathname !== "/" || url.search !== "" || url.hash !== "") return null;
  return url.protocol === "https:" || (url.protocol === "http:" && url.hostname === "localhost") ? url.origin : null;
}
