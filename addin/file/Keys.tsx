import type { PaneWords } from "../../shared/words/pane.ts";

/** The keys, for whoever asks. */
export function Keys({ words }: { words: PaneWords }) {
  const rows: [string[], string][] = [
    [["Alt+↓", "Alt+↑"], words.keyNext],
    [["Enter"], words.keyTake],
    [["1", "9"], words.keyChoice],
    [["Ctrl+Z"], words.keyUndo],
    [["Ctrl+Enter"], words.keySend],
    [["F2"], words.keyEdit],
  ];
  return (
    <details class="keys">
      <summary>{words.keys}</summary>
      <dl>
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
