/** What followers are told of a set of new versions: which households and persons they changed. */
import type { ScopeKey } from '../../kernel/change.ts';
import type { OutboxRow } from '../../platform/outbox/outbox.ts';
import type { StoredProfile } from './identities.ts';
import type { StoredText } from './stored-text.ts';

/** The version in force before. */
export interface HeldVersion {
  readonly version: number;
  readonly street: string;
  readonly committee: string | null;
  /** What tells a change of each person's part. */
  readonly parts: ReadonlyMap<number, string>;
}

/** A household that is not as it was; `before` null: it is new, `now` null: it is gone. */
export interface ChangedHousehold {
  readonly id: number;
  readonly before: HeldVersion | null;
  readonly now: { readonly profile: StoredProfile; readonly text: StoredText } | null;
}

const NO_PARTS: ReadonlyMap<number, string> = new Map();
const partsNow = ({ now }: ChangedHousehold): ReadonlyMap<number, string> => now?.text.parts ?? NO_PARTS;

/** Where the household was reached and where it is. */
function scopesOf({ before, now }: ChangedHousehold): { before: readonly ScopeKey[]; after: readonly ScopeKey[] } {
  return {
    before: before === null ? [] : [before.street],
    after: now === null ? [] : [now.profile.document.streetCode],
  };
}

function leftOf(household: ChangedHousehold): readonly number[] {
  const parts = partsNow(household);
  return [...(household.before?.parts.keys() ?? [])].filter((person) => !parts.has(person));
}

/** Persons who left one of the households and are listed in none of the others. */
export function leaversOf(changed: readonly ChangedHousehold[]): readonly number[] {
  const listed = new Set(changed.flatMap((household) => [...partsNow(household).keys()]));
  return [...new Set(changed.flatMap(leftOf))].filter((person) => !listed.has(person));
}

/** Who came to or left a household that was there before. */
function resettledOf(household: ChangedHousehold): readonly number[] {
  const was = household.before?.parts ?? NO_PARTS;
  return [...leftOf(household), ...[...partsNow(household).keys()].filter((person) => !was.has(person))];
}

function isMoved({ before, now }: ChangedHousehold): boolean {
  const { streetCode, committeeCode = null } = now?.profile.document ?? {};
  return before?.street !== streetCode || before?.committee !== committeeCode;
}

/** Households that lie elsewhere or consist of others than before, with those others: their alerts follow them. */
export function resettled(changed: readonly ChangedHousehold[]): readonly (readonly [number, readonly number[]])[] {
  return changed
    .filter(({ before }) => before !== null)
    .map((household) => ({ household, persons: resettledOf(household) }))
    .filter(({ household, persons }) => persons.length > 0 || isMoved(household))
    .map(({ household: { id }, persons }) => [id, persons] as const);
}

const versionOf = ({ before }: ChangedHousehold): number => (before?.version ?? 0) + 1;

function householdChange(household: ChangedHousehold): OutboxRow {
  const { id, now } = household;
  const operation = now === null ? 'DELETE' : 'UPSERT';
  const version = versionOf(household);
  return { type: 'HOUSEHOLD', id, householdId: id, operation, kind: null, version, ...scopesOf(household) };
}

/** A person whose part differs, who came or left, or whose household moved; in the order of their ids. */
function personChanges(household: ChangedHousehold, gone: ReadonlySet<number>): OutboxRow[] {
  const was = household.before?.parts ?? NO_PARTS;
  const is = partsNow(household);
  const scopes = scopesOf(household);
  const moved = scopes.before[0] !== scopes.after[0];
  const persons = [...new Set([...was.keys(), ...is.keys()])].sort((a, b) => a - b);
  return persons.flatMap((person) => {
    const [before, after] = [was.get(person), is.get(person)];
    if (before === after && !moved) return [];
    return [
      {
        ...{ type: 'PERSON', id: person, householdId: household.id },
        operation: gone.has(person) ? 'DELETE' : 'UPSERT',
        kind: after === undefined ? 'LEFT' : before === undefined && household.before !== null ? 'JOINED' : null,
        version: versionOf(household),
        before: before === undefined ? [] : scopes.before,
        after: after === undefined ? [] : scopes.after,
      },
    ];
  });
}

/**
 * A household that is gone is a tombstone, and so is a person whom no household lists any more; `listed` are the
 * leavers whom a household lists that is not among these.
 */
export function changesOf(changed: readonly ChangedHousehold[], listed: readonly number[]): readonly OutboxRow[] {
  const elsewhere = new Set(listed);
  const gone = new Set(leaversOf(changed).filter((person) => !elsewhere.has(person)));
  return [...changed.map(householdChange), ...changed.flatMap((household) => personChanges(household, gone))];
}
