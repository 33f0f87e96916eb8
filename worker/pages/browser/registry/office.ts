import { FORMS } from "../../../../shared/forms/index.ts";
import { get, post } from "../api.ts";
import { choiceOf } from "../desk/officeTyped.ts";
import { filled, loading, told } from "../desk/state.ts";
import { byId, make, show } from "../dom.ts";
import { monthText } from "../time.ts";
import { intoField, intoOffice, offerInto } from "./intoOffice.ts";
import { fillMonths, formName } from "./offices.ts";
import { askMore, askSure } from "./sure.ts";
import type { CentreList, Here, OfficeHistory } from "./types.ts";
import { fill, registry } from "./words.ts";

const TYPES = ["ทน.", "ทม.", "ทต.", "อบต."];

export async function postAct(here: Here, body: object): Promise<void> {
  await post(`/provinces/${here.province}/registry/acts`, body);
}

/** One office through time, its centres, and for the province what can be changed. */
export async function drawOffice(office: string, name: string, here: Here): Promise<void> {
  const body = byId("office-body");
  byId("office-title").textContent = fill(registry.historyTitle, { name, office });
  show(byId("office"), true);
  body.replaceChildren();
  loading(body);
  byId("office-title").focus();
  const [history, known, choices] = await Promise.all([
    get<OfficeHistory>(`/provinces/${here.province}/registry/${office}`),
    get<CentreList>(`/provinces/${here.province}/centres`, { office, limit: "200" }),
    here.session.role === "province" ? offerInto(here.province, office) : null,
  ]);
  const close = () => {
    show(byId("office"), false);
    byId("list-title").focus();
  };
  const acts = here.session.role === "province" ? [actsOf(history, name, here)] : [];
  filled(
    body,
    statesOf(history),
    make("h3", {}, registry.centresTitle),
    centresOf(known),
    ...acts,
    ...(choices === null ? [] : [choices]),
    make("button", { type: "button", class: "second", onclick: close }, registry.close),
  );
}

function statesOf({ states, before, reports }: OfficeHistory): HTMLElement {
  const lines = states.map(({ from, name, district, listed, successor }) => {
    const when = from === "" ? registry.since : fill(registry.from, { period: monthText(from) });
    const to = successor === null ? [] : [fill(registry.successor, { name: successor.name })];
    return `${when}: ${[...(listed ? [name, district] : [registry.left]), ...to].join(" · ")}`;
  });
  if (before.length > 0)
    lines.push(fill(registry.before, { names: before.map(({ office, name }) => `${name} (${office})`).join(", ") }));
  lines.push(fill(registry.reports, { count: reports }));
  return make("ol", { class: "plain" }, ...lines.map((line) => make("li", {}, line)));
}

function centresOf({ centres }: CentreList): HTMLElement {
  if (centres.length === 0) return make("p", { class: "hint" }, registry.centresNone);
  const text = ({ name, times, first, last }: CentreList["centres"][number]) =>
    fill(registry.centre, { name, times, first: monthText(first), last: monthText(last) });
  return make("ul", { class: "plain" }, ...centres.map((one) => make("li", {}, text(one))));
}

/** A field of a form: its label and what is written in it. */
interface Field {
  box: HTMLElement;
  input: HTMLInputElement | HTMLSelectElement;
}

let fields = 0;

function field(label: string, input: HTMLElement): Field {
  const id = `field-${++fields}`;
  input.id = id;
  const box = make("div", {}, make("label", { for: id }, label), input);
  return { box, input: input as Field["input"] };
}

function text(label: string, maxlength: number): Field {
  return field(label, make("input", { maxlength, autocomplete: "off" }));
}

function choice(label: string, options: [value: string, text: string][]): Field {
  return field(label, make("select", {}, ...options.map(([value, name]) => make("option", { value }, name))));
}

function months(label: string, none?: string): Field {
  const made = choice(label, []);
  fillMonths(made.input as HTMLSelectElement, none);
  return made;
}

interface Act {
  title: string;
  fields: Record<string, Field>;
  /** Fields that may stay empty. */
  optional?: string[];
  /** What will happen, in a sentence; may have to ask. */
  sentence(values: Record<string, string>): Promise<string> | string;
  body(values: Record<string, string>): object;
}

