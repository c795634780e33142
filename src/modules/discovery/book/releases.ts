/**
 * Changing the rule book: one officer submits a draft, another releases it; a rollback restores an earlier version.
 * Every step is kept with who, when and why. A release takes effect wherever rules are judged, from its day on.
 */
import type { Clock } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import { fail, type Result, succeed } from '../../../kernel/result.ts';
import type { Database, Queryable, Transaction } from '../../../platform/database/database.ts';
import { appendChanges } from '../../../platform/outbox/outbox.ts';
import { dayAsked } from '../../household/index.ts';
import { readHubDays } from '../../ingestion/index.ts';
import type { Pack } from '../pack/pack.ts';
import { isInForce, type Rule } from '../rule.ts';
import { type RuleDraft, readDraft } from '../trial/draft.ts';
import type { Trials } from '../trial/trial.service.ts';
import { createRuleBook } from './book.ts';
import {
  findDraft,
  insertDecision,
  insertDraft,
  insertRelease,
  listDrafts,
  type SubmittedDraft,
} from './draft.store.ts';
import {
  type BookOrder,
  type BookRefusal,
  newestVersion,
  refusalOfDraft,
  refuseOrder,
  refusePast,
  refuseStale,
} from './refusals.ts';
import type { Release, WrittenParameter } from './released-version.ts';
import { versionEverywhere } from './versions.ts';

export interface ReleaseParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly pack: Pack;
  readonly trials: Pick<Trials, 'tryRule'>;
}

/** A change of the book that was made: the draft it concerns, the version it brought. */
export interface BookChange {
  readonly draftId: number | null;
  readonly ruleId: string;
  readonly version: number | null;
}

type Changed = Result<BookChange, BookRefusal>;

export interface Releases {
  /** Submits a draft that loads, to be in force from a day; absent: from today. */
  submit(order: BookOrder, draft: RuleDraft, effectiveFrom: Day | null): Promise<Changed>;
  /** Puts a draft in force, by another officer than its author; if its day has passed, from today. */
  release(order: BookOrder, draftId: number): Promise<Changed>;
  /** Ends a draft without releasing it; its author may, too. */
  decline(order: BookOrder, draftId: number): Promise<Changed>;
  /** Restores an earlier version from today, everywhere: pilots end with it. */
  rollBack(order: BookOrder, restored: { readonly ruleId: string; readonly version: number }): Promise<Changed>;
  listDrafts(asked: { readonly waiting: boolean; readonly first: number }): Promise<readonly SubmittedDraft[]>;
  findDraft(id: number): Promise<SubmittedDraft | null>;
}

/** Values of a draft over those of the version it changes. */
function mergedParameters(
  held: readonly WrittenParameter[],
  changed: readonly WrittenParameter[],
): readonly WrittenParameter[] {
  const values = new Map([...held, ...changed].map(({ name, value }) => [name, value.trim()]));
  return [...values].map(([name, value]) => ({ name, value }));
}

function streetsOf({ streets }: RuleDraft): readonly string[] {
  return [...new Set(streets ?? [])].sort();
}

interface Bench {
  readonly tx: Transaction;
  readonly book: Pack;
  readonly now: Date;
  readonly on: Day;
}

/** The version that judges everywhere on a day and the packs' version it stands for; null where there is none. */
function standing(pack: Pack, book: Pack, id: string, day: Day): { readonly held: Rule; readonly packs: Rule } | null {
  const held = versionEverywhere(book.rules, id, day);
  const packs = pack.rules.find((rule) => rule.id === id && isInForce(rule, day));
  return held === null || packs === undefined ? null : { held, packs };
}

const NO_SUCH_RULE: BookRefusal = {
  code: 'BAD_USER_INPUT',
  params: { input: 'rule.id', expected: 'a rule in force on its first day; a new rule comes with the packs' },
};
const NO_SUCH_DRAFT: BookRefusal = { code: 'NOT_FOUND', params: { what: 'draft' } };

