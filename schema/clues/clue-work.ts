/** Telling the hub what no agency's feed carries: one intake for visits, hotline, self-report and grid workers. */
import type { InputRef } from '@pothos/core';
import { encodeId } from '../../src/kernel/ids.ts';
import type { ClueReceipt, ToldReport } from '../../src/modules/casework/index.ts';
import { workerOf } from '../alerts/alert-work.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import type { ReportRefs } from './clue-reports.ts';
import type { ClueWords } from './clue-words.ts';

const access = 'clue-submit';

interface ClueRecorded extends ClueReceipt {
  readonly __typename: 'ClueRecorded';
}

function defineInput(builder: GraphBuilder, { ClueKind, ClueChannel }: ClueWords) {
  return builder.inputType('ClueInput', {
    description:
      '线索登记 what is told; about exactly one of a household, a person, an area and a family that is not in the data',
    fields: (t) => ({
      kind: t.field({ type: ClueKind, required: true, access, description: '线索类别 what is told' }),
      channel: t.field({ type: ClueChannel, required: true, access, description: '线索渠道 how it came' }),
      householdId: t.id({ access, description: '家庭编号(平台) the household' }),
      personId: t.id({ access, description: '人员编号 the person' }),
      areaCode: t.string({ access, description: '区划代码 a street (9 digits) or committee (12)' }),
      occurredOn: t.field({ type: 'Date', required: true, access, description: '发生日期 not in the future' }),
      endedOn: t.field({ type: 'Date', access, description: '终止日期 of what lasts: first day it no longer holds' }),
      value: t.int({ access, description: '数值 a grade or count, where the kind has one' }),
      placeCode: t.string({
        access,
        description: '所在区划 street (9 digits) or committee (12) of a family that is not in the data; with `family`',
      }),
      family: t.string({
        access,
        sealedIn: ['clue_report.family'],
        description: '所指家庭 who is meant, where they are not in the data; personal',
      }),
      contact: t.string({
        access,
        sealedIn: ['clue_report.contact'],
        description: '报告人联系方式 absent: who told it does not say who they are',
      }),
      source: t.string({
        required: true,
        access,
        sealedIn: ['clue.source'],
        description: '来源说明 who or what says so',
      }),
      note: t.string({ access, sealedIn: ['clue.note'], description: '备注 anything else; personal, shown to few' }),
    }),
  });
}

type ClueInput = ReturnType<typeof defineInput> extends InputRef<infer Shape> ? Shape : never;

function toldIn(input: ClueInput): ToldReport {
  const { kind, channel, occurredOn, personId, householdId } = input;
  return {
    kind,
    channel,
    occurredOn,
    personId: personId == null ? null : Number(readId('person', personId, 'personId')),
    householdId: householdId == null ? null : Number(readId('household', householdId, 'householdId')),
    areaCode: input.areaCode ?? null,
    endedOn: input.endedOn ?? null,
    value: input.value ?? null,
    source: input.source.trim(),
    note: input.note?.trim() || null,
    placeCode: input.family?.trim() ? (input.placeCode ?? null) : null,
    family: input.family?.trim() || null,
    contact: input.contact?.trim() || null,
  };
}

async function record(input: ClueInput, key: string, context: RequestContext): Promise<ClueRecorded | RefusedView> {
  const taken = await context.graph.clues.record({ worker: workerOfPlace(context), key, told: toldIn(input) });
  if (!taken.ok) return refused(taken.error);
  context.graph.changed();
  return { __typename: 'ClueRecorded', ...taken.value };
}

/** Whoever tells reaches the households of its divisions, even where it sees no alerts. */
function workerOfPlace(context: RequestContext): ReturnType<typeof workerOf> {
  const { caller, clearance } = context;
  return { ...workerOf(context), divisions: clearance.rows.households ? caller.divisions : [] };
}

interface ClueWorked {
  readonly __typename: 'ClueWorked';
  readonly receipt: ClueReceipt | null;
  readonly caseId: number | null;
}

