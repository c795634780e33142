/** 线索回执与受理: what became of a clue, for who told it without seeing the family, and for who has it. */
import { encodeId } from '../../src/kernel/ids.ts';
import {
  CLUE_ANSWERS,
  CLUE_STATES,
  type ClueAnswer,
  type ClueReport,
  type ClueState,
  type ReportPage,
} from '../../src/modules/casework/index.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import { dayOf } from '../cases/reach.ts';
import type { RequestContext } from '../context.ts';
import type { HouseholdRefs } from '../household/household.ts';
import { seeHouseholds } from '../household/load.ts';
import { countedConnection } from '../shared/counted-connection.ts';
import { pageAsked, pageOf } from '../shared/page.ts';
import type { ClueWords } from './clue-words.ts';

const receipt = 'clue-receipt';
const access = 'clue';
const words = 'visit-findings';

const STATES: Readonly<Record<ClueState, string>> = {
  WAITING: '待答复 it waits for an answer',
  ANSWERED: '已答复 it was answered',
  WITHDRAWN: '已撤回 who told it took it back',
};

const ANSWERS: Readonly<Record<ClueAnswer, string>> = {
  TAKEN_UP: '已受理 a case was begun, or goes on',
  UNFOUNDED: '不属实 it was not so; it counts no longer',
  ALREADY_KNOWN: '已掌握 it was known',
  PASSED_ON: '已移交 another office has it',
};

export interface ReportRefs {
  readonly ClueReport: GraphObject<ClueReport>;
  readonly ClueAnswer: GraphEnum<ClueAnswer>;
}

function defineReport(
  builder: GraphBuilder,
  { Household }: HouseholdRefs,
  { ClueKind, ClueChannel }: ClueWords,
  { ClueAnswer, ClueState }: { ClueAnswer: GraphEnum<ClueAnswer>; ClueState: GraphEnum<ClueState> },
): GraphObject<ClueReport> {
  return builder.objectRef<ClueReport>('ClueReport').implement({
    description: '线索受理情况 a clue as it was told, who has it and what became of it',
    fields: (t) => ({
      clueId: t.id({
        access: receipt,
        description: '线索编号 id of the clue',
        resolve: ({ id }) => encodeId('clue', BigInt(id)),
      }),
      kind: t.expose('kind', { type: ClueKind, access: receipt, description: '线索类别 what was told' }),
      channel: t.expose('channel', { type: ClueChannel, access: receipt, description: '线索渠道 how it came' }),
      occurredOn: t.expose('occurredOn', { type: 'Date', access: receipt, description: '发生日期 when it happened' }),
      reportedAt: t.expose('reportedAt', {
        type: 'DateTime',
        access: receipt,
        description: '报告时间 when it was told',
      }),
      state: t.expose('state', { type: ClueState, access: receipt, description: '受理状态 where it stands' }),
      recipient: t.exposeString('recipient', { access: receipt, description: '受理人 who has it, by the roster' }),
      answerBy: t.expose('answerBy', { type: 'Date', access: receipt, description: '答复期限 by when it is answered' }),
      answerIsProvisional: t.boolean({
        access: receipt,
        description:
          '期限暂定 true: the holidays of that year are not in the calendar yet, and only weekends were left out',
        resolve: ({ answerBy }, _args, { graph }) => !graph.workingDays.covers(answerBy),
      }),
      answer: t.expose('answer', { type: ClueAnswer, access: receipt, description: '答复 null: not answered' }),
      answeredAt: t.expose('answeredAt', { type: 'DateTime', access: receipt, description: '答复时间 when' }),
      placeCode: t.exposeString('placeCode', { access, description: '区划代码 the street or committee it went to' }),
      household: t.field({
        type: Household,
        access,
        description: '家庭 the family it names; null: a person, an area, or a family that is not in the data',
        resolve: async ({ householdId }, _args, context) =>
          householdId === null ? null : ((await seeHouseholds([householdId], context))[0] ?? null),
      }),
      familyUnknown: t.boolean({
        access,
        description: '不在库家庭 the family that is meant is not in the data; nobody guessed',
        resolve: ({ family, householdId }) => family !== null && householdId === null,
      }),
      family: t.string({
        access: words,
        description: '所指家庭 who is meant, in the words of who told it; personal, shown to few',
        resolve: ({ family }, _args, { graph }) => graph.open('clue_report.family', family),
      }),
      contact: t.string({
        access: words,
        description: '报告人联系方式 null: they did not say who they are',
        resolve: ({ contact }, _args, { graph }) => graph.open('clue_report.contact', contact),
      }),
      joinedTo: t.id({
        access,
        description: '重复线索 the first report of the same; null: it is the first',
        resolve: ({ joinedTo }) => (joinedTo === null ? null : encodeId('clue', BigInt(joinedTo))),
      }),
    }),
  });
}

function shown(page: ReportPage, after: number | null, context: RequestContext) {
  for (const { householdId } of page.reports) if (householdId !== null) context.subjects.sawHousehold(householdId);
  return pageOf({ ...page, rows: page.reports }, after);
}

function defineLists(builder: GraphBuilder, Report: GraphObject<ClueReport>, State: GraphEnum<ClueState>): void {
  const edge = { description: '线索受理情况 a report and its place in the list' };
  builder.queryFields((t) => ({
    myClues: t.connection(
      {
        type: Report,
        nullable: true,
        access: receipt,
        description: '我报告的线索 what the caller told and what became of it, by id; without the family',
        resolve: async (_root, args, context) => {
          const asked = pageAsked(args);
          const { subject, organisation } = context.caller;
          return shown(
            await context.graph.clues.list({ of: { subject, organisation }, ...asked }),
            asked.after,
            context,
          );
        },
      },
      countedConnection('我报告的线索 a page of the caller’s own reports'),
      edge,
    ),
    clues: t.connection(
      {
        type: Report,
        nullable: true,
        access,
        description: '线索受理清单 clues told of the caller’s places, by id',
        args: {
          states: t.arg({ type: [State], access, description: '受理状态 one of these; absent: WAITING' }),
          overdue: t.arg.boolean({ access, description: '已超期 not answered in time' }),
        },
        resolve: async (_root, { states, overdue, ...args }, context) => {
          const asked = pageAsked(args);
          const divisions = context.clearance.rows.households ? context.caller.divisions : [];
          const overdueOn = overdue === true ? await dayOf(context) : null;
          const page = await context.graph.clues.list({
            ...{ of: { divisions }, states: states ?? ['WAITING'], overdueOn },
            ...asked,
          });
          return shown(page, asked.after, context);
        },
      },
      countedConnection('线索受理清单 a page of clues'),
      edge,
    ),
  }));
}

export function defineClueReports(builder: GraphBuilder, household: HouseholdRefs, clueWords: ClueWords): ReportRefs {
  const ClueAnswer = builder.enumType('ClueAnswer', {
    description: '线索答复 what became of a clue',
    values: Object.fromEntries(CLUE_ANSWERS.map((word) => [word, { description: ANSWERS[word] }])) as Record<
      ClueAnswer,
      { description: string }
    >,
  });
  const ClueState = builder.enumType('ClueState', {
    description: '线索受理状态 where a clue stands',
    values: Object.fromEntries(CLUE_STATES.map((word) => [word, { description: STATES[word] }])) as Record<
      ClueState,
      { description: string }
    >,
  });
  const Report = defineReport(builder, household, clueWords, { ClueAnswer, ClueState });
  defineLists(builder, Report, ClueState);
  return { ClueReport: Report, ClueAnswer };
}
