/** 暂停提供: data classes that an organisation, the bearers of a role or an account do not see for a time. */
import { beijingTime } from '../../src/kernel/clock.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import type { LocalTime } from '../../src/kernel/local-time.ts';
import { type ClassSuspension, SUSPENSION_TARGETS } from '../../src/modules/administration/index.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import { reachesWhole } from '../shared/whole-jurisdiction.ts';

const access = 'administration';

type Time = 'from' | 'until' | 'liftedAt';

/** A suspension, its times as a wall clock shows them where an answer is kept under a key. */
export type SuspensionView = Omit<ClassSuspension, Time> & {
  readonly [Name in Time]: ClassSuspension[Name] | LocalTime;
};

export function keptSuspension({ from, until, liftedAt, ...suspension }: ClassSuspension): SuspensionView {
  return {
    ...suspension,
    from: beijingTime(from),
    until: until === null ? null : beijingTime(until),
    liftedAt: liftedAt === null ? null : beijingTime(liftedAt),
  };
}

export interface SuspensionRefs {
  readonly Suspension: GraphObject<SuspensionView>;
  readonly Target: GraphEnum<ClassSuspension['target']>;
}

function defineTarget(builder: GraphBuilder): SuspensionRefs['Target'] {
  const described: Readonly<Record<ClassSuspension['target'], string>> = {
    ORGANISATION: '机构 everybody of an organisation, by its code',
    ROLE: '角色 everybody with a role, by its name',
    ACCOUNT: '账户 one account, by its handle',
  };
  return builder.enumType('SuspensionTarget', {
    description: '暂停对象 for whom a data class is suspended',
    values: Object.fromEntries(SUSPENSION_TARGETS.map((name) => [name, { description: described[name] }])) as Record<
      ClassSuspension['target'],
      { description: string }
    >,
  });
}

export function defineSuspensions(builder: GraphBuilder): SuspensionRefs {
  const Target = defineTarget(builder);
  const Suspension = builder.objectRef<SuspensionView>('ClassSuspension').implement({
    description: '暂停提供 a data class that is not shown, whatever roles allow (政务数据共享条例 art. 27)',
    fields: (t) => ({
      id: t.id({
        access,
        description: '暂停编号 id of the suspension',
        resolve: ({ id }) => encodeId('classSuspension', BigInt(id)),
      }),
      target: t.expose('target', { type: Target, access, description: '暂停对象 for whom' }),
      of: t.exposeString('of', { access, description: '对象编号 code, role or number of the account' }),
      dataClass: t.exposeString('dataClass', { access, description: '数据类别 what is not shown' }),
      reason: t.exposeString('reason', { access, description: '事由 why' }),
      from: t.expose('from', { type: 'DateTime', access, description: '起始时间 since when' }),
      until: t.expose('until', { type: 'DateTime', access, description: '截止时间 until when; null: until lifted' }),
      liftedAt: t.expose('liftedAt', { type: 'DateTime', access, description: '解除时间 when it was lifted' }),
    }),
  });
  builder.queryField('classSuspensions', (t) =>
    t.field({
      type: [Suspension],
      access,
      description: '暂停提供清单 those in force, newest first; for callers of the whole jurisdiction',
      resolve: async (_root, _args, context) =>
        reachesWhole(context) ? [...(await context.graph.administration.suspensions())] : [],
    }),
  );
  return { Suspension, Target };
}