export function createReleases({ db, clock, pack, trials }: ReleaseParts): Releases {
  const book = createRuleBook(pack);
  const today = async (at: Queryable): Promise<Day> => dayAsked(await readHubDays(at), null);

  /** One change at a time, so that versions strictly grow. */
  function change(act: (bench: Bench) => Promise<Changed>): Promise<Changed> {
    return db.tx(async (tx) => {
      await tx.lock('wanjia:rule-book');
      return act({ tx, book: await book.read(tx), now: clock.now(), on: await today(tx) });
    });
  }

  async function add(
    { tx, now }: Bench,
    release: Release & { readonly draftId: number | null },
    organisation: string,
  ): Promise<Changed> {
    await insertRelease(tx, release, organisation, now);
    const { ruleId, version, restores, draftId } = release;
    const kind = restores === null ? 'RELEASED' : 'ROLLED_BACK';
    const told = { type: 'RULE', id: ruleId, householdId: null, operation: 'UPSERT', kind, version } as const;
    await appendChanges(tx, [{ ...told, before: [], after: [] }]);
    return succeed({ draftId, ruleId, version });
  }

  /** A draft that waits and that the officer may decide; or why not. */
  async function waitingDraft(
    { tx }: Bench,
    id: number,
    order: BookOrder,
  ): Promise<Result<SubmittedDraft, BookRefusal>> {
    const draft = await findDraft(tx, id);
    if (draft === null) return fail(NO_SUCH_DRAFT);
    const refusal = refuseOrder(order, { division: pack.division, streets: draft.streets });
    if (refusal !== null) return fail(refusal);
    const { decision } = draft;
    return decision === null ? succeed(draft) : fail({ code: 'DRAFT_DECIDED', params: { decision } });
  }

  return {
    async submit(order, given, effectiveFrom) {
      const draft = { ...given, id: given.id.trim(), streets: streetsOf(given) };
      const wrong = refuseOrder(order, { division: pack.division, streets: draft.streets });
      if (wrong !== null) return fail(wrong);
      try {
        const { matched, added, removed, unknown } = await trials.tryRule(draft, null, { prefixes: [pack.division] });
        return await change(async (bench) => {
          const from = effectiveFrom ?? bench.on;
          const newest = newestVersion(bench.book.rules, draft.id);
          if (standing(pack, bench.book, draft.id, from) === null) return fail(NO_SUCH_RULE);
          readDraft(draft, bench.book, from);
          const refusal = refusePast(from, bench.on) ?? refuseStale(draft.id, newest, order.expectedVersion);
          if (refusal !== null) return fail(refusal);
          const submitted = {
            ...{ ruleId: draft.id, streets: draft.streets, effectiveFrom: from, baseVersion: newest },
            expression: draft.expression?.trim() || null,
            parameters: mergedParameters([], draft.parameters ?? []),
            reason: order.reason.trim(),
            trial: { matched, added, removed, unknown },
          };
          const draftId = await insertDraft(bench.tx, submitted, order.officer, bench);
          return succeed({ draftId, ruleId: draft.id, version: null });
        });
      } catch (error) {
        return fail(refusalOfDraft(error));
      }
    },

    release: (order, id) =>
      change(async (bench) => {
        const found = await waitingDraft(bench, id, order);
        if (!found.ok) return found;
        const draft = found.value;
        const { officer } = order;
        if (draft.submittedBy === officer.subject) return fail({ code: 'SAME_PERSON' });
        const newest = newestVersion(bench.book.rules, draft.ruleId);
        // What was tried and read no longer stands beside the same version.
        const stale = refuseStale(draft.ruleId, newest, draft.baseVersion);
        const refusal = stale ?? refuseStale(draft.ruleId, newest, order.expectedVersion);
        if (refusal !== null) return fail(refusal);
        const effectiveFrom = draft.effectiveFrom < bench.on ? bench.on : draft.effectiveFrom;
        const stands = standing(pack, bench.book, draft.ruleId, effectiveFrom);
        if (stands === null) return fail(NO_SUCH_RULE);
        const { held, packs } = stands;
        await insertDecision(bench.tx, { id, decision: 'RELEASED', reason: order.reason }, officer, bench);
        const release = {
          ...{ ruleId: draft.ruleId, version: newest + 1, template: packs.version, streets: draft.streets },
          expression: draft.expression ?? held.expression.source,
          parameters: mergedParameters(held.release?.parameters ?? [], draft.parameters),
          ...{ effectiveFrom, effectiveTo: packs.effectiveTo, restores: null, draftId: id, reason: draft.reason },
          ...{ releasedBy: officer.subject, releasedOn: bench.on },
        };
        return add(bench, release, officer.organisation);
      }),

    decline: (order, id) =>
      change(async (bench) => {
        const found = await waitingDraft(bench, id, order);
        if (!found.ok) return found;
        await insertDecision(bench.tx, { id, decision: 'DECLINED', reason: order.reason }, order.officer, bench);
        return succeed({ draftId: id, ruleId: found.value.ruleId, version: null });
      }),

    rollBack: (order, { ruleId, version }) =>
      change(async (bench) => {
        const wrong = refuseOrder(order, { division: pack.division, streets: [] });
        if (wrong !== null) return fail(wrong);
        const restored = bench.book.rules.find((rule) => rule.id === ruleId && rule.version === version);
        const stands = standing(pack, bench.book, ruleId, bench.on);
        if (restored === undefined || stands === null) return fail({ code: 'NOT_FOUND', params: { what: 'version' } });
        const newest = newestVersion(bench.book.rules, ruleId);
        const refusal = refuseStale(ruleId, newest, order.expectedVersion);
        if (refusal !== null) return fail(refusal);
        const { officer } = order;
        const release = {
          ...{ ruleId, version: newest + 1, template: restored.release?.template ?? restored.version, streets: [] },
          expression: restored.expression.source,
          parameters: restored.release?.parameters ?? [],
          ...{ effectiveFrom: bench.on, effectiveTo: stands.packs.effectiveTo, restores: version, draftId: null },
          ...{ reason: order.reason.trim(), releasedBy: officer.subject, releasedOn: bench.on },
        };
        return add(bench, release, officer.organisation);
      }),

    listDrafts: (asked) => listDrafts(db, asked),
    findDraft: (id) => findDraft(db, id),
  };
}
