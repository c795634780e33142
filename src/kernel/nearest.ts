import { closest, distance } from 'fastest-levenshtein';

/** The candidate a mistyped word most likely meant; null where none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const known = [...candidates];
  if (known.length === 0) return null;
  const exact = known.find((candidate) => candidate.toLowerCase() === word.toLowerCase());
  const candidate = exact ?? closest(word, known);
  return exact !== undefined || distance(word, candidate) <= Math.max(2, Math.floor(word.length / 3))
    ? candidate
    : null;
}

/** `; did you mean 'x'?` or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const meant = nearest(word, candidates);
  return meant === null ? '' : `; did you mean '${meant}'?`;
}
