/** Doctor's look at the feeds: what is late, what failed, what waits for a person. */

import { type Check, check } from '../cli/doctor/index.ts';
import {
  AGENCY_OF,
  AGENCY_TITLE,
  type AgencyId,
  IS_PROMISED,
  RECORD_TYPES,
  type RecordType,
} from '../kernel/agency.ts';
import { type Day, yearOf } from '../kernel/day.ts';
import type { Freshness } from '../kernel/freshness.ts';
import type { WorkingDays } from '../modules/discovery/index.ts';
import { readFeedStandings, readHubDays } from '../modules/ingestion/index.ts';
import type { Database } from '../platform/database/database.ts';

const WELL = new Set(['FRESH', 'LATE']);

/** Which feeds are out of date on the hub's day, and which failed last. */
export function checkFeeds(db: Database): Promise<Check> {
  const fix = 'Run npx wanjia sync, or ask the agency for the missing delivery; the feeds query tells the last error.';
  return check('feeds', fix, async () => {
    const days = await readHubDays(db);
    if (days === null) return { ok: false, detail: 'nothing was delivered yet' };
    const standings = await readFeedStandings(db, days.today);
    const freshnessOf = (type: RecordType): Freshness => standings.get(type)?.freshness ?? 'NEVER';
    const delivering = new Set(
      RECORD_TYPES.filter((type) => freshnessOf(type) !== 'NEVER').map((type) => AGENCY_OF[type]),
    );
    const isMissed = (agency: AgencyId): boolean => IS_PROMISED[agency] || delivering.has(agency);
    const overdue = RECORD_TYPES.filter((type) => isMissed(AGENCY_OF[type]) && !WELL.has(freshnessOf(type)));
    const failed = await db.query<{ agency: string; code: string }>(
      'select distinct agency, last_error_code as code from feed where last_error_code is not null order by agency',
    );
    const words = [
      `hub's day ${days.today}`,
      ...(overdue.length > 0
        ? [`out of date: ${overdue.map((type) => `${AGENCY_TITLE[AGENCY_OF[type]]} ${type}`).join(', ')}`]
        : []),
      ...failed.map(({ agency, code }) => `${agency} failed: ${code}`),
    ];
    return { ok: overdue.length === 0 && failed.length === 0, detail: words.join('; ') };
  });
}

/** What waits for a person; waiting is no fault. */
export function checkWaiting(db: Database): Promise<Check> {
  return check('waiting', '', async () => {
    const [counts] = await db.query<{ rows: number; reviews: number }>(
      `select (select count(*)::int from quarantined_row where state = 'OPEN') as rows,
         (select count(*)::int from identity_review where state = 'OPEN') as reviews`,
    );
    return { ok: true, detail: `${counts?.rows ?? 0} quarantined rows, ${counts?.reviews ?? 0} identity reviews` };
  });
}

/** Whether the packs have the holidays that clocks in working days run by today. */
export function checkWorkingDays({ covers, years }: WorkingDays, today: Day): Promise<Check> {
  const fix = 'Enter the year from the notice of the State Council in packs/national/calendar.yaml.';
  return check('calendar', fix, async () => {
    const known = years.join(', ') || 'no year';
    const next = years.find((year) => !years.includes(year + 1) && year >= yearOf(today));
    const from = next === undefined ? 'in every other year' : `from ${next + 1}-01-01 on`;
    const detail = `holidays and worked weekends of ${known}; ${from} deadlines leave out weekends only and say they are provisional`;
    return { ok: covers(today), detail };
  });
}

/** Whether the last nightly pass found what the increments had written. */
export function checkDrift(db: Database): Promise<Check> {
  const fix = 'The results were put right. Report the rules named as a defect: an increment missed something.';
  return check('rules', fix, async () => {
    const [pass] = await db.query<{ day: string; drifted: number; rules: string | null }>(
      `select p.day::text as day, p.drifted,
         (select string_agg(d.rule_id, ' ' order by d.rule_id) from rule_drift d where d.pass_id = p.id) as rules
       from full_pass p order by p.id desc limit 1`,
    );
    if (pass === undefined) return { ok: true, detail: 'no full pass yet' };
    const told = pass.drifted === 0 ? 'no drift' : `${pass.drifted} results drifted: ${pass.rules}`;
    return { ok: pass.drifted === 0, detail: `full pass of ${pass.day}: ${told}` };
  });
}
