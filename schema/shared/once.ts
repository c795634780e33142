/** Idempotency keys: what was done under a key is answered again, not done again. */
export type OnceKeeper = <T>(key: string, run: () => Promise<T>) => Promise<T>;

const KEPT = 10_000;

/**
 * Keeps answers in this process, the oldest leaving first. Across processes the mutations stand on their own: each
 * refuses what was done already.
 */
export function createOnceKeeper(): OnceKeeper {
  const answers = new Map<string, Promise<unknown>>();
  return <T>(key: string, run: () => Promise<T>): Promise<T> => {
    const known = answers.get(key);
    if (known !== undefined) return known as Promise<T>;
    const answer = run().catch((error: unknown) => {
      answers.delete(key);
      throw error;
    });
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > KEPT && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
