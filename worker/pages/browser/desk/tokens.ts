import { get, post, sendJson } from "../api.ts";
import { byId, make, show } from "../dom.ts";
import { timeText } from "../time.ts";
import type { Context } from "./context.ts";
import { level } from "./levelWords.ts";
import { empty, filled, pressing, sayBad, sayGood } from "./state.ts";
import type { Desk, MadeToken, Tokens } from "./types.ts";
import { fill } from "./words.ts";

/** The tokens of the caller's place; for who makes none, the card stays away. */
export async function drawTokens(now: Desk): Promise<void> {
  const may = now.session.role === "province" || now.session.role === "department";
  show(byId("tokens"), may);
  if (may) listTokens(await get<Tokens>("/tokens"));
}

function listTokens({ tokens }: Tokens): void {
  const body = byId("tokens-body");
  if (tokens.length === 0) {
    empty(body, level.tokenNone);
    return;
  }
  const head = [level.colName, level.colScopes, level.colExpires, level.colUsed, level.colState];
  filled(
    body,
    make(
      "table",
      {},
      make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
      make("tbody", {}, ...tokens.map(lineOf)),
    ),
  );
}

function lineOf({ id, name, scopes, expiresAt, revokedAt, lastUsedAt }: Tokens["tokens"][number]): HTMLElement {
  const cell = (label: string, ...children: Node[] | string[]) => make("td", { "data-label": label }, ...children);
  const over = Date.parse(expiresAt) <= Date.now();
  const state = revokedAt !== null ? level.revoked : over ? level.expired : level.inUse;
  const tag = make("span", { class: `tag ${state === level.inUse ? "accepted" : "withdrawn"}` }, state);
  const revoke = make(
    "button",
    { type: "button", class: "quiet" },
    fill(level.tokenRevoke, { name }),
  ) as HTMLButtonElement;
  revoke.addEventListener("click", () => {
    const note = byId("token-note");
    void pressing(revoke, note, async () => {
      listTokens(await sendJson<Tokens>("DELETE", `/tokens/${id}`));
      sayGood(note, level.tokenRevoked);
      note.scrollIntoView({ block: "nearest" });
    });
  });
  return make(
    "tr",
    {},
    make("td", { class: "head" }, name),
    cell(level.colScopes, scopes.map((scope) => level.scopes[scope]).join(" · ")),
    cell(level.colExpires, timeText(expiresAt)),
    cell(level.colUsed, lastUsedAt === null ? level.neverUsed : timeText(lastUsedAt)),
    cell(level.colState, ...(state === level.inUse ? [tag, revoke] : [tag])),
  );
}

export function openTokens(_: Context): void {
  const note = byId("token-note");
  byId("token-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const name = byId<HTMLInputElement>("token-name").value.trim();
    const days = Number(byId<HTMLInputElement>("token-days").value);
    const boxes = [...document.querySelectorAll<HTMLInputElement>("input.scope")];
    const scopes = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    show(byId("token-secret"), false);
    if (name === "" || scopes.length === 0 || !(Number.isInteger(days) && days >= 1 && days <= 366))
      return sayBad(note, level.tokenBad);
    void pressing(byId<HTMLButtonElement>("token-go"), note, async () => {
      const { token } = await post<MadeToken>("/tokens", { name, scopes, days });
      byId<HTMLInputElement>("token-name").value = "";
      sayGood(note, level.tokenOnce);
      byId("token-text").textContent = token;
      show(byId("token-secret"), true);
      listTokens(await get<Tokens>("/tokens"));
    });
  });
}
