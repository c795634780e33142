/** The SQL of the rule book: drafts, decisions and releases, all of them only ever added. */
import type { Queryable } from '../../../platform/database/database.ts';
import type { Release } from './released-version.ts';

export async function countReleases(db: Queryable): Promise<number> {
  const [row] = await db.query<{ count: number }>('SELECT count(*)::int AS count FROM rule_release');
  return row?.count ?? 0;
}

const RELEASE = `rule_id AS "ruleId", version, template, expression, parameters, streets, effective_from AS "effectiveFrom",
  effective_to AS "effectiveTo", restores, reason, released_by AS "releasedBy", released_on AS "releasedOn"`;

/** Every released version, in the order of their release. */
export function listReleases(db: Queryable): Promise<readonly Release[]> {
  return db.query<Release>(`SELECT ${RELEASE} FROM rule_release ORDER BY released_at, rule_id, version`);
}
