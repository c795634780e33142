/** What people do about reviews: visit a household, draw spot checks. */
import { encodeId } from '../../src/kernel/ids.ts';
import type { AlertStanding } from '../../src/modules/alerting/index.ts';
import type { DrawnCheck } from '../../src/modules/casework/index.ts';
import { alertCondition } from '../alerts/alert-filter.ts';
import { reportOf, type VisitInputRef, workerOf } from '../alerts/alert-work.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';

const access = 'alert-handling';
const drawing = 'spot-check';

interface VisitRecorded {
  readonly __typename: 'VisitRecorded';
  readonly standing: AlertStanding | null;
}

function defineVisit(builder: GraphBuilder, Refused: GraphObject<RefusedView>, VisitInput: VisitInputRef): void {
  const Recorded = builder.objectRef<VisitRecorded>('VisitRecorded').implement({
    description: '已登记 the visit was recorded',
    fields: (t) => ({
      alert: t.prismaField({
        type: 'Alert',
        nullable: true,
        access: 'alert',
        description: '未结预警 the household’s alert, for which the visit counts too; null: it has none',
        resolve: (query, { standing }, _args, context) =>
          standing === null
            ? null
            : context.graph.prisma.alert.findFirst({
                ...query,
                where: { id: BigInt(standing.id), ...alertCondition({}, context) },
              }),
      }),
    }),
  });
  const Outcome = builder.unionType('VisitResult', {
    description: '登记结果 the visit recorded, or why not',
    types: [Recorded, Refused],
    resolveType: (value) => value.__typename,
  });
  builder.mutationField('recordHouseholdVisit', (t) =>
    t.field({
      type: Outcome,
      access,
      description:
        '登记走访(无预警) records a visit no alert called for, such as a review; it counts for an open alert too. Refused: NOT_FOUND, KEY_REUSED, TEXT_REQUIRED, TWO_VISITORS_REQUIRED, VISIT_DATE_INVALID, NOT_A_MEMBER',
      args: {
        householdId: t.arg.id({ required: true, access, description: '家庭编号(平台) id of the household' }),
        input: t.arg({ type: VisitInput, required: true, access, description: '走访登记 the visit' }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: async (_root, { householdId, input, idempotencyKey }, context) => {
        const order = {
          householdId: Number(readId('household', householdId, 'householdId')),
          worker: workerOf(context),
          key: idempotencyKey,
        };
        const taken = await context.graph.alertDesk.visitHousehold(order, reportOf(input));
        return taken.ok
          ? ({ __typename: 'VisitRecorded', standing: taken.value } satisfies VisitRecorded)
          : refused(taken.error);
      },
    }),
  );
}

interface SpotChecksDrawn extends DrawnCheck {
  readonly __typename: 'SpotChecksDrawn';
}

function defineDraw(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  const access = drawing;
  const Drawn = builder.objectRef<SpotChecksDrawn>('SpotChecksDrawn').implement({
    description: '已抽取 households were drawn; with seed and population the draw can be repeated',
    fields: (t) => ({
      division: t.exposeString('division', { access, description: '区划代码 where it was drawn' }),
      drawnOn: t.expose('drawnOn', { type: 'Date', access, description: '抽取日期 the hub’s day' }),
      seed: t.exposeString('seed', { access, description: '随机种子 random, from the machine' }),
      population: t.exposeInt('population', { access, description: '总体 registered households it was drawn from' }),
      householdIds: t.idList({
        access,
        description: '抽中家庭 in the order of the draw',
        resolve: ({ households }) => households.map((id) => encodeId('household', BigInt(id))),
      }),
    }),
  });
  const Outcome = builder.unionType('SpotCheckResult', {
    description: '抽取结果 the draw, or why not',
    types: [Drawn, Refused],
    resolveType: (value) => value.__typename,
  });
  builder.mutationField('drawSpotChecks', (t) =>
    t.field({
      type: Outcome,
      access,
      description:
        '抽取抽查对象 draws registered households of a division by a random, recorded seed (S2 三(二)4 不定期抽查). Refused: NOT_FOUND, KEY_REUSED, DRAW_SIZE_INVALID',
      args: {
        division: t.arg.string({ required: true, access, description: '区划代码 district or street' }),
        size: t.arg.int({ required: true, access, description: '户数 how many households' }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: async (_root, { division, size, idempotencyKey }, context) => {
        const drawn = await context.graph.reviews.draw({
          worker: workerOf(context),
          key: idempotencyKey,
          division,
          size,
        });
        return drawn.ok
          ? ({ ...drawn.value, __typename: 'SpotChecksDrawn' } satisfies SpotChecksDrawn)
          : refused(drawn.error);
      },
    }),
  );
}

export function defineReviewWork(
  builder: GraphBuilder,
  Refused: GraphObject<RefusedView>,
  VisitInput: VisitInputRef,
): void {
  defineVisit(builder, Refused, VisitInput);
  defineDraw(builder, Refused);
}
