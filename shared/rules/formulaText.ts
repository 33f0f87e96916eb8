/** Text that a spreadsheet would take for a formula when it is opened again: = + - @ in front. A dash alone is a blank. */
export function startsLikeFormula(text: string): boolean {
  return /^[=+\-@]./.test(text) && !/^[-–—]+$/.test(text);
}
