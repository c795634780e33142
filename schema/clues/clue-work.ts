/** Telling the hub what no agency's feed carries: one intake for visits, hotline, self-report and grid workers. */
import type { InputRef } from '@pothos/core';
import { encodeId } from '../../src/kernel/ids.ts';
import { workerOf } from '../alerts/alert-work.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import type { ClueWords } from './clue-words.ts';

const access = 'clue-submit';

interface ClueRecorded {
  readonly __typename: 'ClueRecorded';
  readonly id: number;
}

function defineInput(builder: GraphBuilder, { ClueKind, ClueChannel }: ClueWords) {
  return builder.inputType('ClueInput', {
    description: '线索登记 what is told; about exactly one of a household, a person and an area',
    fields: (t) => ({
      kind: t.field({ type: ClueKind, required: true, access, description: '线索类别 what is told' }),
      channel: t.field({ type: ClueChannel, required: true, access, description: '线索渠道 how it came' }),
      householdId: t.id({ access, description: '家庭编号(平台) the household' }),
      personId: t.id({ access, description: '人员编号 the person' }),
      areaCode: t.string({ access, description: '区划代码 a street (9 digits) or committee (12)' }),
      occurredOn: t.field({ type: 'Date', required: true, access, description: '发生日期 not in the future' }),
      endedOn: t.field({ type: 'Date', access, description: '终止日期 of what lasts: first day it no longer holds' }),
      value: t.int({ access, description: '数值 a grade or count, where the kind has one' }),
      source: t.string({ required: true, access, description: '来源说明 who or what says so' }),
      note: t.string({ access, description: '备注 anything else; personal, shown to few' }),
    }),
  });
}

type ClueInput = ReturnType<typeof defineInput> extends InputRef<infer Shape> ? Shape : never;

async function record(input: ClueInput, key: string, context: RequestContext): Promise<ClueRecorded | RefusedView> {
  const { kind, channel, occurredOn, personId, householdId } = input;
  const taken = await context.graph.clues.record({
    worker: workerOfPlace(context),
    key,
    told: {
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
    },
  });
  if (!taken.ok) return refused(taken.error);
  context.graph.changed();
  return { __typename: 'ClueRecorded', id: taken.value.id };
}

/** Whoever tells reaches the households of its divisions, even where it sees no alerts. */
function workerOfPlace(context: RequestContext): ReturnType<typeof workerOf> {
  const { caller, clearance } = context;
  return { ...workerOf(context), divisions: clearance.rows.households ? caller.divisions : [] };
}

export function defineClueWork(builder: GraphBuilder, words: ClueWords, Refused: GraphObject<RefusedView>): void {
  const Input = defineInput(builder, words);
  const Recorded = builder.objectRef<ClueRecorded>('ClueRecorded').implement({
    description: '已受理 the receipt of a clue',
    fields: (t) => ({
      clueId: t.id({
        access,
        description: '线索编号 id of the clue',
        resolve: ({ id }) => encodeId('clue', BigInt(id)),
      }),
    }),
  });
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