function actsOf(history: OfficeHistory, name: string, here: Here): HTMLElement {
  const { office } = history;
  const at = (value: string | undefined) => monthText(value!);
  const acts: Act[] = [
    {
      title: registry.rename,
      fields: { name: text(registry.name, 120), from: months(registry.fromPeriod) },
      sentence: ({ name: to, from }) => fill(registry.willRename, { office: name, name: to!, from: at(from) }),
      body: ({ name: to, from }) => ({ act: "rename", office, name: to, from }),
    },
    {
      title: registry.merge,
      fields: { into: field(registry.into, intoField()), from: months(registry.fromPeriod) },
      async sentence({ into, from }) {
        return fill(registry.willMerge, { office: name, into: choiceOf(intoOffice(into!)), from: at(from) });
      },
      body: ({ into, from }) => ({ act: "merge", office, into: intoOffice(into!).office, from }),
    },
    {
      title: registry.upgrade,
      fields: {
        type: choice(
          registry.type,
          TYPES.map((type) => [type, type]),
        ),
        ...{ code: text(registry.code, 7), from: months(registry.fromPeriod) },
      },
      optional: ["code"],
      sentence: ({ type, code, from }) =>
        fill(registry.willUpgrade, { office: name, type: type!, code: code || registry.sameCode, from: at(from) }),
      body: ({ type, code, from }) => ({ act: "upgrade", office, type, code: code || null, from }),
    },
    {
      title: registry.exemptAct,
      fields: {
        form: choice(
          registry.form,
          FORMS.filter((form) => form.official).map(({ id }) => [id, formName(id)]),
        ),
        ...{ from: months(registry.fromPeriod), to: months(registry.toPeriod, registry.noEnd) },
        reason: text(registry.reason, 1000),
      },
      optional: ["to"],
      sentence: ({ from, to }) =>
        fill(registry.willExempt, { office: name, from: at(from), to: to ? at(to) : registry.noEnd }),
      body: ({ form, from, to, reason }) => ({ act: "exempt", office, form, from, to: to || null, reason }),
    },
  ];
  return make(
    "div",
    { class: "acts" },
    make("h3", {}, registry.actsTitle),
    make("p", {}, registry.actsIntro),
    ...exemptionsOf(history, name, here),
    ...acts.map((act) => actForm(act, history, name, here)),
  );
}

function actForm(act: Act, history: OfficeHistory, name: string, here: Here): HTMLElement {
  const sure = make("div");
  const submit = (event: Event) => {
    event.preventDefault();
    const values = Object.fromEntries(Object.entries(act.fields).map(([id, { input }]) => [id, input.value.trim()]));
    const missing = Object.entries(values).find(([id, value]) => value === "" && act.optional?.includes(id) !== true);
    if (missing !== undefined) {
      askMore(sure, registry.needed);
      act.fields[missing[0]]!.input.focus();
      return;
    }
    Promise.resolve(act.sentence(values)).then(
      (sentence) => {
        const body = { ...act.body(values), revision: history.revision };
        askSure(sure, sentence, () => done(here, body, history.office, name));
      },
      (error: Error) => askMore(sure, error.message),
    );
  };
  const button = make("button", { type: "submit", class: "second" }, registry.preview);
  const row = make("div", { class: "row" }, ...Object.values(act.fields).map(({ box }) => box), button);
  return make("details", {}, make("summary", {}, act.title), make("form", { onsubmit: submit }, row, sure));
}

function exemptionsOf(history: OfficeHistory, name: string, here: Here): HTMLElement[] {
  return history.exemptions.map(({ id, form, from, to, reason }) => {
    const slots = {
      form: formName(form),
      from: monthText(from),
      to: to === null ? registry.noEnd : monthText(to),
      reason,
    };
    const why = text(registry.reason, 1000);
    const sure = make("div");
    const submit = (event: Event) => {
      event.preventDefault();
      if (why.input.value.trim() === "") return askMore(sure, registry.needed);
      const body = { act: "owe", exemption: id, reason: why.input.value, revision: history.revision };
      askSure(sure, fill(registry.willOwe, { office: name }), () => done(here, body, history.office, name));
    };
    const button = make("button", { type: "submit", class: "second" }, registry.endExemption);
    const row = make("div", { class: "row" }, why.box, button);
    return make("form", { onsubmit: submit }, make("p", {}, fill(registry.exemptions, slots)), row, sure);
  });
}

async function done(here: Here, body: object, office: string, name: string): Promise<void> {
  await postAct(here, body);
  told(registry.done);
  await here.redraw();
  await drawOffice(office, name, here);
}
