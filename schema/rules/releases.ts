/** Releasing rules 规则发布: submitted by one officer, released by another, rolled back in one step. */

import { encodeId } from '../../src/kernel/ids.ts';
import type { Result } from '../../src/kernel/result.ts';
import type {
  BookChange,
  BookOrder,
  BookRefusal,
  DraftTrial,
  RuleDraft,
  SubmittedDraft,
} from '../../src/modules/discovery/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import type { RuleRefs } from './rules.ts';
import { draftOf, type RuleDraftRef } from './trial.ts';

const access = 'rule-draft';
const releasing = 'rule-release';
const MOST_DRAFTS = 200;

interface ReleaseRefs extends RuleRefs {
  readonly Refused: GraphObject<RefusedView>;
  readonly RuleDraft: RuleDraftRef;
}

interface RuleBookChanged extends BookChange {
  readonly __typename: 'RuleBookChanged';
}

interface OrderArgs {
  readonly reason: string;
  readonly expectedVersion?: number | null | undefined;
}

function orderOf({ reason, expectedVersion }: OrderArgs, { caller }: RequestContext): BookOrder {
  const { subject, organisation, divisions } = caller;
  return { officer: { subject, organisation, divisions }, reason, expectedVersion: expectedVersion ?? null };
}

function defineTrialCounts(builder: GraphBuilder): GraphObject<DraftTrial> {
  return builder.objectRef<DraftTrial>('DraftTrial').implement({
    description: '提交时试算 what the draft would have changed on the day it was submitted, in the whole jurisdiction',
    fields: (t) => ({
      matched: t.exposeInt('matched', { access, description: '命中户数 households the draft finds' }),
      added: t.exposeInt('added', { access, description: '新增户数 households only the draft finds' }),
      removed: t.exposeInt('removed', { access, description: '减少户数 households only the rule in force finds' }),
      unknown: t.exposeInt('unknown', { access, description: '未知户数 households of which the draft does not know' }),
    }),
  });
}

function defineSubmitted(builder: GraphBuilder): GraphObject<SubmittedDraft> {
  const Trial = defineTrialCounts(builder);
  const Decision = builder.enumType('RuleDraftDecision', {
    description: '草案结论 what became of a draft',
    values: {
      RELEASED: { description: '已发布 released' },
      DECLINED: { description: '未采纳 ended without a release' },
    },
  });
  const Value = builder.objectRef<SubmittedDraft['parameters'][number]>('DraftedParameter').implement({
    description: '参数草案 another value of a parameter, for this rule',
    fields: (t) => ({
      name: t.exposeString('name', { access, description: '参数名 name' }),
      value: t.exposeString('value', { access, description: '参数值 value; money in yuan' }),
    }),
  });
  return builder.objectRef<SubmittedDraft>('SubmittedRuleDraft').implement({
    description: '已提交的规则草案 a change of a rule as an officer submitted it, and what became of it',
    fields: (t) => ({
      id: t.id({
        nullable: true,
        access,
        description: '草案编号 id of the draft',
        resolve: ({ id }) => encodeId('ruleDraft', BigInt(id)),
      }),
      ruleId: t.exposeID('ruleId', { nullable: true, access, description: '规则编号 such as R01' }),
      expression: t.exposeString('expression', {
        nullable: true,
        access,
        description: '规则表达式 condition, in CEL; null: as in force',
      }),
      parameters: t.field({
        type: [Value],
        access,
        description: '参数草案 other values of parameters',
        resolve: ({ parameters }) => [...parameters],
      }),
      streets: t.stringList({
        access,
        description: '试点街镇 pilot streets; empty: everywhere',
        resolve: ({ streets }) => [...streets],
      }),
      effectiveFrom: t.expose('effectiveFrom', { type: 'Date', access, description: '生效日期 first day' }),
      baseVersion: t.exposeInt('baseVersion', {
        access,
        description: '基准版本 the rule’s newest version when it was submitted',
      }),
      trial: t.expose('trial', { type: Trial, access, description: '试算 what it would have changed' }),
      reason: t.exposeString('reason', { access, description: '理由 why' }),
      submittedBy: t.exposeString('submittedBy', { access, description: '提交人 who submitted it' }),
      submittedOn: t.expose('submittedOn', { type: 'Date', access, description: '提交日期 the hub’s day' }),
      decision: t.expose('decision', {
        type: Decision,
        nullable: true,
        access,
        description: '结论 null: it waits for another officer',
      }),
      decidedBy: t.exposeString('decidedBy', { nullable: true, access, description: '裁定人 who decided' }),
      decidedOn: t.expose('decidedOn', {
        type: 'Date',
        nullable: true,
        access,
        description: '裁定日期 the hub’s day',
      }),
      decisionReason: t.exposeString('decisionReason', { nullable: true, access, description: '裁定理由 why' }),
    }),
  });
}

function answer(changed: Result<BookChange, BookRefusal>, { graph }: RequestContext): RuleBookChanged | RefusedView {
  if (!changed.ok) return refused(changed.error);
  if (changed.value.version !== null) graph.changed();
  return { __typename: 'RuleBookChanged', ...changed.value };
}

