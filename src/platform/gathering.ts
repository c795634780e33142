/**
 * Gathers what is asked while other answers are under way into one question: under load many callers share a statement, a
 * single one waits for nobody.
 */

interface Asked<K, V> {
  readonly key: K;
  answer(value: V): void;
  fail(error: unknown): void;
}

export interface GatheringLimits {
  /** Questions under way at once. */
  readonly lanes: number;
  /** Keys of one question at most. */
  readonly most: number;
}

/** `read` answers key by key, in their order. A key that makes it fail fails alone: the others are asked again, each by itself. */
export function gathering<K, V>(
  read: (keys: readonly K[]) => Promise<readonly V[]>,
  { lanes, most }: GatheringLimits,
): (key: K) => Promise<V> {
  const waiting: Asked<K, V>[] = [];
  let busy = 0;

  async function readAlone({ key, answer, fail }: Asked<K, V>): Promise<void> {
    try {
      const [value] = await read([key]);
      answer(value as V);
    } catch (error) {
      fail(error);
    }
  }

  async function readTogether(group: readonly Asked<K, V>[]): Promise<void> {
    try {
      const values = await read(group.map(({ key }) => key));
      group.forEach(({ answer }, place) => {
        answer(values[place] as V);
      });
    } catch {
      await Promise.all(group.map(readAlone));
    }
  }

  async function workOff(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.splice(0, most);
      const [only] = group;
      await (group.length === 1 && only !== undefined ? readAlone(only) : readTogether(group));
    }
    busy -= 1;
  }

  return (key) =>
    new Promise((answer, fail) => {
      waiting.push({ key, answer, fail });
      if (busy >= lanes) return;
      busy += 1;
      // What came in with it is heard first.
      setImmediate(workOff);
    });
}
