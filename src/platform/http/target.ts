/** An absolute https address without user, password or fragment; http only where the operator allows private targets. */
export function isTarget(text: string, plainAllowed: boolean): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || text.length > 2_000) return false;
  const scheme = url.protocol === 'https:' || (plainAllowed && url.protocol === 'http:');
  return scheme && url.username === '' && url.password === '' && url.hash === '';
}
