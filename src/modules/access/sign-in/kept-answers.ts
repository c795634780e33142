/** Keeps what was found out about a token for a short time, under a digest: the token itself is not kept. */
import { hash } from 'node:crypto';
import type { Clock } from '../../../kernel/clock.ts';
import { RecentMap } from '../../../kernel/recent-map.ts';

const KEPT = 5_000;

interface Kept<T> {
  readonly answer: T;
  /** In milliseconds since 1970. */
  readonly until: number;
}

export type Keeper<T> = (token: string, find: () => Promise<Kept<T>>) => Promise<T>;

/** The oldest answers leave first; a failure is not kept. Those who ask at once wait for one answer. */
export function createKeeper<T>(clock: Clock): Keeper<T> {
  const kept = new RecentMap<string, Kept<T>>(KEPT);
  const underWay = new Map<string, Promise<Kept<T>>>();
  const begin = (digest: string, find: () => Promise<Kept<T>>): Promise<Kept<T>> => {
    const finding = find().finally(() => underWay.delete(digest));
    underWay.set(digest, finding);
    return finding;
  };
  return async (token, find) => {
    const digest = hash('sha256', token, 'base64');
    const known = kept.get(digest);
    if (known !== undefined && known.until > clock.now().getTime()) return known.answer;
    const found = await (underWay.get(digest) ?? begin(digest, find));
    kept.set(digest, found);
    return found.answer;
  };
}
