/** The access table as a release keeps it: coordinates that come out alike for everybody share a row. */
import { z } from 'zod';
import type { AccessTable, Sight, Verb } from '../../schema/permissions/access-table.ts';
import type { Factor } from '../../src/modules/access/index.ts';

const LETTERS: Readonly<Record<Verb, string>> = { ALLOW: 'A', MASK: 'M', WITHHOLD: 'W' };

const snapshot = z.object({
  /** By row: what each asker gets, as verbs after what they turn on; askers that get nothing are left out. */
  rows: z.record(z.string(), z.record(z.string(), z.string())),
  /** The row of each coordinate. */
  coordinates: z.record(z.string(), z.string()),
});

export type AccessSnapshot = z.infer<typeof snapshot>;

const written = ({ factors, verbs }: Sight): string =>
  `${factors.join(' ')}:${verbs.map((verb) => LETTERS[verb]).join('')}`;

function read(text: string): Sight {
  const [, factors = '', letters = ''] = /^([^:]*(?::[^:]+)*):([AMW]+)$/.exec(text) ?? [];
  const verbs = [...letters].flatMap((letter) =>
    (Object.keys(LETTERS) as Verb[]).filter((verb) => LETTERS[verb] === letter),
  );
  return { factors: (factors === '' ? [] : factors.split(' ')) as Factor[], verbs };
}

/** Writes a table down, in an order that a reviewer can follow. */
export function snapshotOf(table: AccessTable): AccessSnapshot {
  const names = [...new Set([...table.values()].flatMap(({ sights }) => [...sights.keys()]))].sort();
  const rowNames = new Map<string, string>();
  const rows: Record<string, Record<string, string>> = {};
  const coordinates: Record<string, string> = {};
  for (const name of names) {
    const row = Object.fromEntries(
      [...table].flatMap(([asker, { sights }]) => {
        const sight = sights.get(name);
        return sight === undefined ? [] : [[asker, written(sight)]];
      }),
    );
    const key = JSON.stringify(row);
    const rowName = rowNames.get(key) ?? `row ${rowNames.size + 1}`;
    rowNames.set(key, rowName);
    rows[rowName] = row;
    coordinates[name] = rowName;
  }
  return { rows, coordinates };
}

/** Reads a table back. */
export function tableOf(kept: unknown): AccessTable {
  const { rows, coordinates } = snapshot.parse(kept);
  const askers = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  return new Map(
    askers.map((name) => {
      const [role = '', purpose = '', contract] = name.split('/');
      const asker = { role, purpose: purpose === 'unstated' ? null : purpose, contract: contract !== undefined };
      const sights = new Map(
        Object.entries(coordinates).flatMap(([coordinate, row]) => {
          const text = rows[row]?.[name];
          return text === undefined ? [] : [[coordinate, read(text)]];
        }),
      );
      return [name, { asker, sights }];
    }),
  );
}
