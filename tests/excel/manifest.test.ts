import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { collectorAddress } from "../../addin/excel/manifest/address.ts";
import { buildManifest, ICON_SIZES } from "../../addin/excel/manifest/build.ts";
import { COMMANDS, type CommandName, functionName } from "../../addin/excel/manifest/commands.ts";
import { checkManifest } from "../../scripts/manifest/check.ts";
import { ICONS, ownPictures, pngSize } from "../../scripts/manifest/pictures.ts";
import { childOf, named, readXml } from "../../scripts/manifest/read.ts";

const ADDRESS = "https://ruam.example";

describe("the address in a manifest", () => {
  it.each([
    ["https://ruam.example", "https://ruam.example"],
    ["  https://ruam.example/  ", "https://ruam.example"],
    ["https://RUAM.Example:443/install?lang=en", "https://ruam.example"],
    ["https://ruam.example:8443/app", "https://ruam.example:8443"],
    ["https://ruam.example/#code=99-AAAA-BBBB", "https://ruam.example"],
    ["https://ruam.example/manifest.xml", "https://ruam.example"],
    ["https://แบบ.ไทย", "https://xn--r3ca9i.xn--o3cw4h"],
    ["https://10.0.0.5", "https://10.0.0.5"],
    ["http://localhost:8787/", "http://localhost:8787"],
    ["https://localhost", "https://localhost"],
    ["http://127.0.0.1:8787", "http://127.0.0.1:8787"],
    ["http://[::1]:8787", "http://[::1]:8787"],
  ])("%s stands there as %s", (text, address) => {
    expect(collectorAddress(text)).toEqual({ address });
  });

  it.each([
    ["", "not-an-address"],
    ["ruam.example", "not-an-address"],
    ["localhost:8787", "not-an-address"],
    ["ftp://ruam.example", "not-an-address"],
    ["javascript:alert(1)", "not-an-address"],
    ['https://a"b.example', "not-an-address"],
    ["https://a&b.example", "not-an-address"],
    ["http://ruam.example", "not-https"],
    ["http://192.168.1.5:8787", "not-https"],
    ["http://localhost.example", "not-https"],
    ["https://user:word@ruam.example", "has-sign-in"],
    ["https://ruam.example/ruam/", "has-path"],
    ["https://ruam.example/app/x", "has-path"],
  ])("%j is refused: %s", (text, fault) => {
    expect(collectorAddress(text)).toEqual({ fault });
  });
});

