/** Two bars, drawn: the letter for them is missing from most Thai faces. */
export function Pause() {
  return <span class="pause" aria-hidden="true" />;
}
