/** Why an address cannot carry the add-in. Each has its sentence where it is told. */
export type AddressFault = "not-an-address" | "not-https" | "has-sign-in" | "has-path";

/** Pages of the collector that somebody may have open while copying its address. */
const OWN_PATHS = new Set(["/", "/install", "/app", "/excel", "/manifest.xml"]);
const LOCAL = new Set(["localhost", "127.0.0.1", "[::1]"]);
const HOST = /^([a-z0-9.-]+|\[[0-9a-f:]+\])$/;

/**
 * The address of a collector as it stands in a manifest: scheme, host and port, no slash at the end. What follows the host on
 * one of the collector's own pages is cut off, the code of a sign-in link above all.
 */
export function collectorAddress(text: string): { address: string } | { fault: AddressFault } {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return { fault: "not-an-address" };
  }
  if (!/^https?:$/.test(url.protocol) || !HOST.test(url.hostname)) return { fault: "not-an-address" };
  if (url.username !== "" || url.password !== "") return { fault: "has-sign-in" };
  if (url.protocol === "http:" && !LOCAL.has(url.hostname)) return { fault: "not-https" };
  if (!OWN_PATHS.has(url.pathname)) return { fault: "has-path" };
  return { address: url.origin };
}
