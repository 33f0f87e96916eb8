import type { Grid } from "../../../shared/sheet/grid.ts";
import { Book } from "./book/book.ts";
import { addGrid } from "./book/fromGrids.ts";
import { BookView } from "./book/view.ts";
import { Events } from "./events.ts";
import { Faults } from "./faults.ts";
import { Hands } from "./hands.ts";
import { Kernel } from "./kernel.ts";
import type { Host, Live } from "./members/model.ts";
import type { Metadata } from "./metadata.ts";
import { Pane } from "./pane.ts";
import { type Build, Support } from "./support.ts";
import { User } from "./user.ts";
import { Wire } from "./wire.ts";

export interface MachineOptions {
  grids?: Grid[];
  names?: { name: string; value: string; visible?: boolean }[];
  fileName?: string;
  /** What the add-in kept in the workbook before: workbook.settings. */
  settings?: Record<string, unknown>;
  /** And Office.context.document.settings, each value as its JSON text (on the web only). */
  documentSettings?: [string, string][];
  /** The newest ExcelApi set this Excel knows: "1.9", "1.14" (unless said), "1.17". */
  api?: string;
  build?: Build;
  /** A shared runtime starts hidden, woken by a ribbon button; otherwise the pane is open. */
  paneHidden?: boolean;
}

/** One simulated Excel without a wire to it yet: the workbook, what people do to it, what goes wrong. */
export class Machine {
  readonly support: Support;
  readonly inner: Book;
  readonly book: BookView;
  readonly faults = new Faults();
  readonly wire = new Wire();
  readonly events: Events;
  readonly user: User;
  readonly coauthor: Hands;
  readonly pane: Pane;
  /** Office.context.document.settings, as it was last saved. */
  documentSettings: [string, string][];
  /** Reference ids the add-in asked to keep and has not given back. */
  readonly references = new Map<string, Live>();

  constructor(options: MachineOptions) {
    this.support = new Support(options.api ?? "1.14", options.build ?? "web");
    this.inner = new Book(options.fileName ?? "Report.xlsx");
    for (const grid of options.grids ?? []) addGrid(this.inner, grid);
    for (const name of options.names ?? []) this.inner.names.push({ visible: true, ...name });
    for (const [key, value] of Object.entries(options.settings ?? {})) this.inner.settings.set(key, value);
    this.documentSettings = options.documentSettings ?? [];
    this.events = new Events(this.inner, this.support, this.faults);
    this.book = new BookView(this.inner);
    this.user = new User(this.inner, this.faults);
    this.coauthor = new Hands(this.inner, "coauthor");
    this.pane = new Pane(options.paneHidden !== true);
    this.pane.onChange = (visible) => this.events.tellPane(visible);
  }

  kernel(metadata: Metadata): Kernel {
    let references = 0;
    const host: Host = {
      book: this.inner,
      support: this.support,
      events: this.events,
      references: this.references,
      newReference: () => `ref${++references}`,
      responseLimit: () => this.faults.responseLimitBytes,
      pane: this.pane,
      oversized: false,
    };
    return new Kernel(host, this.faults, metadata, this.wire);
  }
}
