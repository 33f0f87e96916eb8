import { extractMetadata, type Metadata } from "../metadata.ts";
import type { Build } from "../support.ts";
import { barePage, type PageScope, runLibrary } from "./library.ts";

/** What a build says about its classes does not change while the tests run. */
const known = new Map<Build, Metadata>();

/** Read from a page's library where one is at hand, else from one loaded for the purpose. */
export function metadataOf(build: Build, loaded?: PageScope): Metadata {
  const found = known.get(build);
  if (found !== undefined) return found;
  const scope = loaded ?? loadedAlone(build);
  const metadata = extractMetadata(scope.Excel, scope.OfficeCore);
  known.set(build, metadata);
  return metadata;
}

function loadedAlone(build: Build): PageScope {
  const factory = { getContext: () => ({}), getHostInfo: () => ({}), getLoggingAllowed: () => false };
  const scope: PageScope = { ...barePage(), OSF: { _OfficeAppFactory: factory } };
  runLibrary(build, scope);
  return scope;
}
