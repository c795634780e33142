/** 线索: what people tell of a family or a place, beside what the agencies' records say. */
import type { Clue } from '../../prisma/generated/client/client.ts';
import { dayOfUtc } from '../../src/kernel/day.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import { type ClueConflict, type ClueConflictCode, conflictsOf } from '../../src/modules/casework/index.ts';
import type { ClueChannel, ClueKind } from '../../src/modules/discovery/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import type { HouseholdRefs } from '../household/household.ts';
import type { HouseholdView, PersonView } from '../household/view.ts';
import { readId } from '../shared/public-id.ts';
import type { ClueWords } from './clue-words.ts';

const access = 'clue';

/** A clue as the household it is shown with sees it. */
interface ClueView {
  readonly clue: Clue;
  readonly household: HouseholdView;
}

/** Conflicts whose source the caller may read of whom the clue is about. */
function seeConflicts({ clue, household }: ClueView, { clearance }: RequestContext): ClueConflict[] {
  const told = {
    kind: clue.kind as ClueKind,
    personId: clue.personId === null ? null : Number(clue.personId),
    occurredOn: dayOfUtc(clue.occurredOn),
    endedOn: clue.endedOn === null ? null : dayOfUtc(clue.endedOn),
    value: clue.value,
  };
  const about = household.listed.filter(({ person }) => told.personId === null || person.person.id === told.personId);
  return conflictsOf(told, household.document, household.day).filter(({ agency }) => {
    const section = clearance.sectionOf(agency) ?? '';
    return clearance.settled(section)?.kind === 'allow' && about.every(({ person }) => person.opens(section));
  });
}

function defineConflict(builder: GraphBuilder): GraphObject<ClueConflict> {
  const Code = builder.enumType('ClueConflictCode', {
    description: '矛盾类别 how a clue and the records disagree',
    values: {
      PERSON_DIED: { description: '人员已故 the person had died' },
      SEEN_SINCE: { description: '此后有记录 treated or at work when said to be gone' },
      SELF_CARE_DIFFERS: { description: '自理能力不符 recorded as wholly able to look after themselves' },
      CLASS_IN_FORCE: { description: '已获认定 a class was in force' },
    } satisfies Record<ClueConflictCode, { description: string }>,
  });
  return builder.objectRef<ClueConflict>('ClueConflict').implement({
    description: '线索与数据的矛盾 a record that cannot be right together with the clue',
    fields: (t) => ({
      code: t.expose('code', { type: Code, access, description: '矛盾类别 how they disagree' }),
      source: t.exposeString('source', { access, description: '来源 record type that says otherwise' }),
      on: t.expose('on', { type: 'Date', access, description: '记录日期 the day it speaks of' }),
    }),
  });
}

function defineClue(builder: GraphBuilder, words: ClueWords, Person: GraphObject<PersonView>): GraphObject<ClueView> {
  const Conflict = defineConflict(builder);
  return builder.objectRef<ClueView>('Clue').implement({
    description: '线索 what someone tells of a family or a place',
    fields: (t) => ({
      id: t.id({ access, description: '线索编号 the receipt', resolve: ({ clue }) => encodeId('clue', clue.id) }),
      kind: t.field({
        type: words.ClueKind,
        access,
        description: '线索类别 what is told',
        resolve: ({ clue }) => clue.kind as ClueKind,
      }),
      channel: t.field({
        type: words.ClueChannel,
        access,
        description: '线索渠道 how it came',
        resolve: ({ clue }) => clue.channel as ClueChannel,
      }),
      occurredOn: t.field({
        type: 'Date',
        access,
        description: '发生日期 when',
        resolve: ({ clue }) => clue.occurredOn,
      }),
      endedOn: t.field({
        type: 'Date',
        access,
        description: '终止日期 first day it no longer holds; null: open, or it happened on one day',
        resolve: ({ clue }) => clue.endedOn,
      }),
      value: t.int({
        access,
        description: '数值 a grade or count, where the kind has one',
        resolve: ({ clue }) => clue.value,
      }),
      areaCode: t.string({
        access,
        description: '区划代码 the area it is about; null: a family or person',
        resolve: ({ clue }) => clue.areaCode,
      }),
      person: t.field({
        type: Person,
        access,
        description: '涉及人员 the person it is about; null: a household or an area',
        resolve: ({ clue, household }) =>
          household.listed.find(({ person }) => BigInt(person.person.id) === clue.personId)?.person ?? null,
      }),
      source: t.string({
        access,
        description: '来源说明 who or what says so',
        resolve: ({ clue }, _args, { graph }) => graph.open('clue.source', clue.source),
      }),
      note: t.string({
        access: 'visit-findings',
        description: '备注 in the words of who told it; personal, shown to few',
        resolve: ({ clue }, _args, { graph }) => graph.open('clue.note', clue.note),
      }),
      recordedBy: t.string({ access, description: '登记人 who wrote it down', resolve: ({ clue }) => clue.recordedBy }),
      recordedAt: t.field({
        type: 'DateTime',
        access,
        description: '登记时间 when it was written down',
        resolve: ({ clue }) => clue.recordedAt,
      }),
      conflicts: t.field({
        type: [Conflict],
        access,
        description: '与数据的矛盾 records that cannot be right together with it, as far as the caller may read them',
        resolve: (view, _args, context) => seeConflicts(view, context),
      }),
    }),
  });
}

/** Clues that count on the day the household is read for. */
async function cluesOf(household: HouseholdView, { graph }: RequestContext): Promise<ClueView[]> {
  const { document, day, listed } = household;
  const areas = [document.streetCode, document.committeeCode].filter((code) => code !== null);
  const on = new Date(day);
  const clues = await graph.prisma.clue.findMany({
    where: {
      OR: [
        { householdId: readId('household', household.id) },
        { personId: { in: listed.map(({ person }) => BigInt(person.person.id)) } },
        { areaCode: { in: areas } },
      ],
      recordedOn: { lte: on },
      AND: [{ OR: [{ withdrawnOn: null }, { withdrawnOn: { gt: on } }] }],
    },
    orderBy: [{ occurredOn: 'desc' }, { id: 'desc' }],
  });
  return clues.map((clue) => ({ clue, household }));
}

export function defineClues(
  builder: GraphBuilder,
  { Household }: HouseholdRefs,
  Person: GraphObject<PersonView>,
  words: ClueWords,
): void {
  const ClueType = defineClue(builder, words, Person);
  builder.objectField(Household, 'clues', (t) =>
    t.field({
      type: [ClueType],
      access,
      description: '线索 what is told of the household, its people and its place, the newest first',
      resolve: (household, _args, context) => cluesOf(household, context),
    }),
  );
}
