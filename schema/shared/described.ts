/** Values of an enum out of words that were defined elsewhere. */
export function described<K extends string>(words: Readonly<Record<K, string>>): Record<K, { description: string }> {
  const entries = Object.entries<string>(words).map(([value, description]) => [value, { description }]);
  return Object.fromEntries(entries) as Record<K, { description: string }>;
}
