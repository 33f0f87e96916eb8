import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  text: string;
  label: string;
  /** With the text, or null for "leave it as it was"; and the key that leads on, or null when the keyboard is elsewhere already. */
  finish(text: string | null, key: string | null): void;
}

/**
 * The field in a cell. It takes the keyboard while the key that opened it is still going down, so that this very letter,
 * or the first one of an input method, lands in it.
 */
export function Editor({ text, label, finish }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.setSelectionRange(text.length, text.length);
  }, []);
  const end = (value: string | null, key: string | null) => {
    if (over.current) return;
    over.current = true;
    finish(value, key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter and Esc are its own.
    if (event.isComposing) return;
    const value = input.current?.value ?? "";
    if (event.key === "Enter") end(value, event.shiftKey ? "ArrowUp" : "ArrowDown");
    else if (event.key === "Tab") end(value, event.shiftKey ? "ArrowLeft" : "ArrowRight");
    else if (event.key === "Escape") end(null, "");
    else if (!event.altKey && event.key !== "F8") return event.stopPropagation();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      ref={input}
      class="editor"
      aria-label={label}
      defaultValue={text}
      autocomplete="off"
      onKeyDown={onKeyDown}
      onBlur={() => end(input.current?.value ?? "", null)}
    />
  );
}
