/** 救助顾问名册: who is on duty where on a day. */
import { type Duty, POST_ROLES, type PostRole } from '../../src/modules/alerting/index.ts';
import type { GraphBuilder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';

const access = 'roster';

const ROLE_TEXTS: Readonly<Record<PostRole, string>> = {
  DISTRICT_OFFICER: '区级救助经办 district officer',
  STREET_OFFICER: '街镇救助骨干 officer of the street',
  COMMUNITY_CADRE: '社区干部 cadre of the residents’ committee',
  SOCIAL_WORKER: '救助专业社工 social worker',
};

/** A caller sees the posts of its divisions, and those above them it turns to. */
function reaches({ caller }: RequestContext, { division }: Duty): boolean {
  return caller.divisions.some((own) => division.startsWith(own) || own.startsWith(division));
}

export function defineRoster(builder: GraphBuilder): void {
  const Role = builder.enumType('PostRole', {
    description: '岗位类别 which of the team',
    values: Object.fromEntries(POST_ROLES.map((role) => [role, { description: ROLE_TEXTS[role] }])) as Record<
      PostRole,
      { description: string }
    >,
  });
  const DutyType = builder.objectRef<Duty>('Duty').implement({
    description: '在岗情况 one post as it is filled on a day',
    fields: (t) => ({
      division: t.exposeString('division', {
        access,
        description: '区划代码 district (6 digits), street (9) or committee (12)',
      }),
      role: t.expose('role', { type: Role, access, description: '岗位类别 which of the team' }),
      onDuty: t.exposeString('onDuty', { access, description: '在岗人员 who is there' }),
      standsInFor: t.exposeString('standsInFor', {
        access,
        description: '代班对象 whom they stand in for; null: nobody',
      }),
    }),
  });
  builder.queryField('roster', (t) =>
    t.field({
      type: [DutyType],
      access,
      description:
        '救助顾问名册 who is on duty on a day in the caller’s divisions and above them; the first of a place is told of its alerts',
      args: {
        asOf: t.arg({ type: 'Date', access: STRUCTURE, description: '查询日期 the day; absent: the hub’s day' }),
      },
      resolve: async (_root, { asOf }, context) => {
        const day = asOf ?? (await context.hubDay());
        return day === null ? [] : context.graph.roster.on(day).filter((duty) => reaches(context, duty));
      },
    }),
  );
}
