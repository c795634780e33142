/** One question put to both shapes; what differs is an error. Answers, what is told of them, and the rows of the log. */
import { deepStrictEqual } from 'node:assert';
import type { Hub } from '../../src/app/hub.ts';
import type { Answer, Question } from '../../tests/support/served-hub.ts';

interface Told {
  readonly data: unknown;
  readonly errors: readonly unknown[];
  readonly access: readonly string[];
  readonly log: readonly unknown[];
  readonly status: number;
}

type Asker = { ask(question: Question): Promise<Answer<unknown>> };
type Entries = Readonly<Record<string, readonly object[]>>;

const textsOf = (values: readonly unknown[]): string[] => values.map((value) => JSON.stringify(value)).sort();

/** Where in an error's document something stands is of the part that found it. */
function errorOf({ message, path, extensions }: Readonly<Record<string, unknown>>): object {
  return { message, path, extensions };
}

/** The subjects of an entry are a set. */
function entriesOf(kind: string, entries: readonly object[] = []): string[] {
  return entries.map((entry) => {
    const { subjects = [], ...rest } = entry as { readonly subjects?: readonly string[] };
    return JSON.stringify([kind, rest, [...subjects].sort()]);
  });
}

/** What an answer tells of what is held back, in an order of its own. */
export function accessOf(extensions: Answer<unknown>['extensions']): readonly string[] {
  const { withheld, masked } = (extensions?.access ?? {}) as Entries;
  return [...entriesOf('withheld', withheld), ...entriesOf('masked', masked)].sort();
}

const ROWS = `select d.subject, d.organisation, d.purpose, d.decision, s.operation, s.document, s.fields, s.masked, s.withheld,
    (select array_agg(p order by p) from unnest(d.persons) p) as persons,
    (select array_agg(h order by h) from unnest(d.households) h) as households
  from disclosure d join disclosure_scope s on s.key = d.scope where d.sequence > $1 order by d.sequence`;

async function lastRow({ db }: Hub): Promise<number> {
  const [row] = await db.query<{ last: number }>('select coalesce(max(sequence), 0)::int as last from disclosure');
  return row?.last ?? 0;
}

async function told(hub: Hub, shape: Asker, question: Question): Promise<Told> {
  const before = await lastRow(hub);
  const { status, data, errors = [], extensions } = await shape.ask(question);
  return {
    status,
    data,
    errors: textsOf(errors.map((error) => errorOf(error as unknown as Readonly<Record<string, unknown>>))),
    access: accessOf(extensions),
    log: await hub.db.query(ROWS, [before]),
  };
}

/** Asks both and compares; tells the answer. */
export async function compareShapes(
  { hub, merged, federated }: { readonly hub: Hub; readonly merged: Asker; readonly federated: Asker },
  question: Question,
): Promise<Told> {
  const one = await told(hub, merged, question);
  const other = await told(hub, federated, question);
  const { persona, purpose, query, variables } = question;
  deepStrictEqual(other, one, `as ${String(persona)} for ${purpose}: ${query} ${JSON.stringify(variables)}`);
  return one;
}
