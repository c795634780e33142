/** Decides which subjects are one person, and which households that touches. */
import type { Database, Transaction } from '../../platform/database/database.ts';
import { lookUpOneByOne } from '../../platform/database/few.ts';
import {
  APPLY_LINKS,
  ASK_ABOUT_SCHOOL_NAMESAKES,
  KEEP_ROLL_TWINS_APART,
  LINK_NUMBERS,
  MARK_HOUSEHOLDS,
  MATCH_ASSISTANCE,
  MATCH_GUARDIAN,
  MATCH_HEALTH_NUMBERS,
  MATCH_ROLL,
  MATCH_SCHOOL_NUMBERS,
  RECONSIDER,
  standAlone,
  TAKE_MARKS,
  UPDATE_REVIEWS,
} from './link-sql.ts';

/** In this order: what an agency's own number joins, then exact matches, then who is alone. */
const MATCHING: readonly string[] = [
  ...RECONSIDER,
  MATCH_HEALTH_NUMBERS,
  MATCH_SCHOOL_NUMBERS,
  KEEP_ROLL_TWINS_APART,
  MATCH_ROLL,
  ...standAlone('rec:CA05:'),
  MATCH_ASSISTANCE,
  MATCH_GUARDIAN,
  ASK_ABOUT_SCHOOL_NAMESAKES,
  ...standAlone('any'),
  ...APPLY_LINKS,
  ...UPDATE_REVIEWS,
  ...MARK_HOUSEHOLDS,
];

export interface ResolveReport {
  /** Subjects whose records changed. */
  readonly subjects: number;
  /** Households whose profile that touches. */
  readonly households: number;
  /** Doubts that wait for a person. */
  readonly openReviews: number;
}

export interface IdentityResolver {
  /** Links what changed since the last time. All in one transaction: a crash leaves the marks where they were. */
  resolve(): Promise<ResolveReport>;
}

/** From so many on, subjects are many anywhere; of a small district fewer are. */
const MANY_SUBJECTS = 5_000;
const MANY_FOR_FEW = 300;
/** After a large load the planner's picture of the links is out of date until they are analysed. */
const ANALYZE_LINKS = 'analyze subject, person, link';

/** Looked up one by one, most of a district would be compared with most of it. */
async function isLarge(tx: Transaction): Promise<boolean> {
  const [counts] = await tx.query<{ touched: number; known: number }>(
    `select (select count(*)::int from touched) as touched,
       (select greatest(reltuples, 0)::float8 from pg_class where oid = 'subject'::regclass) as known`,
  );
  const { touched, known } = counts ?? { touched: 0, known: 0 };
  return touched >= MANY_SUBJECTS || (touched >= MANY_FOR_FEW && touched * 10 >= known);
}

async function counted(tx: Transaction): Promise<ResolveReport> {
  const [counts] = await tx.query<ResolveReport>(
    `select (select count(*)::int from touched) as subjects, (select count(*)::int from dwelling) as households,
       (select count(*)::int from identity_review where state = 'OPEN') as "openReviews"`,
  );
  return counts ?? { subjects: 0, households: 0, openReviews: 0 };
}

export function createIdentityResolver({ db }: { readonly db: Database }): IdentityResolver {
  return {
    resolve: () =>
      db.tx(async (tx) => {
        for (const text of [...TAKE_MARKS, ...LINK_NUMBERS]) await tx.execute(text);
        if (await isLarge(tx)) await tx.execute(ANALYZE_LINKS);
        else await lookUpOneByOne(tx);
        for (const text of MATCHING) await tx.execute(text);
        return counted(tx);
      }),
  };
}
