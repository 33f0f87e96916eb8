import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { buildRegistry } from "../../../shared/offices/registry.ts";
import type { Ui } from "./ui.ts";

/** One card, and nothing beside it. */
export function Alone({ children }: { children: ComponentChildren }) {
  return <div class="alone">{children}</div>;
}

export function Old({ ui }: { ui: Ui }) {
  const { words } = ui;
  return (
    <Alone>
      <div class="card">
        <h1 class="lead" id="status" tabIndex={-1}>
          {words.oldTitle}
        </h1>
        <p>{words.oldText}</p>
        <button type="button" class="primary" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    </Alone>
  );
}

export function WhichProvince({ ui }: { ui: Ui }) {
  const { words, dispatch } = ui;
  const [chosen, choose] = useState("");
  const provinces = buildRegistry([]).provinces();
  return (
    <Alone>
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== "") dispatch({ on: "provinceSaid", province: chosen });
        }}
      >
        <h1 class="lead" id="status" tabIndex={-1}>
          {words.provinceTitle}
        </h1>
        <p>{words.provinceText}</p>
        <div class="field">
          <label for="province">{words.province}</label>
          <select id="province" required value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="" disabled>
              {words.province}
            </option>
            {provinces.map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="primary">
          {words.provinceUse}
        </button>
      </form>
    </Alone>
  );
}
