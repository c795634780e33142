/** An operation's text that knows the types of its answer and variables; a plain text works too. */
/** As `@graphql-typed-document-node/core` has it, for documents that are texts. */
export interface TypedDocument<R, V> {
  /** Of types only; nothing is there. */
  readonly __apiType?: (variables: V) => R;
  toString(): string;
}

/** Whether nothing is changed by asking twice. */
export function isRead(text: string): boolean {
  const code = text.replaceAll(/#.*/g, '').replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  return !/(?:^|[}\s])(?:mutation|subscription)\b/.test(code);
}
