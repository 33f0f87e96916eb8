import { useLayoutEffect, useRef } from "preact/hooks";
import type { Ui } from "./ui.ts";

/** One field, and why it is asked. The code goes into the body of one request and is kept nowhere. */
export function SignIn({ ui }: { ui: Ui }) {
  const { state, words, dispatch } = ui;
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    const code = input.current?.value.trim() ?? "";
    if (code !== "") dispatch({ on: "code", code });
  };
  return (
    <form class="card" onSubmit={submit} aria-labelledby="code-title">
      <h2 id="code-title" class="lead">
        {words.codeTitle}
      </h2>
      <p>{words.codeText}</p>
      <div class="field">
        <label for="code">{words.code}</label>
        <input
          ref={input}
          id="code"
          class="code"
          required
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="code-hint"
        />
        <p class="soft" id="code-hint">
          {words.codeHint}
        </p>
        {state.caps?.identity === "google" && <p class="soft">{words.codeGoogle}</p>}
      </div>
      <div class="row">
        <button type="submit" class="primary" disabled={state.signingIn}>
          {words.enter}
        </button>
        <button type="button" class="second" onClick={() => dispatch({ on: "back" })}>
          {words.back}
        </button>
      </div>
    </form>
  );
}
