import type { ComponentChildren } from "preact";
import type { DueRule } from "../../../shared/calendar/dueRules.ts";
import { ruleFor } from "../../../shared/calendar/formRules.ts";
import { openPeriod } from "../../../shared/calendar/openPeriod.ts";
import { officeLabel } from "../../../shared/offices/office.ts";
import { officeOf, periodOf, strangers } from "../core/sending.ts";
import type { Draft } from "../core/state.ts";
import { dueIn, formOf } from "../knownForms.ts";
import { dayText, monthText } from "./time.ts";
import { fill, type Ui } from "./ui.ts";

/** What will be sent, to be read once; what is missing is asked here. */
export function Confirm({ ui, draft }: { ui: Ui; draft: Draft }) {
  const { state, words, language, dispatch, registry } = ui;
  const { report } = draft;
  const form = formOf(report)!;
  const period = periodOf(state, report);
  const office = officeOf(state, draft);
  const others = strangers(state, draft);
  const nameOf = (code: string) => {
    const found = registry?.byCode(code);
    return found === undefined ? code : officeLabel(found);
  };
  const data = report.rows.filter((row) => row.verdict !== "skip");
  const count = (status: string) => data.filter((row) => row.status === status).length;
  const nil = data.length > 0 && count("nil") === data.length;
  const due = period === null ? undefined : dueIn(form.id, period);
  const looks = state.points.filter((point) => point.verdict === "warn").length;
  const submit = (event: Event) => {
    event.preventDefault();
    dispatch({ on: "confirm" });
  };
  return (
    <form class="card" onSubmit={submit} aria-labelledby="confirm-title">
      <h2 id="confirm-title" tabIndex={-1} class="lead">
        {words.confirmTitle}
      </h2>
      <dl class="facts">
        <Fact term={words.period}>
          {report.period === null ? (
            <PeriodChoice ui={ui} rule={ruleFor(form, form.calendarRule)} />
          ) : (
            <strong>{monthText(report.period, language)}</strong>
          )}
        </Fact>
        <Fact term={words.office}>
          {office === null ||
          (draft.offices.length === 0 && report.office === null && state.session?.role !== "office") ? (
            <OfficeChoice ui={ui} />
          ) : (
            <strong>{nameOf(office)}</strong>
          )}
        </Fact>
        <Fact term={words.rows}>
          {nil
            ? fill(words.nil, { nil: form.nilText ?? "" })
            : !form.fields.some((field) => field.kind === "tick")
              ? fill(words.rowsOnly, { rows: data.length })
              : fill(words.rowsValue, { rows: data.length, done: count("done"), notDone: count("notDone") })}
        </Fact>
        <Fact term={words.certifier}>
          {report.certifier === null ? (
            <span class="soft">{words.noCertifier}</span>
          ) : (
            <>
              {report.certifier.name}
              <br />
              {report.certifier.position}
            </>
          )}
        </Fact>
        {due !== undefined && <Fact term={words.due}>{dayText(due.due, language)}</Fact>}
        <Fact term={words.form}>{form.title[0]}</Fact>
      </dl>
      {others.length > 0 && (
        <p class="notice bad">{fill(words.mixed, { office: nameOf(others[0]!.code), cell: others[0]!.cell ?? "" })}</p>
      )}
      {looks > 0 && <p class="soft">● {fill(words.looks, { count: looks })}</p>}
      <div class="row">
        <button type="submit" class="primary" disabled={period === null || others.length > 0}>
          {words.confirm}
        </button>
        <button type="button" class="second" onClick={() => dispatch({ on: "back" })}>
          {words.back}
        </button>
      </div>
    </form>
  );
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

const MONTHS_OFFERED = 14;

function PeriodChoice({ ui, rule }: { ui: Ui; rule: DueRule | undefined }) {
  const { state, words, language, dispatch } = ui;
  const latest = openPeriod(rule ?? "", ui.now);
  const months = Array.from({ length: MONTHS_OFFERED }, (_, i) => monthBefore(latest, i));
  return (
    <div class="field">
      <label for="period">{words.askPeriod}</label>
      <select
        id="period"
        required
        value={state.period ?? ""}
        onChange={(event) => dispatch({ on: "periodChosen", period: event.currentTarget.value })}
      >
        <option value="" disabled>
          {words.choosePeriod}
        </option>
        {months.map((month) => (
          <option key={month} value={month}>
            {monthText(month, language)}
          </option>
        ))}
      </select>
    </div>
  );
}

function OfficeChoice({ ui }: { ui: Ui }) {
  const { state, words, dispatch, registry } = ui;
  const offices = registry === null || state.province === null ? [] : registry.inProvince(state.province);
  return (
    <div class="field">
      <label for="office">{words.askOffice}</label>
      <select
        id="office"
        value={state.office ?? ""}
        onChange={(event) => dispatch({ on: "officeChosen", office: event.currentTarget.value })}
      >
        <option value="" disabled>
          {words.chooseOffice}
        </option>
        {offices.map((office) => (
          <option key={office.code} value={office.code}>
            {officeLabel(office)}
          </option>
        ))}
      </select>
    </div>
  );
}

function monthBefore(period: string, back: number): string {
  const month = Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 - back;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}
