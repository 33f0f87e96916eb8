import { get, type Session } from "../api.ts";
import { byId, make, show } from "../dom.ts";
import { monthText } from "../time.ts";
import { words as pageWords } from "../words.ts";
import { language, words } from "./words.ts";

interface Listed {
  submission: string;
  receipt: string;
  period: string;
  status: "received" | "returned" | "accepted" | "withdrawn";
}

/** Without a report in the address: those this office has sent, the newest first; anybody else is told where reports are. */
export async function chooseReport({ role, place }: Session): Promise<void> {
  const body = byId("choose-body");
  show(byId("elsewhere"), role !== "office");
  show(byId("choose"), role === "office");
  if (role !== "office") return;
  const { submissions } = await get<{ submissions: Listed[] }>("/submissions", { office: place });
  const open = submissions
    .filter(({ status }) => status !== "withdrawn")
    .sort((a, b) => (a.period < b.period ? 1 : -1));
  if (open.length === 0) {
    body.replaceChildren(make("p", { class: "notice" }, words.chooseEmpty));
    return;
  }
  const lines = open.map(({ submission, receipt, period, status }) =>
    make(
      "li",
      {},
      make("a", { href: `/files?id=${submission}&lang=${language}` }, `${monthText(period)} · ${receipt}`),
      " ",
      make("span", { class: `tag ${status}` }, pageWords.statuses[status]),
    ),
  );
  body.replaceChildren(make("ul", { class: "plain" }, ...lines));
}
