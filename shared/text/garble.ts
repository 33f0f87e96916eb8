const MARKS = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/g;

/**
 * A key that survives copying from a PDF, where each mark lands one letter late and stray spaces appear
 * ("ปลกู ตน้" for "ปลูกต้น"): the letters in order, then the marks in order.
 */
export function garbleKey(text: string): string {
  const tight = text.replace(/\s+/g, "").replace(/\u0E33/g, "\u0E4D\u0E32");
  const marks = tight.match(MARKS);
  return marks === null ? tight : `${tight.replace(MARKS, "")}|${marks.join("")}`;
}

/** True when a mark stands where Thai never puts one: after a space, a vowel that takes none, or at the start. */
export function hasStrayMark(text: string): boolean {
  return /(^|[\s\u0E30\u0E32\u0E40-\u0E46.])[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/.test(text);
}
