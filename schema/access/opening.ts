/** 双人确认: a caller asks for households, another person opens them for a short time or refuses. */
import { encodeId } from '../../src/kernel/ids.ts';
import type { Opening } from '../../src/modules/access/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';

const access = 'opening';
const answering = 'opening-answer';
const SHORTEST_REASON = 5;

interface OpeningChanged {
  readonly __typename: 'OpeningChanged';
  readonly id: number;
}

const changed = ({ id }: Opening): OpeningChanged => ({ __typename: 'OpeningChanged', id });

/** Whether every household of a request lies within the caller's rows; they are noted as read. */
async function reaches(householdIds: readonly number[], context: RequestContext): Promise<boolean> {
  const found = await context.householdsById.loadMany(householdIds);
  if (!found.every((profile) => profile !== null && !(profile instanceof Error))) return false;
  for (const id of householdIds) context.subjects.sawHousehold(id);
  return true;
}

interface Asked {
  readonly householdIds: readonly string[];
  readonly reason: string;
}

async function ask({ householdIds, reason }: Asked, context: RequestContext): Promise<OpeningChanged | RefusedView> {
  const { caller, purpose, graph } = context;
  const { answerMinutes, households: limit } = graph.policy.secondPerson;
  const ids = [...new Set(householdIds.map((id) => Number(readId('household', id, 'householdIds'))))];
  if (purpose === null) return refused({ code: 'FORBIDDEN', params: { what: 'requestOpening without a purpose' } });
  if (reason.trim().length < SHORTEST_REASON) return refused({ code: 'TEXT_REQUIRED', params: { input: 'reason' } });
  if (ids.length === 0 || ids.length > limit) return refused({ code: 'OPENING_TOO_MANY', params: { limit } });
  if (!(await reaches(ids, context))) return refused({ code: 'NOT_FOUND', params: { what: 'household' } });
  const { subject, organisation } = caller;
  const asked = { subject, organisation, purpose, householdIds: ids, reason: reason.trim(), answerMinutes };
  return changed(await graph.openings.ask(asked));
}

async function answer(id: string, confirmed: boolean, context: RequestContext): Promise<OpeningChanged | RefusedView> {
  const { caller, graph } = context;
  const number = Number(readId('opening', id));
  const found = await graph.openings.find(number);
  if (found === null || !(await reaches(found.householdIds, context)))
    return refused({ code: 'NOT_FOUND', params: { what: 'request' } });
  const { openMinutes } = graph.policy.secondPerson;
  const answered = await graph.openings.answer({ id: number, by: caller, confirmed, openMinutes });
  return answered.ok ? changed(answered.value) : refused({ code: answered.error });
}

function defineOpening(builder: GraphBuilder): GraphObject<Opening> {
  return builder.objectRef<Opening>('OpeningRequest').implement({
    description: '双人确认申请 households a caller asks another person to open for it',
    fields: (t) => ({
      id: t.id({ access, description: '申请编号 its id', resolve: ({ id }) => encodeId('opening', BigInt(id)) }),
      subject: t.exposeString('subject', { access, description: '申请人 who asks' }),
      organisation: t.exposeString('organisation', { access, description: '申请机构 on behalf of which body' }),
      purpose: t.exposeString('purpose', { access, description: '用途 for what purpose; it opens for no other' }),
      householdIds: t.idList({
        access,
        description: '家庭编号(平台) the households',
        resolve: ({ householdIds }) => householdIds.map((id) => encodeId('household', BigInt(id))),
      }),
      reason: t.exposeString('reason', { access, description: '事由 why, in the words of who asks' }),
      askedAt: t.expose('askedAt', { type: 'DateTime', access, description: '申请时间 when' }),
      answerUntil: t.expose('answerUntil', {
        type: 'DateTime',
        access,
        description: '确认时限 it cannot be answered later',
      }),
      answeredAt: t.expose('answeredAt', { type: 'DateTime', access, description: '处理时间 null: not answered' }),
      answeredBy: t.exposeString('answeredBy', { access, description: '处理人 who opened or refused it' }),
      openUntil: t.expose('openUntil', {
        type: 'DateTime',
        access,
        description: '开放截止时间 until when they are open; null: not answered, or refused',
      }),
    }),
  });
}

function defineList(builder: GraphBuilder, Request: GraphObject<Opening>): void {
  const list = async (own: boolean, context: RequestContext): Promise<Opening[]> => {
    const all = await context.graph.openings.list({ caller: context.caller, own });
    const reached = await Promise.all(all.map(({ householdIds }) => reaches(householdIds, context)));
    return all.filter((_one, place) => reached[place]);
  };
  builder.queryFields((t) => ({
    myOpeningRequests: t.field({
      type: [Request],
      access,
      description: '本人的双人确认申请 the caller’s own of the last day, newest first',
      resolve: (_root, _args, context) => list(true, context),
    }),
    openingRequests: t.field({
      type: [Request],
      access: answering,
      description: '待确认申请 requests of others that wait for an answer, within the caller’s scope, newest first',
      resolve: (_root, _args, context) => list(false, context),
    }),
  }));
}

export function defineOpenings(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  const Request = defineOpening(builder);
  const Changed = builder.objectRef<OpeningChanged>('OpeningChanged').implement({
    description: '已提交或已处理 the request as it stands now',
    fields: (t) => ({
      request: t.field({
        type: Request,
        access,
        description: '双人确认申请 the request',
        resolve: ({ id }, _args, { graph }) => graph.openings.find(id),
      }),
    }),
  });
  const Result = builder.unionType('OpeningResult', {
    description: '双人确认结果 the request, or why not',
    types: [Changed, Refused],
    resolveType: (value) => value.__typename,
  });
  defineList(builder, Request);
  builder.mutationFields((t) => ({
    requestOpening: t.field({
      type: Result,
      access,
      description:
        '申请双人确认 asks another person to open households for the purpose of this request. Refused: FORBIDDEN, TEXT_REQUIRED, OPENING_TOO_MANY, NOT_FOUND',
      args: {
        householdIds: t.arg.idList({ required: true, access, description: '家庭编号(平台) the households' }),
        reason: t.arg.string({
          required: true,
          access,
          sealedIn: ['opening_request.reason'],
          description: '事由 why; whoever answers reads it',
        }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, { idempotencyKey, ...asked }, context) =>
        context.once({ operation: 'requestOpening', key: idempotencyKey, asked }, () => ask(asked, context)),
    }),
    answerOpening: t.field({
      type: Result,
      access: answering,
      description:
        '处理双人确认 opens the households of another person’s request for a short time, or refuses. Refused: NOT_FOUND, OPENING_OWN, OPENING_CLOSED',
      args: {
        id: t.arg.id({ required: true, access: answering, description: '申请编号 the request' }),
        confirm: t.arg.boolean({ required: true, access: answering, description: '是否同意 false: it is refused' }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, { id, confirm, idempotencyKey }, context) =>
        context.once({ operation: 'answerOpening', key: idempotencyKey, asked: { id, confirm } }, () =>
          answer(id, confirm, context),
        ),
    }),
  }));
}
