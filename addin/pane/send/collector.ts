import type { FormBook } from "../../../shared/forms/book.ts";
import type { ProvincePack } from "../../../shared/offices/pack.ts";
import type { ColumnAnswers } from "../../../shared/sheet/columnKeys.ts";
import type { BeforeWire } from "../../../shared/wire/before.ts";
import {
  FormListSchema,
  ProblemSchema,
  RosterSchema,
  SessionSchema,
  type SubmissionRequest,
  type Todo,
  TodoSchema,
} from "../../../shared/wire/report.ts";
import type { Answer } from "./answer.ts";

export interface Session {
  token: string;
  expiresAt: string;
  role: string;
  place: string;
}

export interface OfficeForm {
  form: string;
  office: string;
}

export interface RosterNews {
  version: string;
  pack: ProvincePack;
}

export type SignIn = { session: Session } | { wrong: "code" | "offline" | "busy" };

const TRY_MS = 30_000;

/** The collector over HTTP, as the pane needs it. Everything that comes back is held to the wire's schemas. */
export class Collector {
  readonly #base: string;
  readonly #fetch: typeof fetch;
  readonly #googleToken: () => Promise<string | null>;

  /**
   * `base` is the address of the collector without a slash; "" for the one this page came from. `googleToken` is asked at
   * every sign-in; null where Google does not say who the user is.
   */
  constructor(
    base: string,
    fetcher: typeof fetch = (...asked) => fetch(...asked),
    googleToken: () => Promise<string | null> = async () => null,
  ) {
    this.#base = `${base}/api/v1`;
    this.#fetch = fetcher;
    this.#googleToken = googleToken;
  }

  /** By an access code; with a Google account a one-time code binds the account, which later signs in without a code. */
  async signIn(code: string): Promise<SignIn> {
    const googleToken = await this.#googleToken().catch(() => null);
    return this.#signIn(googleToken === null ? { code } : { code, googleToken });
  }

  /** By a Google account that was bound before; null when there is none, or it is not bound. */
  async signInByGoogle(): Promise<Session | null> {
    const googleToken = await this.#googleToken().catch(() => null);
    const answer = googleToken === null ? null : await this.#signIn({ googleToken });
    return answer !== null && "session" in answer ? answer.session : null;
  }

  async #signIn(asked: { code?: string; googleToken?: string }): Promise<SignIn> {
    let response: Response;
    try {
      response = await this.#reach("/session", { method: "POST", body: JSON.stringify(asked), headers: JSON_TYPE });
    } catch {
      return { wrong: "offline" };
    }
    const value: unknown = await response.json().catch(() => null);
    const session = response.ok ? SessionSchema.safeParse(value) : null;
    if (session?.success) return { session: session.data };
    if (response.status === 429) return { wrong: "busy" };
    const problem = ProblemSchema.safeParse(value);
    return { wrong: problem.success && response.status < 500 ? "code" : "offline" };
  }

  /** A province's offices; null when `known` is still the newest. `unknown-province` when this collector does not serve it. */
  async roster(province: string, known: string | null): Promise<RosterNews | "unknown-province" | null> {
    const query = known === null ? "" : `?known=${encodeURIComponent(known)}`;
    const response = await this.#reach(`/provinces/${province}/offices${query}`);
    const value: unknown = await response.json();
    if (response.status === 404 && ProblemSchema.safeParse(value).success) return "unknown-province";
    if (!response.ok) throw new Error(`status ${response.status}`);
    return RosterSchema.nullable().parse(value);
  }

  /** Version of each form as the collector takes it. */
  async formVersions(): Promise<Record<string, number>> {
    const { forms } = FormListSchema.parse(await (await this.#reach("/forms")).json());
    return Object.fromEntries(forms.map((form) => [form.id, form.version]));
  }

  /** The forms a province has published; null when `known` is still the newest. */
  async formBook(province: string, known: number | null): Promise<FormBook | null> {
    const query = known === null ? "" : `?known=${known}`;
    const response = await this.#reach(`/provinces/${province}/form-book${query}`);
    if (!response.ok) throw new Error(`status ${response.status}`);
    const { FormBookSchema } = await import("./schemas.ts");
    return FormBookSchema.nullable().parse(await response.json());
  }

  /** What an office owes, by when, and what came back to it. Rejects when nothing, or nothing of ours, answered. */
  async todo(session: Session, office: string): Promise<Todo> {
    const headers = { authorization: `Bearer ${session.token}` };
    const response = await this.#reach(`/todo?office=${office}`, { headers });
    return TodoSchema.parse(await response.json());
  }

  /** What was said of the columns of an office's sheets. Rejects when nothing of ours answered. */
  async columns(session: Session, which: OfficeForm): Promise<ColumnAnswers> {
    return this.#columns(session, "GET", `?form=${which.form}&office=${which.office}`);
  }

  async sayColumns(session: Session, which: OfficeForm, answers: ColumnAnswers): Promise<ColumnAnswers> {
    return this.#columns(session, "POST", "", { ...which, answers });
  }

  async forgetColumns(session: Session, which: OfficeForm): Promise<ColumnAnswers> {
    return this.#columns(session, "DELETE", `?form=${which.form}&office=${which.office}`);
  }

  async #columns(session: Session, method: string, query: string, body?: unknown): Promise<ColumnAnswers> {
    const headers = { ...JSON_TYPE, authorization: `Bearer ${session.token}` };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await this.#reach(`/columns${query}`, { method, headers, ...sent });
    const { ColumnsSchema } = await import("./schemas.ts");
    return ColumnsSchema.parse(await response.json()).answers;
  }

  /** What an office's accepted reports say of before a period. Rejects when nothing, or nothing of ours, answered. */
  async before(
    session: Session,
    { form, office, period }: { form: string; office: string; period: string },
  ): Promise<BeforeWire> {
    const headers = { authorization: `Bearer ${session.token}` };
    const response = await this.#reach(`/before?form=${form}&period=${period}&office=${office}`, { headers });
    const { BeforeSchema } = await import("./schemas.ts");
    return BeforeSchema.parse(await response.json());
  }

  /** Sends one report. Rejects when nothing answered. */
  async post(item: { key: string; request: SubmissionRequest; token: string }): Promise<Answer> {
    const headers = { ...JSON_TYPE, authorization: `Bearer ${item.token}`, "idempotency-key": item.key };
    const body = JSON.stringify(item.request);
    const response = await this.#reach("/submissions", { method: "POST", headers, body });
    return { status: response.status, body: await response.text(), retryAfter: response.headers.get("retry-after") };
  }

  #reach(path: string, init: RequestInit = {}): Promise<Response> {
    const signal = AbortSignal.timeout(TRY_MS);
    // No cookies exist, and an answer from a cache is no answer.
    return this.#fetch(this.#base + path, {
      ...init,
      signal,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
    });
  }
}

const JSON_TYPE = { "content-type": "application/json" };
