/** Digits and capitals without I, L, O, U: nothing that is misread from paper or over the telephone. */
export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Unguessable text of `length` characters, 5 bits each. */
export function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join("");
}

/** "54-6610-7K3MQ9": province, period in พ.ศ., 30 random bits. */
export function receiptNumber(province: string, period: string): string {
  const [year, month] = period.split("-") as [string, string];
  return `${province}-${String(Number(year) + 543).slice(2)}${month}-${randomText(6)}`;
}
