/** What people do with alerts: take them, visit, close them. Each is done once per key and by one person at a time. */
import type { InputRef } from '@pothos/core';
import type { Result } from '../../src/kernel/result.ts';
import {
  ALERT_STATES,
  type AlertOutcome,
  type AlertStanding,
  type VisitReport,
  type Worker,
  type WorkOrder,
  type WorkRefusal,
} from '../../src/modules/alerting/index.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import { alertCondition, alertReach } from './alert-filter.ts';
import { defineVisitInput, type VisitRefs } from './visits.ts';

const access = 'alert-handling';

interface AlertChanged {
  readonly __typename: 'AlertChanged';
  /** The alert as it stood when the work was done. */
  readonly standing: AlertStanding;
}

export type VisitInputRef = ReturnType<typeof defineVisitInput>;
type VisitInput = VisitInputRef extends InputRef<infer Shape> ? Shape : never;

interface WorkArgs {
  readonly idempotencyKey: string;
  readonly expectedVersion?: number | null | undefined;
}

/** The caller as one who works: what it may read of alerts, it may reach. */
export function workerOf(context: RequestContext): Worker {
  const { subject, organisation } = context.caller;
  return { subject, organisation, ...alertReach(context) };
}

function orderOf(alertId: string, { idempotencyKey, expectedVersion }: WorkArgs, context: RequestContext): WorkOrder {
  return {
    alertId: Number(readId('alert', alertId)),
    worker: workerOf(context),
    key: idempotencyKey,
    expectedVersion: expectedVersion ?? null,
  };
}

/** A visit as the module takes it. */
export function reportOf(input: VisitInput): VisitReport {
  return {
    visitedOn: input.visitedOn,
    visitors: input.visitors,
    purpose: input.purpose,
    present: (input.present ?? []).map((id) => Number(readId('person', id, 'present'))),
    findings: input.findings ?? null,
    changes: input.changes ?? [],
    nextVisitOn: input.nextVisitOn ?? null,
  };
}

function answer(worked: Result<AlertStanding, WorkRefusal>): AlertChanged | RefusedView {
  return worked.ok ? { __typename: 'AlertChanged', standing: worked.value } : refused(worked.error);
}

function defineResult(builder: GraphBuilder, Refused: GraphObject<RefusedView>) {
  const Changed = builder.objectRef<AlertChanged>('AlertChanged').implement({
    description: '已办理 the work was done',
    fields: (t) => ({
      alert: t.prismaField({
        type: 'Alert',
        nullable: true,
        access: 'alert',
        description: '预警 the alert as this work left it; null: it has left the caller’s scope',
        resolve: async (query, { standing }, _args, context) => {
          const { state, assignee, outcome, version } = standing;
          const alert = await context.graph.prisma.alert.findFirst({
            ...query,
            where: { id: BigInt(standing.id), ...alertCondition({ states: [...ALERT_STATES] }, context) },
          });
          if (alert !== null) context.subjects.sawHousehold(Number(alert.householdId));
          return alert === null ? null : { ...alert, state, assignee, outcome, version };
        },
      }),
    }),
  });
  return builder.unionType('AlertResult', {
    description: '办理结果 the alert changed, or why not',
    types: [Changed, Refused],
    resolveType: (value) => value.__typename,
  });
}

export function defineAlertWork(
  builder: GraphBuilder,
  refs: VisitRefs & { readonly AlertOutcome: GraphEnum<AlertOutcome>; readonly Refused: GraphObject<RefusedView> },
): VisitInputRef {
  const AlertResult = defineResult(builder, refs.Refused);
  const VisitInput = defineVisitInput(builder, refs);
  const idDescription = '预警编号 id of the alert';
  builder.mutationFields((t) => {
    const key = t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY });
    const expectedVersion = t.arg.int({ access, description: EXPECTED_VERSION });
    return {
      assignAlert: t.field({
        type: AlertResult,
        access,
        description:
          '分派预警 gives an alert to a person. Taking it over from someone else needs expectedVersion. Refused: NOT_FOUND, CONFLICT, KEY_REUSED, TEXT_REQUIRED',
        args: {
          id: t.arg.id({ required: true, access, description: idDescription }),
          assignee: t.arg.string({
            required: true,
            access,
            names: true,
            description: '经办人 who works on it from now on',
          }),
          idempotencyKey: key,
          expectedVersion,
        },
        resolve: async (_root, { id, assignee, ...args }, context) =>
          answer(await context.graph.alertDesk.assign(orderOf(id, args, context), assignee)),
      }),
      recordVisit: t.field({
        type: AlertResult,
        access,
        description:
          '登记走访 records a visit; whoever visits an alert nobody has taken takes it. Refused: NOT_FOUND, CONFLICT, KEY_REUSED, TEXT_REQUIRED, TWO_VISITORS_REQUIRED, VISIT_DATE_INVALID, NOT_A_MEMBER',
        args: {
          alertId: t.arg.id({ required: true, access, description: idDescription }),
          input: t.arg({ type: VisitInput, required: true, access, description: '走访登记 the visit' }),
          idempotencyKey: key,
          expectedVersion,
        },
        resolve: async (_root, { alertId, input, ...args }, context) =>
          answer(await context.graph.alertDesk.recordVisit(orderOf(alertId, args, context), reportOf(input))),
      }),
      closeAlert: t.field({
        type: AlertResult,
        access,
        description:
          '办结预警 closes an alert with its outcome; what was closed is not raised again for 90 days unless it becomes graver. Refused: NOT_FOUND, CONFLICT, KEY_REUSED',
        args: {
          id: t.arg.id({ required: true, access, description: idDescription }),
          outcome: t.arg({
            type: refs.AlertOutcome,
            required: true,
            access,
            description: '处置结果 how it ended',
          }),
          note: t.arg.string({
            access,
            sealedIn: ['alert.closing_note'],
            description: '说明 why; personal, shown to few',
          }),
          idempotencyKey: key,
          expectedVersion,
        },
        resolve: async (_root, { id, outcome, note, ...args }, context) =>
          answer(await context.graph.alertDesk.close(orderOf(id, args, context), { outcome, note: note ?? null })),
      }),
    };
  });
  return VisitInput;
}
