/**
 * What is on record of callers, kept until anything is administered: a number in the database counts every change, and
 * each process asks for it every few seconds. A change made here is asked for at the very next request.
 */
import { RecentMap } from '../../kernel/recent-map.ts';
import type { Database } from '../../platform/database/database.ts';
import type { AccountRecord, ClosedClass, Directory, Identity, OrganisationRecord, Standing } from '../access/index.ts';
import { ACCOUNT, ORGANISATION } from './record.store.ts';
import { IS_REVOKED, revokedParams } from './suspension.store.ts';

/** How long a change made by another process may go unnoticed. */
export const NOTICED_WITHIN_MS = 5_000;
const KEPT = 20_000;

export interface AdministeredDirectory extends Directory {
  /** Asks for changes at the next request. */
  changed(): void;
}

interface StandingRow {
  readonly revoked: boolean;
  readonly account: AccountRecord | null;
  readonly organisation: OrganisationRecord | null;
  readonly closed: readonly (Omit<ClosedClass, 'from' | 'until'> & { from: string; until: string | null })[];
}

const STANDING = `with asked as (select ${ACCOUNT} from account where issuer = $1 and subject = $2)
  select ${IS_REVOKED} as revoked,
    (select to_jsonb(asked) from asked) as account,
    (select to_jsonb(found) from (select ${ORGANISATION} from organisation
      where id = coalesce((select organisation from asked), $6)) as found) as organisation,
    (select coalesce(jsonb_agg(jsonb_build_object('target', target, 'of', target_id, 'dataClass', data_class,
        'from', since, 'until', until)), '[]')
      from class_suspension where lifted_at is null and (target = 'ROLE'
        or (target = 'ORGANISATION' and target_id = coalesce((select organisation from asked), $6))
        or (target = 'ACCOUNT' and target_id = (select id::text from asked)))) as closed`;

async function read(db: Database, identity: Identity): Promise<Standing> {
  const params = [...revokedParams(identity), identity.stated.organisation];
  const [row] = await db.query<StandingRow>(STANDING, params, { name: 'standing-of-caller' });
  if (row === undefined) throw new Error('a standing is always one row');
  const closed = row.closed.map(({ from, until, ...one }) => ({
    ...one,
    from: new Date(from),
    until: until === null ? null : new Date(until),
  }));
  return { ...row, closed };
}

const keys = new WeakMap<Identity, string>();

function keyOf(identity: Identity): string {
  const key = keys.get(identity) ?? writeKey(identity);
  keys.set(identity, key);
  return key;
}

function writeKey({ issuer, subject, tokenId, session, issuedAt, stated }: Identity): string {
  return JSON.stringify([issuer, subject, tokenId, session, issuedAt.getTime(), stated.organisation]);
}

export function createDirectory(deps: {
  readonly db: Database;
  readonly noticedWithinMs?: number;
}): AdministeredDirectory {
  const { db, noticedWithinMs = NOTICED_WITHIN_MS } = deps;
  // What was asked for before a change goes into the map of before it.
  let known = new RecentMap<string, Promise<Standing>>(KEPT);
  let version: number | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;
  let changes = 0;

  const ask = async (began: number, of: number): Promise<void> => {
    const [row] = await db.query<{ version: number }>('select version from administration_state');
    const now = row?.version ?? 0;
    if (now !== version) known = new RecentMap(KEPT);
    version = now;
    // An answer that was under way when something changed here may be of before it.
    if (of === changes) askedAt = began;
  };
  const upToDate = async (): Promise<void> => {
    if (performance.now() - askedAt < noticedWithinMs) return;
    const mine = asking ?? ask(performance.now(), changes);
    asking = mine;
    await mine.finally(() => {
      if (asking === mine) asking = null;
    });
  };
  const find = (identity: Identity): Promise<Standing> => {
    const held = known;
    const key = keyOf(identity);
    const found = held.get(key);
    if (found !== undefined) return found;
    const reading = read(db, identity);
    reading.catch(() => held.delete(key));
    held.set(key, reading);
    return reading;
  };
  return {
    async standingOf(identity) {
      await upToDate();
      return find(identity);
    },
    changed() {
      changes += 1;
      askedAt = Number.NEGATIVE_INFINITY;
      asking = null;
    },
  };
}
