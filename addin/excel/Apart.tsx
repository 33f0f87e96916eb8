import { EXCEL_WORDS } from "../../shared/words/excel.ts";
import type { Where } from "./ready.ts";

/** Excel has not answered, or this is no Excel: why, and the way that works everywhere. Null while it is still starting. */
export function Apart({ where, language }: { where: Exclude<Where, "excel"> | null; language: "th" | "en" }) {
  const words = EXCEL_WORDS[language];
  if (where === null)
    return (
      <div class="alone">
        <div class="card">
          <h1 class="lead">{words.starting}</h1>
          <progress aria-label={words.starting} />
        </div>
      </div>
    );
  const { title, why } = words.apart[where];
  return (
    <div class="alone">
      <div class="card">
        <h1 class="lead" id="status">
          {title}
        </h1>
        <p>{why}</p>
        {where === "unreachable" && (
          <button type="button" class="second" onClick={() => location.reload()}>
            {words.again}
          </button>
        )}
        <p>{words.webText}</p>
        <p>
          <a class="button primary" href={`/app?lang=${language}`} target="_blank" rel="noopener">
            {words.webLink}
          </a>
        </p>
        <p>
          <a href={`/install?lang=${language}`} target="_blank" rel="noopener">
            {words.installLink}
          </a>
        </p>
      </div>
    </div>
  );
}
