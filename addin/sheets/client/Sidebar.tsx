import type { TroubleKind } from "../../../shared/words/sheets.ts";
import { Pane } from "../../pane/views/Pane.tsx";
import { Alone, WhichProvince } from "../../pane/views/Stages.tsx";
import type { Ui } from "../../pane/views/ui.ts";
import { Refused, Trouble } from "./Stages.tsx";

export interface SidebarProps {
  ui: Ui;
  trouble: TroubleKind | null;
  /** Begins again from the first word to the script. */
  retry(): void;
}

/** The sidebar: the pane, with what is said when Google or the spreadsheet says no in its place or above it. */
export function Sidebar({ ui, trouble, retry }: SidebarProps) {
  const { stage } = ui.state;
  const told = trouble !== null && <Trouble ui={ui} kind={trouble} retry={retry} />;
  if (stage === "old")
    return (
      <Alone>
        <Trouble ui={ui} kind="old" retry={retry} />
      </Alone>
    );
  // What stands behind the trouble is only its echo.
  if (trouble !== null && (stage === "empty" || stage === "refused")) return <Alone>{told}</Alone>;
  if (stage === "refused")
    return (
      <Alone>
        <Refused ui={ui} retry={retry} />
      </Alone>
    );
  if (stage === "province") return <WhichProvince ui={ui} />;
  if (stage === "empty")
    return (
      <Alone>
        <h1 class="lead">{ui.words.reading}</h1>
        <progress class="wide" aria-label={ui.words.reading} />
      </Alone>
    );
  return (
    <>
      {told}
      <Pane ui={ui} />
    </>
  );
}
