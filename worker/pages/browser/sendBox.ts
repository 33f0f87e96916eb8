import { postFile, Trouble } from "./api.ts";
import { byId, make } from "./dom.ts";
import { timeText } from "./time.ts";
import type { ProblemFinding, Receipt, Report, View } from "./types.ts";
import { fill, language, words } from "./words.ts";

const SHOWN = 50;

/** A file being checked and sent. The key is made once for a file, so that pressing twice or trying again never sends twice. */
interface Chosen {
  file: File;
  key: string;
}

/** Wires the drop zone: a file is checked at once, and sent only when asked to. `sent` is called after a receipt. */
export function openSendBox(view: () => View, sent: () => void): void {
  const input = byId<HTMLInputElement>("file");
  const zone = byId("drop");
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) void check({ file, key: newKey() }, view(), sent);
  };
  input.addEventListener("change", () => {
    take(input.files);
    input.value = "";
  });
  for (const name of ["dragenter", "dragover"]) {
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer?.files);
  });
}

/** Forgets what was checked: it belonged to another form or period. */
export function clearSendBox(): void {
  byId("send-result").replaceChildren();
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function draw(...parts: (Node | null)[]): void {
  byId("send-result").replaceChildren(make("div", { class: "result" }, ...parts));
}

async function check(chosen: Chosen, view: View, sent: () => void): Promise<void> {
  draw(make("p", { class: "loading", role: "status" }, fill(words.checking, { name: chosen.file.name })));
  try {
    const fields = { form: view.form, period: view.period, province: view.province };
    const report = await postFile<Report>("/check", chosen.file, fields);
    const trouble = unresolved(report);
    const counts = make(
      "p",
      {},
      `${chosen.file.name} · ${fill(words.counts, { ...report.counts, bad: report.counts.suggest + report.counts.error })}`,
    );
    if (report.submittable) {
      draw(
        make("p", { class: "notice good" }, words.checkedGood),
        counts,
        tidiedList(report),
        sendButton(chosen, view, sent),
      );
    } else {
      draw(
        make("p", { class: "notice bad" }, fill(words.checkedBad, { count: trouble.length })),
        counts,
        troubleList(trouble),
        tidiedList(report),
      );
    }
  } catch (error) {
    drawTrouble(error, () => void check(chosen, view, sent));
  }
}

interface Point {
  where: string;
  message: string;
}

/** Everything that waits for a person, in sheet order; cells that share a sentence share a line. */
function unresolved(report: Report): Point[] {
  const bad = (verdict: string) => verdict === "error" || verdict === "suggest";
  const points: Point[] = [];
  const add = (where: string | null, message: string) => {
    const last = points.at(-1);
    if (last?.message === message && where !== null) last.where += `, ${where}`;
    else points.push({ where: where ?? "", message });
  };
  for (const finding of report.findings) {
    if (bad(finding.verdict)) add(finding.cell, finding.message ?? finding.code);
  }
  // A line of a list is told by its own part where it has one.
  for (const part of Object.values(report.fields))
    if (bad(part.verdict)) add(part.cell, part.message ?? part.codes.join(" "));
  for (const row of report.rows) {
    if (!bad(row.verdict)) continue;
    if (row.message !== undefined) add(String(row.row), row.message);
    for (const cell of Object.values(row.cells)) {
      if (bad(cell.verdict)) add(cell.cell, cell.message ?? cell.codes.join(" "));
    }
  }
  return points;
}

/** What was tidied without asking, to be looked at by whoever wants to. */
function tidiedList(report: Report): HTMLElement | null {
  const tidied = report.rows
    .flatMap((row) => Object.values(row.cells))
    .filter((cell) => cell.verdict === "fixed" && cell.cell !== null);
  if (tidied.length === 0) return null;
  const items = tidied
    .slice(0, SHOWN)
    .map(({ cell, raw, value }) =>
      make(
        "li",
        {},
        make("b", {}, `${cell} `),
        `${raw ?? words.emptyCell} → ${value === "" ? words.emptyCell : value}`,
      ),
    );
  if (tidied.length > SHOWN) items.push(make("li", {}, fill(words.moreFindings, { count: tidied.length - SHOWN })));
  return make(
    "details",
    {},
    make("summary", {}, fill(words.tidied, { count: tidied.length })),
    make("ul", {}, ...items),
  );
}

function troubleList(points: Point[]): HTMLElement {
  const items = points
    .slice(0, SHOWN)
    .map(({ where, message }) =>
      make("li", {}, where === "" ? null : make("span", { class: "cell" }, `${where} `), message),
    );
  const more = points.length - SHOWN;
  if (more > 0) items.push(make("li", {}, fill(words.moreFindings, { count: more })));
  return make("ul", { "aria-label": words.unresolved }, ...items);
}

function sendButton(chosen: Chosen, view: View, sent: () => void): HTMLElement {
  const button = make("button", { type: "button", class: "primary" }, words.send);
  button.addEventListener("click", () => {
    button.setAttribute("disabled", "");
    button.textContent = words.sending;
    void send(chosen, view, sent);
  });
  return button;
}

async function send(chosen: Chosen, view: View, sent: () => void): Promise<void> {
  try {
    const receipt = await postFile<Receipt>(
      "/submissions/file",
      chosen.file,
      { form: view.form, period: view.period },
      chosen.key,
    );
    drawReceipt(receipt);
    sent();
  } catch (error) {
    drawTrouble(error, () => void send(chosen, view, sent));
  }
}

function drawReceipt(receipt: Receipt): void {
  const pairs: [string, string][] = [
    [words.receiptNumber, receipt.receipt],
    [words.receiptVersion, String(receipt.version)],
    [words.receiptTime, `${timeText(receipt.receivedAt)} · ${receipt.late ? words.receiptLate : words.receiptOnTime}`],
  ];
  const list = pairs.flatMap(([term, value]) => [make("dt", {}, term), make("dd", {}, value)]);
  draw(
    make("p", { class: "notice good", role: "status" }, words.receiptTitle),
    make("dl", { class: "receipt" }, ...list),
  );
}

function drawTrouble(error: unknown, again: () => void): void {
  if (!(error instanceof Trouble)) throw error;
  const found = (Array.isArray(error.problem.findings) ? error.problem.findings : []) as ProblemFinding[];
  const list = found.slice(0, SHOWN).map(({ cell, row, raw, message, messageEn }) => {
    const where = cell ?? row ?? "";
    const why = (language === "en" ? messageEn : undefined) ?? message;
    return make("li", {}, make("span", { class: "cell" }, `${where} `), why ?? String(raw ?? ""));
  });
  const retry = error.status === 0 || error.status >= 500 || error.status === 429;
  draw(
    make("p", { class: "notice bad", role: "alert" }, error.message),
    list.length === 0 ? null : make("ul", {}, ...list),
    retry ? make("button", { type: "button", class: "second", onclick: again }, words.retry) : null,
  );
}
