import type { ComponentChildren } from "preact";
import type { Kept } from "../send/kept.ts";
import { Pause } from "./Pause.tsx";
import { Qr } from "./Qr.tsx";
import { clockText, monthText, timeText } from "./time.ts";
import { fill, type Ui } from "./ui.ts";

/** A report on its way, or its receipt. */
export function Sent({ ui, item }: { ui: Ui; item: Kept }) {
  if (item.receipt !== null) return <Receipt ui={ui} item={item} />;
  const { words, language, dispatch, state } = ui;
  const about = `${monthText(item.about.period, language)} · ${item.about.officeName}`;
  if (item.state === "sending")
    return (
      <div class="card">
        <h2 class="lead" tabIndex={-1}>
          {words.sending}
        </h2>
        <p class="soft">{about}</p>
        <progress aria-label={words.sending} />
        <p>{words.sendingText}</p>
      </div>
    );
  if (item.state === "code")
    return (
      <div class="card">
        <h2 class="lead" tabIndex={-1}>
          <Pause /> {words.needCode}
        </h2>
        <p class="soft">{about}</p>
        {item.trouble !== null && <p class="notice bad">{titleOf(item, language)}</p>}
        <p>{words.needCodeText}</p>
        <Row>
          <button type="button" class="primary" onClick={() => dispatch({ on: "askCode" })}>
            {words.giveCode}
          </button>
          <Done ui={ui} />
        </Row>
      </div>
    );
  if (item.state === "refused" || item.state === "old")
    return (
      <div class="card">
        <h2 class="lead bad" tabIndex={-1}>
          ▲ {words.refusedSend}
        </h2>
        <p class="soft">{about}</p>
        <p class="notice bad">{titleOf(item, language)}</p>
        {item.trouble !== null && item.trouble.findings.length > 0 && (
          <ul class="said">
            {item.trouble.findings.slice(0, 20).map((finding, i) => (
              <li key={i}>
                <strong>{finding.cell}</strong> {finding.message}
              </li>
            ))}
          </ul>
        )}
        <p>{item.state === "old" ? words.oldText : words.refusedSendText}</p>
        <Row>
          {item.state === "old" ? (
            <button type="button" class="primary" onClick={() => location.reload()}>
              {words.reload}
            </button>
          ) : (
            <Done ui={ui} primary />
          )}
          <button type="button" class="second" onClick={() => dispatch({ on: "forget", key: item.key })}>
            {words.forget}
          </button>
        </Row>
      </div>
    );
  return (
    <div class="card">
      <h2 class="lead" tabIndex={-1}>
        <Pause /> {words.kept}
      </h2>
      <p class="soft">{about}</p>
      <p>{state.durable ? words.keptText : words.keptShort}</p>
      {item.trouble !== null && (
        <p class="notice">
          {words.keptWhy[item.trouble.code] ?? words.keptWhy.server}
          <br />
          {fill(words.retryAt, { time: clockText(item.nextAt, language) })}
        </p>
      )}
      <Row>
        <button type="button" class="primary" onClick={() => dispatch({ on: "tryNow" })}>
          {words.tryNow}
        </button>
        <Done ui={ui} />
      </Row>
    </div>
  );
}

function Row({ children }: { children: ComponentChildren }) {
  return <div class="row">{children}</div>;
}

function Done({ ui, primary }: { ui: Ui; primary?: boolean }) {
  if (ui.state.document === null && primary !== true) return null;
  return (
    <button type="button" class={primary ? "primary" : "second"} onClick={() => ui.dispatch({ on: "back" })}>
      {ui.words.done}
    </button>
  );
}

function titleOf(item: Kept, language: "th" | "en"): string {
  return (language === "en" ? item.trouble?.titleEn : item.trouble?.title) ?? item.trouble?.code ?? "";
}

function Receipt({ ui, item }: { ui: Ui; item: Kept }) {
  const { words, language, dispatch } = ui;
  const receipt = item.receipt!;
  const code = `RUAM ${receipt.receipt} v${receipt.version} ${receipt.receivedAt} ${receipt.contentHash.slice(0, 16)}`;
  return (
    <div class="card receipt">
      <p class="print-only">
        {words.app} · {words.receiptTitle}
      </p>
      <h2 class="lead good" tabIndex={-1}>
        ✓ {words.received}
      </h2>
      <p class="number">
        <span class="soft">{words.receiptNumber}</span>
        <strong>{receipt.receipt}</strong>
      </p>
      <dl class="facts">
        <dt>{words.receivedAt}</dt>
        <dd>{timeText(receipt.receivedAt, language)}</dd>
        <dt>{words.due}</dt>
        <dd>{receipt.late ? words.late : words.onTime}</dd>
        <dt>{words.office}</dt>
        <dd>{item.about.officeName}</dd>
        <dt>{words.period}</dt>
        <dd>{monthText(item.about.period, language)}</dd>
        <dt>{words.version}</dt>
        <dd>{receipt.version}</dd>
        <dt>{words.form}</dt>
        <dd>{item.about.title}</dd>
      </dl>
      {item.about.files !== undefined && item.about.files > 0 && (
        <div class="notice no-print">
          <p>{fill(words.filesWaiting, { count: item.about.files })}</p>
          <p>
            <a href={`${ui.base}/files?id=${receipt.submission}&lang=${language}`} target="_blank" rel="noopener">
              {words.filesSend}
            </a>
          </p>
        </div>
      )}
      <Qr text={code} label={fill(words.qr, { receipt: receipt.receipt })} />
      <div class="row no-print">
        {ui.print !== null && (
          <button type="button" class="primary" onClick={ui.print}>
            {words.print}
          </button>
        )}
        {ui.saveCopy !== null && (
          <button type="button" class="second" onClick={ui.saveCopy}>
            {words.download}
          </button>
        )}
        {ui.state.document !== null && (
          <button type="button" class="second" onClick={() => dispatch({ on: "back" })}>
            {words.done}
          </button>
        )}
      </div>
    </div>
  );
}
