import { describe, expect, it } from "vitest";
import { buildManifest } from "../../addin/excel/manifest/build.ts";
import { COMMANDS } from "../../addin/excel/manifest/commands.ts";
import { checkManifest } from "../../scripts/manifest/check.ts";
import { ownPictures } from "../../scripts/manifest/pictures.ts";

const GOOD = buildManifest("https://ruam.example", COMMANDS);

/** A manifest with one thing changed. The thing must be there, or the row would test nothing. */
function with_(from: string | RegExp, to: string): string {
  const changed = GOOD.replace(from, to);
  if (changed === GOOD) throw new Error(`nothing to change: ${from}`);
  return changed;
}

const long = (letters: number) => "ก".repeat(letters);
const moved = (xml: string, element: RegExp, before: string) => {
  const [text] = element.exec(xml)!;
  return xml.replace(text, "").replace(before, text + before);
};

describe("the checker refuses", () => {
  it.each<[string, string, RegExp]>([
    // The document
    ["text that is no XML", "Excel", /^not well-formed/],
    ["an unclosed element", GOOD.replace("</Hosts>", ""), /^not well-formed/],
    ["a DTD", GOOD.replace("<OfficeApp", "<!DOCTYPE x><OfficeApp"), /^not well-formed.*DTD/],
    ["an entity of its own", with_("<Version>", "<Version>&mine;"), /^not well-formed/],
    ["another document", "<manifest/>", /the document is <manifest>/],
    ["a mail add-in", with_('xsi:type="TaskPaneApp"', 'xsi:type="MailApp"'), /"MailApp", not "TaskPaneApp"/],
    [
      "overrides of mail's version",
      with_("VersionOverridesV1_0", "VersionOverridesV1_1"),
      /not "VersionOverridesV1_0"/,
    ],
    ["a wrong namespace", with_("appforoffice/1.1", "appforoffice/1.0"), /<OfficeApp> is in the namespace/],
    ["a set without its prefix", with_(/bt:Set /g, "Set "), /<Set> is in the namespace/],
    // Order
    [
      "permissions before the page",
      moved(GOOD, / {2}<Permissions>.*\n/, "  <DefaultSettings>"),
      /<DefaultSettings> must come before <Permissions>/,
    ],
    ["a version before the id", moved(GOOD, / {2}<Version>.*\n/, "  <Id>"), /<Id> must come before <Version>/],
    [
      "a label after the tip",
      with_(/(\s*<Label resid="Check.Label" \/>)([\s\S]*?<\/Supertip>)/, "$2$1"),
      /<Label> must come before <Supertip>/,
    ],
    [
      "a tab's label before its group",
      with_(/<Group id/, '<Label resid="Tab.Label" /><Group id'),
      /<Group> must come before <Label>/,
    ],
    ["an element nobody knows", with_("<Hosts>", "<Hosts><Guest />"), /<Guest> has no place in <Hosts>/],
    [
      "a menu where only a tab was looked up",
      with_(/<CustomTab[\s\S]*<\/CustomTab>/, "<OfficeMenu />"),
      /<OfficeMenu> has no place/,
    ],
    [
      "no picture of high resolution",
      with_(/ {2}<HighResolutionIconUrl.*\n/, ""),
      /<OfficeApp> has no <HighResolutionIconUrl>/,
    ],
    ["a button without its tip", with_(/\s*<Supertip>[\s\S]*?<\/Supertip>/, ""), /<Control> has no <Supertip>/],
    ["two versions", with_("<Version>", "<Version>1.0</Version><Version>"), /has 2 <Version>/],
    // What stands in it
    ["an id that is no GUID", with_(/<Id>.*</, "<Id>ruam<"), /Id is no GUID: "ruam"/],
    ["a version of words", with_(/<Version>.*</, "<Version>1.0-beta<"), /Version is not like/],
    ["a version of five parts", with_(/<Version>.*</, "<Version>1.0.0.0.1<"), /Version is not like/],
    ["a language without a country", with_("th-TH", "th"), /no locale like th-TH: "th"/],
    [
      "more permission than is needed",
      with_("ReadWriteDocument", "ReadWriteMailbox"),
      /Permissions is "ReadWriteMailbox"/,
    ],
    [
      "an add-in for Word, too",
      with_('<Host Name="Workbook" />', '<Host Name="Workbook" /><Host Name="Document" />'),
      /a host is not "Workbook"/,
    ],
    ["no least version of Excel", with_('Name="ExcelApi"', 'Name="WordApi"'), /do not name ExcelApi/],
    [
      "a least version in words",
      with_(' MinVersion="1.9" />', ' MinVersion="new" />'),
      /Set ExcelApi has no MinVersion/,
    ],
    [
      "a description too long",
      with_(/<Description DefaultValue="[^"]*"/, `<Description DefaultValue="${long(251)}"`),
      /Description has 251 characters/,
    ],
    [
      "a name of nothing",
      with_(/<DisplayName DefaultValue="[^"]*"/, '<DisplayName DefaultValue=" "'),
      /DisplayName has 1 characters/,
    ],
    // Resources
    [
      "a reference to nothing",
      with_('<Label resid="Check.Label"', '<Label resid="Chekc.Label"'),
      /refers to Chekc\.Label, which is not defined/,
    ],
    [
      "a resource nobody uses",
      with_(
        '<bt:Url id="Install',
        '<bt:Url id="Old.Url" DefaultValue="https://ruam.example/old" /><bt:Url id="Install',
      ),
      /Old\.Url is used nowhere/,
    ],
    ["a resource twice", with_('<bt:Url id="Install.Url"', '<bt:Url id="Pane.Url"'), /Pane\.Url is defined twice/],
    [
      "a tip for a label",
      with_('<Label resid="Check.Label"', '<Label resid="Check.Tip"'),
      /Check\.Tip of LongStrings, not of ShortStrings/,
    ],
    ["no reference at all", with_('<Label resid="Check.Label" />', "<Label />"), /<Label> has no resid/],
    ["an id of 33 characters", GOOD.replaceAll("Check.Label", "x".repeat(33)), /has 33 characters, of 1 to 32/],
    [
      "a label of 126 characters",
      with_('DefaultValue="ตรวจ"', `DefaultValue="${long(126)}"`),
      /Check\.Label has 126 characters/,
    ],
    [
      "an English tip of 251 characters",
      with_(/Value="Checks every[^"]*"/, `Value="${long(251)}"`),
      /Check\.Tip has 251 characters/,
    ],
    [
      "a label in Thai alone",
      with_(/(id="Check\.Label" DefaultValue="[^"]*")>\s*<bt:Override[^>]*>/, "$1>"),
      /Check\.Label is in one language only/,
    ],
    // Addresses
    ["plain http", with_("https://ruam.example/excel", "http://ruam.example/excel"), /SourceLocation is not https/],
    [
      "a picture of somebody else's",
      with_('<IconUrl DefaultValue="https://ruam.example', '<IconUrl DefaultValue="https://cdn.example'),
      /IconUrl is not on https:\/\/ruam\.example/,
    ],
    [
      "another port",
      with_('Install.Url" DefaultValue="https://ruam.example', 'Install.Url" DefaultValue="https://ruam.example:444'),
      /Url is not on/,
    ],
    [
      "a foreign domain",
      with_("<AppDomain>https://ruam.example", "<AppDomain>https://ruam.example.evil.example"),
      /AppDomain is not on/,
    ],
    ["half an address", with_("https://ruam.example/excel", "/excel"), /SourceLocation is no address/],
    [
      "an access code",
      with_("https://ruam.example/excel", "https://ruam.example/excel#code=1"),
      /carries more than an address/,
    ],
    // The ribbon
    [
      "two buttons of one id",
      with_('id="Ruam.Next"', 'id="Ruam.Check"'),
      /two things on the ribbon have the id Ruam\.Check/,
    ],
    ["a button without an id", with_('id="Ruam.Next"', ""), /<Control> has an id of 0 characters/],
    [
      "a function without a name",
      with_("<FunctionName>ruamCheck</FunctionName>", "<FunctionName> </FunctionName>"),
      /ExecuteFunction has no FunctionName/,
    ],
    ["functions without their page", with_(/\s*<FunctionFile .*/, ""), /there is no FunctionFile/],
    [
      "a pane without its page",
      with_(/(<\/TaskpaneId>)\s*<SourceLocation .*/, "$1"),
      /ShowTaskpane has no SourceLocation/,
    ],
    ["an action nobody knows", with_('"ShowTaskpane"', '"Launch"'), /no such action: "Launch"/],
    [
      "a runtime of another page",
      with_('<Runtime resid="Pane.Url"', '<Runtime resid="Install.Url"'),
      /a shared runtime has one page/,
    ],
    // Pictures
    ["a picture that is not there", with_("check-32.png", "chekc-32.png"), /Icon\.check\.32: no PNG at/],
    ["a picture of another size", with_("check-32.png", "check-16.png"), /is 16 × 16 pixels, not 32 × 32/],
    ["a small picture in the list", with_("open-64.png", "open-16.png"), /HighResolutionIconUrl: .* not 64 × 64/],
    [
      "no picture of 16 pixels",
      with_(/\s*<bt:Image size="16" resid="Icon.check.16" \/>/, ""),
      /the icon has no picture of 16 pixels/,
    ],
    ["a size Excel does not use", with_('size="20"', 'size="21"'), /no use for a picture of 21 pixels/],
    [
      "a size twice",
      with_('<bt:Image size="20" resid="Icon.open.20" />', '<bt:Image size="16" resid="Icon.open.16" />'),
      /has a size twice/,
    ],
  ])("%s", (_, manifest, sentence) => {
    const problems = checkManifest(manifest, ownPictures);
    expect(problems.filter((problem) => sentence.test(problem)).length, problems.join("\n")).toBeGreaterThan(0);
  });
});
