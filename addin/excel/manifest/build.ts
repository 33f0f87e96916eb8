import { RIBBON_WORDS } from "../../../shared/words/ribbon.ts";
import { COMMANDS, type Command, functionName } from "./commands.ts";

/** Never change: to Excel another id is another add-in. */
const ID = "78e111c8-dc71-4902-b416-a6129061cf04";
/** Goes up when the ribbon changes: Excel keeps what it has of a version it knows. */
const VERSION = "1.1.0.0";
/** Old enough for every Excel that is still supported, new enough to watch a workbook's sheets. */
const EXCEL_API = "1.9";
/** A name of Microsoft's: a workbook tagged with it opens this pane by itself. */
const PANE = "Office.AutoShowTaskpaneWithDocument";

/** Sizes of the ribbon's pictures; Excel asks for 16, 32 and 80. */
export const RIBBON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80] as const;
/** Sizes every picture is drawn in. */
export const ICON_SIZES = [...RIBBON_SIZES, 128] as const;

/** Where a picture stands, from the collector's address. */
export const iconPath = (name: string, size: number) => `/icons/${name}-${size}.png`;

const escaped: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (text: string) => text.replace(/[&<>"]/g, (sign) => escaped[sign]!);

const { th, en } = RIBBON_WORDS;
const ENGLISH = "en-US";

/**
 * The add-in's manifest in Microsoft's XML form ("add-in only", VersionOverrides 1.0), for a collector at `address` as
 * `collectorAddress` gives it. Thai, with English for those whose Excel is English.
 */
export function buildManifest(address: string, commands: readonly Command[] = COMMANDS): string {
  const shared = commands.some((command) => command.does === "function");
  const at = (path: string) => xml(address + path);
  const both = (name: string, thai: string, english: string) =>
    `<${name} DefaultValue="${xml(thai)}">\n    <Override Locale="${ENGLISH}" Value="${xml(english)}" />\n  </${name}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  <Id>${ID}</Id>
  <Version>${VERSION}</Version>
  <ProviderName>${xml(th.provider)}</ProviderName>
  <DefaultLocale>th-TH</DefaultLocale>
  ${both("DisplayName", th.name, en.name)}
  ${both("Description", th.description, en.description)}
  <IconUrl DefaultValue="${at(iconPath("open", 32))}" />
  <HighResolutionIconUrl DefaultValue="${at(iconPath("open", 64))}" />
  <SupportUrl DefaultValue="${at("/install")}" />
  <AppDomains>
    <AppDomain>${xml(address)}</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Workbook" />
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="${EXCEL_API}">
      <Set Name="ExcelApi" MinVersion="${EXCEL_API}" />
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${at("/excel")}" />
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
${shared ? SHARED_RUNTIME : ""}    <Hosts>
      <Host xsi:type="Workbook">
${shared ? RUNTIMES : ""}        <DesktopFormFactor>
          <GetStarted>
            <Title resid="Started.Title" />
            <Description resid="Started.Text" />
            <LearnMoreUrl resid="Install.Url" />
          </GetStarted>
${shared ? '          <FunctionFile resid="Pane.Url" />\n' : ""}          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <CustomTab id="Ruam.Tab">
              <Group id="Ruam.Group">
                <Label resid="Group.Label" />
                <Icon>
${images("open", "                  ")}
                </Icon>
${commands.map(control).join("\n")}
              </Group>
              <Label resid="Tab.Label" />
            </CustomTab>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
${icons(commands)
  .map(({ resid, path }) => `        <bt:Image id="${resid}" DefaultValue="${at(path)}" />`)
  .join("\n")}
      </bt:Images>
      <bt:Urls>
        <bt:Url id="Pane.Url" DefaultValue="${at("/excel")}" />
        <bt:Url id="Install.Url" DefaultValue="${at("/install")}" />
      </bt:Urls>
      <bt:ShortStrings>
${shortStrings(commands).map(string).join("\n")}
      </bt:ShortStrings>
      <bt:LongStrings>
${longStrings(commands).map(string).join("\n")}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
</OfficeApp>
`;
}

const SHARED_RUNTIME = `    <Requirements>
      <bt:Sets DefaultMinVersion="1.1">
        <bt:Set Name="SharedRuntime" MinVersion="1.1" />
      </bt:Sets>
    </Requirements>
`;
const RUNTIMES = `        <Runtimes>
          <Runtime resid="Pane.Url" lifetime="long" />
        </Runtimes>
`;

const idOf = ({ name }: Command) => name[0]!.toUpperCase() + name.slice(1);

function control(command: Command): string {
  const id = idOf(command);
  const action =
    command.does === "pane"
      ? `<Action xsi:type="ShowTaskpane">
                    <TaskpaneId>${PANE}</TaskpaneId>
                    <SourceLocation resid="Pane.Url" />
                  </Action>`
      : `<Action xsi:type="ExecuteFunction">
                    <FunctionName>${functionName(command.name)}</FunctionName>
                  </Action>`;
  return `                <Control xsi:type="Button" id="Ruam.${id}">
                  <Label resid="${id}.Label" />
                  <Supertip>
                    <Title resid="${id}.Label" />
                    <Description resid="${id}.Tip" />
                  </Supertip>
                  <Icon>
${images(command.name, "                    ")}
                  </Icon>
                  ${action}
                </Control>`;
}

const images = (name: string, indent: string) =>
  RIBBON_SIZES.map((size) => `${indent}<bt:Image size="${size}" resid="Icon.${name}.${size}" />`).join("\n");

/** The group shows the picture of `open`, whether that button is there or not. */
const icons = (commands: readonly Command[]) =>
  [...new Set(["open", ...commands.map((command) => command.name)])].flatMap((name) =>
    RIBBON_SIZES.map((size) => ({ resid: `Icon.${name}.${size}`, path: iconPath(name, size) })),
  );

type Text = [id: string, thai: string, english: string];

const shortStrings = (commands: readonly Command[]): Text[] => [
  ["Started.Title", th.startedTitle, en.startedTitle],
  ["Tab.Label", th.tab, en.tab],
  ["Group.Label", th.group, en.group],
  ...commands.map((one): Text => [`${idOf(one)}.Label`, th.commands[one.name].label, en.commands[one.name].label]),
];

const longStrings = (commands: readonly Command[]): Text[] => [
  ["Started.Text", th.startedText, en.startedText],
  ...commands.map((one): Text => [`${idOf(one)}.Tip`, th.commands[one.name].tip, en.commands[one.name].tip]),
];

const string = ([id, thai, english]: Text) => `        <bt:String id="${id}" DefaultValue="${xml(thai)}">
          <bt:Override Locale="${ENGLISH}" Value="${xml(english)}" />
        </bt:String>`;
