/** 入户走访: who went, whom they met, what they found. */
import { z } from 'zod';
import { encodeId } from '../../src/kernel/ids.ts';
import { VISIT_POINTS, type VisitPoint, type VisitPurpose } from '../../src/modules/alerting/index.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import { seeHouseholds } from '../household/load.ts';
import type { PersonView } from '../household/view.ts';

export interface VisitRefs {
  readonly VisitPurpose: GraphEnum<VisitPurpose>;
  readonly VisitPoint: GraphEnum<VisitPoint>;
}

const access = 'visit';

const storedChanges = z.array(z.object({ point: z.enum(VISIT_POINTS), changed: z.boolean() }));
type ChangeView = z.infer<typeof storedChanges>[number];

function defineWords(builder: GraphBuilder): VisitRefs {
  const VisitPurpose = builder.enumType('VisitPurpose', {
    description: '走访目的 why a household was visited',
    values: {
      FIRST_CONTACT: { description: '首次上门 the first look after an alert' },
      ELIGIBILITY: { description: '资格核查 to establish eligibility: two visitors or more' },
      REVIEW: { description: '定期复核 periodic review' },
      SPOT_CHECK: { description: '抽查 spot check' },
      FOLLOW_UP: { description: '跟进回访 to see how it went on' },
    },
  });
  const VisitPoint = builder.enumType('VisitPoint', {
    description: '走访要点 what every visit asks about',
    values: {
      MEMBERS: { description: '家庭人口 who lives there' },
      INCOME: { description: '收入与财产 income and assets' },
      WORK: { description: '就业 work' },
      HEALTH: { description: '健康 health' },
      CARE: { description: '照护 care' },
      HOUSING: { description: '居住 housing' },
      SCHOOLING: { description: '就学 schooling' },
      OTHER: { description: '其他 anything else' },
    },
  });
  return { VisitPurpose, VisitPoint };
}

export function defineVisits(builder: GraphBuilder, Person: GraphObject<PersonView>): VisitRefs {
  const refs = defineWords(builder);
  const Change = builder.objectRef<ChangeView>('VisitFinding').implement({
    description: '要点变化 whether a fixed point had changed',
    fields: (t) => ({
      point: t.expose('point', { type: refs.VisitPoint, access, description: '走访要点 what was asked about' }),
      changed: t.exposeBoolean('changed', { access, description: '有无变化 whether it had changed' }),
    }),
  });
  builder.prismaObject('Visit', {
    name: 'HomeVisit',
    description: '入户走访 a visit and what came of it',
    fields: (t) => ({
      id: t.id({
        nullable: true,
        access,
        description: '走访编号 id of the visit',
        select: { id: true },
        resolve: ({ id }) => encodeId('visit', id),
      }),
      visitedOn: t.expose('visitedOn', { type: 'Date', nullable: true, access, description: '走访日期 when' }),
      visitors: t.exposeStringList('visitors', { nullable: true, access, description: '走访人员 who went' }),
      purpose: t.field({
        type: refs.VisitPurpose,
        access,
        description: '走访目的 why they went',
        select: { purpose: true },
        resolve: ({ purpose }) => purpose as VisitPurpose,
      }),
      present: t.field({
        type: [Person],
        access,
        description: '在场成员 members they met',
        select: { present: true, householdId: true },
        resolve: async ({ present, householdId }, _args, context) => {
          const [household] = await seeHouseholds([Number(householdId)], context);
          const met = new Set(present.map(Number));
          return (household?.listed ?? []).flatMap(({ person }) => (met.has(person.person.id) ? person : []));
        },
      }),
      findings: t.string({
        access: 'visit-findings',
        description: '走访情况 what they found, in their own words',
        select: { findings: true },
        resolve: ({ findings }, _args, { graph }) => graph.open('visit.findings', findings),
      }),
      changes: t.field({
        type: [Change],
        access,
        description: '要点变化 the fixed points they asked about',
        select: { changes: true },
        resolve: ({ changes }) => storedChanges.parse(changes),
      }),
      nextVisitOn: t.expose('nextVisitOn', {
        type: 'Date',
        nullable: true,
        access,
        description: '下次走访 when they go again',
      }),
      recordedBy: t.exposeString('recordedBy', { nullable: true, access, description: '登记人 who wrote it down' }),
      recordedAt: t.expose('recordedAt', {
        type: 'DateTime',
        nullable: true,
        access,
        description: '登记时间 when it was written down',
      }),
    }),
  });
  return refs;
}

/** What a visit report gives, as an input: the same for an alert and for a review. */
export function defineVisitInput(builder: GraphBuilder, { VisitPurpose, VisitPoint }: VisitRefs) {
  const work = 'alert-handling';
  const Change = builder.inputType('VisitChange', {
    description: '要点变化 whether a fixed point had changed',
    fields: (t) => ({
      point: t.field({ type: VisitPoint, required: true, access: work, description: '走访要点 what was asked about' }),
      changed: t.boolean({ required: true, access: work, description: '有无变化 whether it had changed' }),
    }),
  });
  return builder.inputType('VisitInput', {
    description: '走访登记 a visit as its visitors report it',
    fields: (t) => ({
      visitedOn: t.field({ type: 'Date', required: true, access: work, description: '走访日期 not in the future' }),
      visitors: t.stringList({
        required: true,
        access: work,
        names: true,
        description: '走访人员 who went; two or more for ELIGIBILITY',
      }),
      purpose: t.field({ type: VisitPurpose, required: true, access: work, description: '走访目的 why' }),
      present: t.idList({ access: work, description: '在场成员 ids of members they met' }),
      findings: t.string({
        access: work,
        sealedIn: ['visit.findings'],
        description: '走访情况 what they found; personal, shown to few',
      }),
      changes: t.field({ type: [Change], access: work, description: '要点变化 the fixed points they asked about' }),
      nextVisitOn: t.field({ type: 'Date', access: work, description: '下次走访 when they go again' }),
    }),
  });
}
