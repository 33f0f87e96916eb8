/**
 * Serves the recorder's page over https on this machine, with a manifest that opens it: npm run recorder
 * For somebody with a real Excel; docs/not-verified.md says how.
 */
import { createServer } from "node:https";
import { build } from "esbuild";
import selfsigned from "selfsigned";
import { buildManifest } from "../../../addin/excel/manifest/build.ts";

const PORT = 8788;
const ADDRESS = `https://localhost:${PORT}`;
/** Another add-in to Excel than the one of the collector. */
const OWN_ID = "3d0a2f7e-6f0e-4f5c-9a53-2f5a8a5f8d11";

const { outputFiles } = await build({
  ...{ entryPoints: ["tests/hosts/recorder/record.ts"], bundle: true, write: false, format: "esm", target: "es2022" },
});
const PAGE = `<!doctype html><html lang="th"><meta charset="utf-8"><title>Ruam recorder</title>
<body><p id="line">…</p><button id="go" type="button">เริ่ม / ต่อไป</button><script type="module" src="/record.js"></script></body></html>`;
const MANIFEST = buildManifest(ADDRESS, [{ name: "open", does: "pane" }])
  .replace(/<Id>[^<]*<\/Id>/, `<Id>${OWN_ID}</Id>`)
  .replaceAll(`${ADDRESS}/excel"`, `${ADDRESS}/recorder"`);

const answers: Record<string, [type: string, body: string | Uint8Array]> = {
  "/recorder": ["text/html; charset=utf-8", PAGE],
  "/record.js": ["text/javascript; charset=utf-8", outputFiles[0]!.contents],
  "/manifest.xml": ["application/xml; charset=utf-8", MANIFEST],
};
const { private: key, cert } = await selfsigned.generate([{ name: "commonName", value: "localhost" }]);
createServer({ key, cert }, (request, response) => {
  const answer = answers[new URL(request.url ?? "/", ADDRESS).pathname];
  response.writeHead(answer === undefined ? 404 : 200, { "content-type": answer?.[0] ?? "text/plain" });
  response.end(answer?.[1] ?? "not found");
}).listen(PORT, "127.0.0.1", () => {
  console.log(
    `${ADDRESS}/manifest.xml goes into Excel; open ${ADDRESS}/recorder in the browser once and trust the certificate.`,
  );
});
