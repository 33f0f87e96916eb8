// Fonts whose letters are pictures: "P" in Wingdings 2 is a tick. For every other font the letter is what it says.
const SYMBOL_FONT =
  /^(wingdings([ -]?[23])?|webdings|symbol|marlett|zapf ?dingbats|itc zapf dingbats|ms outlook|mt extra|bookshelf symbol [0-9]|ms reference specialty)$/i;

/** The font's name when it changes what a letter means, else undefined: plain cells stay plain. */
export function symbolFont(name: string | undefined): string | undefined {
  const trimmed = name?.trim();
  return trimmed !== undefined && SYMBOL_FONT.test(trimmed) ? trimmed : undefined;
}
