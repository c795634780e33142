/** What people do with cases: open, plan and close them. Each is done once per key and by one person at a time. */
import type { Result } from '../../src/kernel/result.ts';
import type { WorkRefusal } from '../../src/modules/alerting/index.ts';
import type { CaseFile, CaseOrder } from '../../src/modules/casework/index.ts';
import { workerOf } from '../alerts/alert-work.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import type { CaseWords } from './case-words.ts';
import { seeCase } from './cases.ts';
import { caseDivisions } from './reach.ts';

const access = 'case-handling';

interface CaseChanged {
  readonly __typename: 'CaseChanged';
  readonly id: number;
}

interface WorkArgs {
  readonly idempotencyKey: string;
  readonly expectedVersion?: number | null | undefined;
}

/** The caller as one who works on cases. */
export function caseWorkerOf(context: RequestContext): CaseOrder['worker'] {
  return { ...workerOf(context), divisions: caseDivisions(context) };
}

/** An order about the case a caller names. */
export function caseOrderOf(caseId: string, args: WorkArgs, context: RequestContext): CaseOrder {
  return {
    caseId: Number(readId('case', caseId, 'caseId')),
    worker: caseWorkerOf(context),
    key: args.idempotencyKey,
    expectedVersion: args.expectedVersion ?? null,
  };
}

function answer(worked: Result<{ readonly id: number }, WorkRefusal>): CaseChanged | RefusedView {
  return worked.ok ? { __typename: 'CaseChanged', id: worked.value.id } : refused(worked.error);
}

function defineResult(builder: GraphBuilder, Case: GraphObject<CaseFile>, Refused: GraphObject<RefusedView>) {
  const Changed = builder.objectRef<CaseChanged>('CaseChanged').implement({
    description: '已办理 the work was done',
    fields: (t) => ({
      case: t.field({
        type: Case,
        access: 'case',
        description: '个案 the case as it stands now; null: it has left the caller’s scope',
        resolve: ({ id }, _args, context) => seeCase(id, context),
      }),
    }),
  });
  return builder.unionType('CaseResult', {
    description: '办理结果 the case changed, or why not',
    types: [Changed, Refused],
    resolveType: (value) => value.__typename,
  });
}

const adviserText = '责任顾问 who is responsible';
const contactText = '下次联系日期 when the family is contacted next; from the hub’s day on';

const GOAL = ['case_file.goal'];

function defineInputs(builder: GraphBuilder) {
  const Opening = builder.inputType('CaseOpeningInput', {
    description: '立案 a case that is opened by hand',
    fields: (t) => ({
      adviser: t.string({ access, names: true, description: `${adviserText}; absent: the caller` }),
      goal: t.string({ access, sealedIn: GOAL, description: '个案目标 what is to be reached; personal, shown to few' }),
      nextContactOn: t.field({ type: 'Date', required: true, access, description: contactText }),
    }),
  });
  const Plan = builder.inputType('CasePlanInput', {
    description: '个案安排 what changes; what is absent stays',
    fields: (t) => ({
      adviser: t.string({ access, names: true, description: `${adviserText} from now on; needs expectedVersion` }),
      goal: t.string({ access, sealedIn: GOAL, description: '个案目标 what is to be reached; personal, shown to few' }),
      nextContactOn: t.field({ type: 'Date', access, description: contactText }),
    }),
  });
  return { Opening, Plan };
}

export function defineCaseWork(
  builder: GraphBuilder,
  words: CaseWords,
  Case: GraphObject<CaseFile>,
  Refused: GraphObject<RefusedView>,
): void {
  const CaseResult = defineResult(builder, Case, Refused);
  const { Opening, Plan } = defineInputs(builder);
  builder.mutationFields((t) => {
    const idempotencyKey = t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY });
    const expectedVersion = t.arg.int({ access, description: EXPECTED_VERSION });
    const caseId = t.arg.id({ required: true, access, description: '个案编号 id of the case' });
    return {
      openCase: t.field({
        type: CaseResult,
        access,
        description:
          '立案 opens a case of a household. Refused: NOT_FOUND, CASE_EXISTS, CONTACT_DATE_INVALID, TEXT_REQUIRED, KEY_REUSED',
        args: {
          householdId: t.arg.id({ required: true, access, description: '家庭编号(平台) id of the household' }),
          input: t.arg({ type: Opening, required: true, access, description: '立案 the case' }),
          idempotencyKey,
        },
        resolve: async (_root, { householdId, input, idempotencyKey: key }, context) => {
          const household = Number(readId('household', householdId, 'householdId'));
          const { adviser, goal, nextContactOn } = input;
          const opening = { adviser: adviser ?? context.caller.subject, goal: goal?.trim() || null, nextContactOn };
          const order = { householdId: household, worker: caseWorkerOf(context), key };
          return answer(await context.graph.cases.open(order, opening));
        },
      }),
      planCase: t.field({
        type: CaseResult,
        access,
        description:
          '安排个案 sets adviser, goal or next contact of an open case. Refused: NOT_FOUND, CONFLICT, CONTACT_DATE_INVALID, TEXT_REQUIRED, KEY_REUSED',
        args: {
          caseId,
          input: t.arg({ type: Plan, required: true, access, description: '个案安排 what changes' }),
          idempotencyKey,
          expectedVersion,
        },
        resolve: async (_root, { caseId: id, input, ...args }, context) => {
          const { adviser, goal, nextContactOn } = input;
          const plan = {
            adviser: adviser ?? undefined,
            goal: goal == null ? undefined : goal.trim() || null,
            nextContactOn: nextContactOn ?? undefined,
          };
          return answer(await context.graph.cases.plan(caseOrderOf(id, args, context), plan));
        },
      }),
      closeCase: t.field({
        type: CaseResult,
        access,
        description:
          '结案 closes a case with its outcome. Refused: NOT_FOUND, CONFLICT, ALERT_UNDER_WORK, REFERRAL_RUNNING, KEY_REUSED',
        args: {
          caseId,
          outcome: t.arg({ type: words.CaseOutcome, required: true, access, description: '结案结果 how it ended' }),
          note: t.arg.string({
            access,
            sealedIn: ['case_file.closing_note'],
            description: '结案说明 why; personal, shown to few',
          }),
          idempotencyKey,
          expectedVersion,
        },
        resolve: async (_root, { caseId: id, outcome, note, ...args }, context) =>
          answer(await context.graph.cases.close(caseOrderOf(id, args, context), { outcome, note: note ?? null })),
      }),
    };
  });
}
