/** Puts values into the `{slot}`s of a sentence; a slot nobody gave stays as it is, so that a test sees it. */
export function fill(template: string, slots: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in slots ? String(slots[name]) : whole));
}