describe("the manifest", () => {
  const addresses = [ADDRESS, "https://ruam.example:8443", "https://xn--r3ca9i.xn--o3cw4h", "http://localhost:8787"];
  const sets = [
    ["what ships", COMMANDS],
    ["the pane alone", COMMANDS.slice(0, 1)],
    ["functions only", COMMANDS.slice(1)],
  ] as const;

  it.each(addresses.flatMap((address) => sets.map(([name, commands]) => [address, name, commands] as const)))(
    "for %s with %s has nothing the checker finds",
    (address, _name, commands) => {
      expect(checkManifest(buildManifest(address, commands), ownPictures)).toEqual([]);
    },
  );

  it("carries one address and no other", () => {
    const manifest = buildManifest("https://ruam.example:8443");
    const outside = [...manifest.matchAll(/https?:\/\/[^"<\s]+/g)]
      .map(([address]) => address)
      .filter((address) => !address.startsWith("https://ruam.example:8443"));
    expect(
      [...new Set(outside)].every((address) => /^http:\/\/(schemas\.microsoft\.com|www\.w3\.org)\//.test(address)),
    ).toBe(true);
  });

  it("keeps its ids, whatever the address and the buttons", () => {
    const ids = (xml: string) => {
      const root = readXml(xml);
      const tab = named(root, "CustomTab")[0]!;
      const controls = named(root, "Control").map((one) => one.attributes.id);
      return [childOf(root, "Id")!.text, tab.attributes.id, named(root, "Group")[0]!.attributes.id, controls];
    };
    const own = "78e111c8-dc71-4902-b416-a6129061cf04";
    const alone = COMMANDS.slice(0, 1);
    expect(ids(buildManifest(ADDRESS, alone))).toEqual([own, "Ruam.Tab", "Ruam.Group", ["Ruam.Open"]]);
    expect(ids(buildManifest("http://localhost:1"))).toEqual([
      ...[own, "Ruam.Tab", "Ruam.Group"],
      ["Ruam.Open", "Ruam.Check", "Ruam.Next", "Ruam.Send"],
    ]);
  });

  it("says everything in Thai, and in English to an English Excel", () => {
    const root = readXml(buildManifest(ADDRESS, COMMANDS));
    const strings = named(root, "String").map((one) => [one.attributes.DefaultValue!, one.children[0]!.attributes]);
    expect(strings.every(([thai]) => /[\u0e00-\u0e7f]/.test(thai as string))).toBe(true);
    expect(
      strings.every(([, english]) => JSON.stringify(english).match(/^\{"Locale":"en-US","Value":"[ -~]+"\}$/)),
    ).toBe(true);
    const labels = strings
      .map(([thai]) => thai)
      .filter((thai) => ["รวมแบบ", "ตรวจ", "จุดถัดไป", "ส่ง"].includes(thai as string));
    expect(labels).toEqual(["รวมแบบ", "ตรวจ", "จุดถัดไป", "ส่ง"]);
  });

  it("starts in every Excel from ExcelApi 1.9, and its functions only where one runtime can be shared", () => {
    const sets = (xml: string) =>
      named(readXml(xml), "Set").map(({ attributes }) => [attributes.Name, attributes.MinVersion]);
    expect(sets(buildManifest(ADDRESS, COMMANDS.slice(0, 1)))).toEqual([["ExcelApi", "1.9"]]);
    expect(sets(buildManifest(ADDRESS))).toEqual([
      ["ExcelApi", "1.9"],
      ["SharedRuntime", "1.1"],
    ]);
  });

  it("calls no function that the sidebar does not have", () => {
    const called = named(readXml(buildManifest(ADDRESS)), "FunctionName").map(({ text }) => text);
    const bound = [...readFileSync("addin/excel/ribbon.ts", "utf8").matchAll(/\bon\("(\w+)"/g)].map(([, name]) => name);
    expect(called).toEqual(["ruamCheck", "ruamNext", "ruamSend"]);
    expect(bound.map((name) => functionName(name as CommandName))).toEqual(called);
  });

  it("stands at the top of the project as built for this machine (else: npm run manifest)", () => {
    expect(readFileSync("manifest.xml", "utf8")).toBe(buildManifest("http://localhost:8787"));
  });
});

describe("the pictures", () => {
  const drawings = readdirSync(ICONS).filter((name) => name.endsWith(".svg"));
  it("are there for every button, in every size, of just that many pixels (else: node scripts/icons.ts)", () => {
    expect(drawings).toEqual(COMMANDS.map(({ name }) => `${name}.svg`).sort());
    const wrong = drawings.flatMap((drawing) =>
      ICON_SIZES.filter((size) => {
        const found = ownPictures(`/icons/${drawing.replace(".svg", "")}-${size}.png`);
        return found?.width !== size || found.height !== size;
      }).map((size) => `${drawing} ${size}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ["empty", ""],
    ["a JPEG", "\xff\xd8\xff\xe0".padEnd(40)],
    ["cut off", "\x89PNG\r\n\x1a\n"],
  ])("a file that is %s has no size", (_, bytes) => {
    expect(pngSize(Buffer.from(bytes, "latin1"))).toBeNull();
  });

  it.each(["/icons/../manifest.xml", "/icons/none-16.png", "/open-16.png", "/icons/"])("nothing is at %s", (path) => {
    expect(ownPictures(path)).toBeNull();
  });
});

describe("npm run manifest", () => {
  const folder = mkdtempSync(join(tmpdir(), "ruam-manifest-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/manifest.ts", ...args], {
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  };

  it("writes what the builder builds and prints where", () => {
    const out = join(folder, "deep", "manifest.xml");
    const { status, stdout, stderr } = run("--url", "https://ruam.example/install", "--out", out);
    expect([status, stdout]).toEqual([0, `${out}\n`]);
    expect(stderr).toContain("https://ruam.example/install");
    expect(readFileSync(out, "utf8")).toBe(buildManifest(ADDRESS));
  });

  it.each([
    [["--url", "http://ruam.example"], /is not https/],
    [["--url", "https://ruam.example/sub"], /has a path/],
    [["--url", "nowhere"], /is not the address of a web page/],
    [[], /--url is missing/],
    [["--link", "https://ruam.example"], /--link/],
  ])("refuses %j in a sentence, and writes nothing", (args, sentence) => {
    const out = join(folder, "none.xml");
    const { status, stdout, stderr } = run(...args, "--out", out);
    expect([status, stdout, readdirSync(folder).includes("none.xml")]).toEqual([2, "", false]);
    expect(stderr).toMatch(sentence);
  });
});