function defineResult(builder: GraphBuilder, refs: ReleaseRefs, Submitted: GraphObject<SubmittedDraft>) {
  const Changed = builder.objectRef<RuleBookChanged>('RuleBookChanged').implement({
    description: '已变更 the change was made',
    fields: (t) => ({
      draft: t.field({
        type: Submitted,
        nullable: true,
        access,
        description: '规则草案 the draft it concerns; null: a rollback',
        resolve: ({ draftId }, _args, { graph }) => (draftId === null ? null : graph.releases.findDraft(draftId)),
      }),
      rule: t.field({
        type: refs.Rule,
        nullable: true,
        access: 'rule',
        description: '新版本 the version that came of it; null: none did',
        resolve: ({ ruleId, version }, _args, { graph }) =>
          version === null ? null : graph.rules.find(ruleId, version),
      }),
    }),
  });
  return builder.unionType('RuleBookResult', {
    description: '规则变更结果 the rule book changed, or why not',
    types: [Changed, refs.Refused],
    resolveType: (value) => value.__typename,
  });
}

function defineList(builder: GraphBuilder, Submitted: GraphObject<SubmittedDraft>): void {
  builder.queryField('ruleDrafts', (t) =>
    t.field({
      type: [Submitted],
      access,
      description: '规则草案 drafts that wait for another officer, or all there were; the newest first',
      args: {
        waiting: t.arg.boolean({ access: STRUCTURE, description: '待发布 false: also those decided; absent: true' }),
        first: t.arg.int({ access: STRUCTURE, description: '条数 at most so many, 200 at the most' }),
      },
      resolve: async (_root, { waiting, first }, { graph }) => {
        const size = Math.max(0, Math.min(first ?? MOST_DRAFTS, MOST_DRAFTS));
        return [...(await graph.releases.listDrafts({ waiting: waiting ?? true, first: size }))];
      },
    }),
  );
}

export function defineRuleReleases(builder: GraphBuilder, refs: ReleaseRefs): void {
  const Submitted = defineSubmitted(builder);
  const Outcome = defineResult(builder, refs, Submitted);
  defineList(builder, Submitted);
  const refusals = 'Refused: TEXT_REQUIRED, CONFLICT, RULE_OUT_OF_REACH';
  builder.mutationFields((t) => {
    const order = {
      reason: t.arg.string({ required: true, access: STRUCTURE, description: '理由 why, for the record' }),
      idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      expectedVersion: t.arg.int({
        access: STRUCTURE,
        description: '预期版本 the rule’s newest version the caller has seen; if it is another now: Refused CONFLICT',
      }),
    };
    const draftId = t.arg.id({ required: true, access: STRUCTURE, description: '草案编号 id of the draft' });
    return {
      submitRuleDraft: t.field({
        type: Outcome,
        access,
        description: `提交规则草案 submits a change of a rule for another officer to release. ${refusals}, RULE_DAY_PAST, BAD_USER_INPUT with line, column and what was meant`,
        args: {
          draft: t.arg({ type: refs.RuleDraft, required: true, access: STRUCTURE, description: '规则草案 the draft' }),
          effectiveFrom: t.arg({ type: 'Date', access: STRUCTURE, description: '生效日期 absent: today' }),
          ...order,
        },
        resolve: (_root, { draft, effectiveFrom, idempotencyKey, ...args }, context) =>
          context.once(
            { operation: 'submitRuleDraft', key: idempotencyKey, asked: { draft, effectiveFrom, ...args } },
            async () => {
              const written: RuleDraft = draftOf(draft);
              return answer(
                await context.graph.releases.submit(orderOf(args, context), written, effectiveFrom ?? null),
                context,
              );
            },
          ),
      }),
      releaseRule: t.field({
        type: Outcome,
        access: releasing,
        description: `发布规则 puts a draft in force, by another officer than its author. ${refusals}, NOT_FOUND, SAME_PERSON, DRAFT_DECIDED`,
        args: { draftId, ...order },
        resolve: (_root, { draftId: id, idempotencyKey, ...args }, context) =>
          context.once({ operation: 'releaseRule', key: idempotencyKey, asked: { id, ...args } }, async () => {
            const draft = Number(readId('ruleDraft', id, 'draftId'));
            return answer(await context.graph.releases.release(orderOf(args, context), draft), context);
          }),
      }),
      declineRuleDraft: t.field({
        type: Outcome,
        access,
        description: `不采纳草案 ends a draft without releasing it. ${refusals}, NOT_FOUND, DRAFT_DECIDED`,
        args: { draftId, ...order },
        resolve: (_root, { draftId: id, idempotencyKey, ...args }, context) =>
          context.once({ operation: 'declineRuleDraft', key: idempotencyKey, asked: { id, ...args } }, async () => {
            const draft = Number(readId('ruleDraft', id, 'draftId'));
            return answer(await context.graph.releases.decline(orderOf(args, context), draft), context);
          }),
      }),
      rollBackRule: t.field({
        type: Outcome,
        access: releasing,
        description: `回退规则 restores an earlier version from today, everywhere, as a version of its own. ${refusals}, NOT_FOUND`,
        args: {
          ruleId: t.arg.id({ required: true, access: STRUCTURE, description: '规则编号 such as R01' }),
          toVersion: t.arg.int({
            required: true,
            access: STRUCTURE,
            description: '恢复版本 whose content is restored',
          }),
          ...order,
        },
        resolve: (_root, { ruleId, toVersion, idempotencyKey, ...args }, context) =>
          context.once(
            { operation: 'rollBackRule', key: idempotencyKey, asked: { ruleId, toVersion, ...args } },
            async () => {
              const restored = { ruleId, version: toVersion };
              return answer(await context.graph.releases.rollBack(orderOf(args, context), restored), context);
            },
          ),
      }),
    };
  });
}
