/** Doubtful matches that wait for a person to decide. */
import { encodeId } from '../../src/kernel/ids.ts';
import type { Transaction } from '../../src/platform/database/database.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import type { PersonView } from '../household/view.ts';
import { countedConnection } from '../shared/counted-connection.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import { reachesWhole } from '../shared/whole-jurisdiction.ts';
import { seePersons } from './persons.ts';

const access = 'identity-review';
const work = 'identity-work';

type ReviewState = 'OPEN' | 'DECIDED' | 'OBSOLETE';

function defineReview(builder: GraphBuilder, Person: GraphObject<PersonView>, State: GraphEnum<ReviewState>): void {
  builder.prismaObject('IdentityReview', {
    description: '身份疑点 a record that may be of several persons; it stays on its own until someone decides',
    fields: (t) => ({
      id: t.id({
        nullable: true,
        access,
        description: '疑点编号 id of the review',
        select: { id: true },
        resolve: ({ id }) => encodeId('identityReview', id),
      }),
      recordType: t.exposeString('recordType', {
        nullable: true,
        access,
        description: '记录类型 of the doubtful record',
      }),
      sourceKey: t.exposeString('sourceKey', {
        nullable: true,
        access,
        description: '来源主键 of the doubtful record',
      }),
      reason: t.exposeString('reason', {
        nullable: true,
        access,
        description: '疑点原因 SEVERAL_CANDIDATES, SAME_ON_ROLL or TAKEN',
      }),
      state: t.field({
        type: State,
        access,
        description: '疑点状态 OPEN, DECIDED or OBSOLETE',
        select: { state: true },
        resolve: ({ state }) => state as ReviewState,
      }),
      candidates: t.field({
        type: [Person],
        access,
        description: '候选人员 who it could be, as far as the caller reaches them',
        select: { candidates: true },
        resolve: ({ candidates }, _args, context) => seePersons(candidates, context),
      }),
      openedAt: t.expose('openedAt', { type: 'DateTime', nullable: true, access, description: '发现时间 since when' }),
      closedAt: t.expose('closedAt', {
        type: 'DateTime',
        nullable: true,
        access,
        description: '办结时间 when it was decided or fell away',
      }),
    }),
  });
}

function defineList(builder: GraphBuilder, State: GraphEnum<ReviewState>): void {
  const condition = (states: ReviewState[] | null | undefined, context: RequestContext) => ({
    state: { in: reachesWhole(context) ? (states ?? ['OPEN']) : [] },
  });
  builder.queryField('identityReviews', (t) =>
    t.prismaConnection(
      {
        type: 'IdentityReview',
        cursor: 'id',
        nullable: true,
        access,
        description: '身份疑点列表 doubtful matches; no states given: OPEN',
        args: { states: t.arg({ type: [State], access, description: '疑点状态 one of these' }) },
        totalCount: (_root, { states }, context) =>
          context.graph.prisma.identityReview.count({ where: condition(states, context) }),
        resolve: (query, _root, { states }, context) =>
          context.graph.prisma.identityReview.findMany({
            ...query,
            where: condition(states, context),
            orderBy: { id: 'asc' },
          }),
      },
      countedConnection('身份疑点 a page of reviews'),
      { description: '身份疑点 a review and its place in the list' },
    ),
  );
}

interface ReviewChanged {
  readonly __typename: 'IdentityReviewChanged';
  readonly id: string;
}

interface Decision {
  readonly id: string;
  readonly personId?: string | null | undefined;
  readonly reason: string;
}

async function decide(
  decision: Decision,
  context: RequestContext,
  tx: Transaction,
): Promise<ReviewChanged | RefusedView> {
  const reviewId = readId('identityReview', decision.id);
  if (!reachesWhole(context)) return refused({ code: 'NOT_FOUND', params: { what: 'identity review' } });
  const outcome = await context.graph.identity.decideReview(
    {
      reviewId,
      personId: decision.personId == null ? null : readId('person', decision.personId, 'personId'),
      reason: decision.reason,
      decidedBy: context.caller.subject,
    },
    tx,
  );
  if (!outcome.ok) return refused(outcome.error);
  context.graph.changed();
  return { __typename: 'IdentityReviewChanged', id: decision.id };
}

function defineDecision(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  const Changed = builder.objectRef<ReviewChanged>('IdentityReviewChanged').implement({
    description: '已裁定 the review was decided',
    fields: (t) => ({
      review: t.prismaField({
        type: 'IdentityReview',
        nullable: true,
        access,
        description: '身份疑点 the review as it stands now',
        resolve: (query, { id }, _args, context) =>
          context.graph.prisma.identityReview.findUnique({ ...query, where: { id: readId('identityReview', id) } }),
      }),
    }),
  });
  const Outcome = builder.unionType('IdentityReviewResult', {
    description: '裁定结果 the review decided, or why not',
    types: [Changed, Refused],
    resolveType: (value) => value.__typename,
  });
  builder.mutationField('decideIdentityReview', (t) =>
    t.field({
      type: Outcome,
      access: work,
      description: '裁定身份疑点 says who a doubtful record is of. Refused: NOT_FOUND, REVIEW_CLOSED, NOT_A_CANDIDATE',
      args: {
        id: t.arg.id({ required: true, access: work, description: '疑点编号 id of the review' }),
        personId: t.arg.id({ access: work, description: '人员编号 the candidate it is; absent: none of them' }),
        reason: t.arg.string({
          required: true,
          access: work,
          sealedIn: ['link_decision.reason'],
          description: '理由 why, for the record',
        }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, { id, personId, reason, idempotencyKey }, context) => {
        const asked = { id, personId, reason };
        const mutation = { operation: 'decideIdentityReview', key: idempotencyKey, asked };
        return context.once(mutation, (tx) => decide(asked, context, tx));
      },
    }),
  );
}

export function defineIdentityReviews(
  builder: GraphBuilder,
  Person: GraphObject<PersonView>,
  Refused: GraphObject<RefusedView>,
): void {
  const State = builder.enumType('IdentityReviewState', {
    description: '疑点状态 what became of a doubtful match',
    values: {
      OPEN: { description: '待裁定 waits for a person' },
      DECIDED: { description: '已裁定 decided' },
      OBSOLETE: { description: '已失效 newer data removed the doubt' },
    },
  });
  defineReview(builder, Person, State);
  defineList(builder, State);
  defineDecision(builder, Refused);
}
