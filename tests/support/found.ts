/** What rules find in SQL, household by household. */
import { findVerdicts, type Judgement, type Rule, wordOf } from '../../src/modules/discovery/index.ts';
import type { Database } from '../../src/platform/database/database.ts';

interface Word {
  readonly household_id: number;
  readonly result: 'HIT' | 'UNKNOWN';
  readonly severity: string | null;
  readonly members: readonly number[];
  readonly evidence: readonly object[];
}

const NONE = { result: 'NONE', severity: null, members: [], evidence: [] };

/** The rules' words on households 1 to `households`, in the order of the rules; all rules in one statement. */
export function foundInSql(
  db: Database,
  rules: readonly Rule[],
  { judgement, households }: { readonly judgement: Judgement; readonly households: number },
): Promise<readonly (readonly object[])[]> {
  return db.tx(async (tx) => {
    const versions = rules.map((rule) => ({ rule, judgement }));
    await tx.execute('CREATE TEMP TABLE judging ON COMMIT DROP AS SELECT DISTINCT household_id FROM household_fact');
    await findVerdicts(tx, versions, judgement);
    const found: (readonly object[])[] = [];
    for (const [index, version] of versions.entries()) {
      const { text, values } = wordOf(version, index + 1);
      const words = new Map((await tx.query<Word>(text, values)).map((word) => [word.household_id, word]));
      found.push(
        Array.from({ length: households }, (_, place) => {
          const word = words.get(place + 1);
          if (word === undefined) return NONE;
          const { result, severity, members, evidence } = word;
          return { result, severity, members, evidence };
        }),
      );
    }
    await tx.execute('DROP TABLE rule_verdict');
    return found;
  });
}
