/**
 * The form of a sealed value, as text: `<head>.<key id>.<body>`. The head is the nonce, 22 characters of base64url: the
 * blind index of the value where equal values must be found equal, random otherwise. The body is ciphertext and MAC.
 */

/** Characters of a head, and of a blind index. */
export const HEAD_LENGTH = 22;
export const NONCE_BYTES = 16;
export const MAC_BYTES = 16;

const FORM = /^([\w-]{22})\.(k\d+)\.([\w-]+)$/;

export interface SealedParts {
  readonly head: string;
  readonly keyId: string;
  readonly body: string;
}

/** Null: the text is no sealed value. */
export function readSealed(text: string): SealedParts | null {
  const [, head, keyId, body] = FORM.exec(text) ?? [];
  return head === undefined || keyId === undefined || body === undefined ? null : { head, keyId, body };
}

export function writeSealed({ head, keyId, body }: SealedParts): string {
  return `${head}.${keyId}.${body}`;
}

/** What two comparable values of one use are compared by; it outlives the key they were sealed under. */
export function headOf(sealed: string): string {
  return sealed.slice(0, HEAD_LENGTH);
}

/** SQL: the head of a sealed column. */
export function headSql(column: string): string {
  return `left(${column}, ${HEAD_LENGTH})`;
}

/** SQL: the id of the key a column was sealed under. */
export function keyIdSql(column: string): string {
  return `split_part(${column}, '.', 2)`;
}

/** A column whose values are sealed; `<table>.<column>` is their use. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
}