function defineAnswering(
  builder: GraphBuilder,
  { ClueAnswer }: ReportRefs,
  {
    Input,
    Recorded,
    Refused,
  }: { Input: ReturnType<typeof defineInput>; Recorded: GraphObject<ClueRecorded>; Refused: GraphObject<RefusedView> },
): void {
  const handling = 'case-handling';
  const Worked = builder.objectRef<ClueWorked>('ClueWorked').implement({
    description: '已办理 the work was done',
    fields: (t) => ({
      instead: t.field({
        type: Recorded,
        access,
        description: '更正后线索 the receipt of what was told instead; null: nothing',
        resolve: ({ receipt }) => (receipt === null ? null : { __typename: 'ClueRecorded' as const, ...receipt }),
      }),
      caseId: t.id({
        access: 'case',
        description: '个案编号 the case the clue was taken up in; null: none',
        resolve: ({ caseId }) => (caseId === null ? null : encodeId('case', BigInt(caseId))),
      }),
    }),
  });
  const Outcome = builder.unionType('ClueWorkResult', {
    description: '办理结果 the work done, or why not',
    types: [Worked, Refused],
    resolveType: (value) => value.__typename,
  });
  const worked = (receipt: ClueReceipt | null, caseId: number | null, context: RequestContext): ClueWorked => {
    context.graph.changed();
    return { __typename: 'ClueWorked', receipt, caseId };
  };
  builder.mutationFields((t) => ({
    withdrawClue: t.field({
      type: Outcome,
      access,
      description:
        '撤回或更正线索 takes back what the caller told, and tells it rightly instead where `instead` is given. Refused: NOT_FOUND, CONFLICT, KEY_REUSED, and those of recordClue',
      args: {
        clueId: t.arg.id({ required: true, access, description: '线索编号 id of the clue' }),
        instead: t.arg({ type: Input, access, description: '更正后线索 what is right; absent: nothing' }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: async (_root, { clueId, instead, idempotencyKey: key }, context) => {
        const work = { clueId: Number(readId('clue', clueId, 'clueId')), worker: workerOfPlace(context), key };
        const done = await context.graph.clues.withdraw(work, instead == null ? null : toldIn(instead));
        return done.ok ? worked(done.value, null, context) : refused(done.error);
      },
    }),
    answerClue: t.field({
      type: Outcome,
      access: handling,
      description:
        '答复线索 answers a clue; TAKEN_UP begins the household’s case or goes on with it. Refused: NOT_FOUND, CONFLICT, TEXT_REQUIRED, KEY_REUSED',
      args: {
        clueId: t.arg.id({ required: true, access: handling, description: '线索编号 id of the clue' }),
        answer: t.arg({ type: ClueAnswer, required: true, access: handling, description: '答复 what becomes of it' }),
        householdId: t.arg.id({
          access: handling,
          description: '家庭编号(平台) the family, where the clue names none; for TAKEN_UP',
        }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: async (_root, { clueId, answer, householdId, idempotencyKey: key }, context) => {
        const work = { clueId: Number(readId('clue', clueId, 'clueId')), worker: workerOfPlace(context), key };
        const household = householdId == null ? null : Number(readId('household', householdId, 'householdId'));
        const done = await context.graph.clues.answer(work, { answer, householdId: household });
        return done.ok ? worked(null, done.value.caseId, context) : refused(done.error);
      },
    }),
  }));
}

export function defineClueWork(
  builder: GraphBuilder,
  words: ClueWords,
  reports: ReportRefs,
  Refused: GraphObject<RefusedView>,
): void {
  const Input = defineInput(builder, words);
  const Recorded = builder.objectRef<ClueRecorded>('ClueRecorded').implement({
    description: '已受理 the receipt of a clue',
    fields: (t) => ({
      clueId: t.id({
        access,
        description: '线索编号 id of the clue',
        resolve: ({ id }) => encodeId('clue', BigInt(id)),
      }),
      recipient: t.exposeString('recipient', {
        access,
        description: '受理人 who has the clue, by the roster of the day',
      }),
      answerBy: t.expose('answerBy', { type: 'Date', access, description: '答复期限 by when it is answered' }),
      joined: t.exposeBoolean('joined', {
        access,
        description: '是否重复 the same had been told before; it is kept beside the first',
      }),
    }),
  });
  defineAnswering(builder, reports, { Input, Recorded, Refused });
  const Outcome = builder.unionType('ClueResult', {
    description: '受理结果 the clue taken, or why not',
    types: [Recorded, Refused],
    resolveType: (value) => value.__typename,
  });
  builder.mutationField('recordClue', (t) =>
    t.field({
      type: Outcome,
      access,
      description:
        '登记线索 takes a clue from people; whoever it is about is judged anew. Refused: NOT_FOUND, KEY_REUSED, CLUE_NOT_ABOUT_THAT, CLUE_DATES_WRONG, CLUE_VALUE_WRONG, CLUE_SOURCE_MISSING',
      args: {
        input: t.arg({ type: Input, required: true, access, description: '线索登记 the clue' }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, { input, idempotencyKey }, context) => record(input, idempotencyKey, context),
    }),
  );
}
