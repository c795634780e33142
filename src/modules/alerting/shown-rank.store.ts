/** How grave an alert is by the hits that whoever works with alerts is shown; their lists are ordered by that. */
import type { Transaction } from '../../platform/database/database.ts';
import { SEVERITIES } from '../discovery/index.ts';
import type { AlertingPack } from './alerting-pack.ts';
import { type AlertScope, inScope } from './route.store.ts';

/** Rules whose hits only the case team is shown. */
export function restrictedRules({ rules }: Pick<AlertingPack, 'rules'>): readonly string[] {
  return [...new Set(rules.filter(({ restricted }) => restricted).map(({ id }) => id))];
}

const RANK = `array_position(ARRAY[${SEVERITIES.map((severity) => `'${severity}'`).join(', ')}], t.severity)`;

/** By the hits that stand; where none does, by those it had. */
const rankShown = (scope: AlertScope): string => `WITH ranked AS (
    SELECT a.id, r.rank FROM alert a ${inScope[scope]} CROSS JOIN LATERAL (
      SELECT coalesce(min(${RANK}) FILTER (WHERE t.ended_on IS NULL), min(${RANK})) AS rank
      FROM alert_hit t WHERE t.alert_id = a.id AND NOT t.rule_id = ANY($1::text[])) r
    WHERE a.shown_rank IS DISTINCT FROM r.rank)
  UPDATE alert a SET shown_rank = r.rank FROM ranked r WHERE a.id = r.id`;

/** Ranks alerts anew where their hits changed, or, all of them, where the packs restrict other rules. */
export async function rankByShownHits(tx: Transaction, scope: AlertScope, pack: AlertingPack): Promise<void> {
  await tx.execute(rankShown(scope), [restrictedRules(pack)]);
}
