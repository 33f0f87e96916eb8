/** Letters, digits, "-" and "_" as Google makes them; long enough to be none of a page's own words. */
const ID = /^[A-Za-z0-9_-]{20,100}$/;

/** The id in a spreadsheet's address as copied from a browser, or the id itself. Null when it is neither. */
export function spreadsheetId(text: string): string | null {
  const typed = text.trim();
  const inAddress = /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([^/?#]+)/.exec(
    typed,
  )?.[1];
  const id = inAddress ?? typed;
  return ID.test(id) ? id : null;
}

export function spreadsheetAddress(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}
