/** 救助顾问名册: who is on duty where on a day. */
import {
  type Duty,
  POST_ROLES,
  type PostRole,
  STAFFED_LEVELS,
  type StaffedLevel,
  type StaffedPlace,
} from '../../src/modules/alerting/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
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

const LEVEL_TEXTS: Readonly<Record<StaffedLevel, string>> = {
  DISTRICT: '全区 social workers of the whole district',
  STREET: '街镇 officers of the street',
  COMMITTEE: '居村 advisers of the committee',
};

function defineStaffedPlace(builder: GraphBuilder): GraphObject<StaffedPlace> {
  const Level = builder.enumType('StaffedLevel', {
    description: '配备层级 whose posts are counted',
    values: Object.fromEntries(STAFFED_LEVELS.map((level) => [level, { description: LEVEL_TEXTS[level] }])) as Record<
      StaffedLevel,
      { description: string }
    >,
  });
  return builder.objectRef<StaffedPlace>('StaffedPlace').implement({
    description: '配备情况 a place, how many advisers it is to have and how many are there on a day',
    fields: (t) => ({
      division: t.exposeString('division', { access, description: '区划代码 district, street or committee' }),
      level: t.expose('level', { type: Level, access, description: '配备层级 whose posts are counted' }),
      required: t.exposeInt('required', {
        access,
        description:
          '最少人数 persons, as in force on the day (parameters STAFF_DISTRICT, STAFF_STREET, STAFF_COMMITTEE)',
      }),
      onDuty: t.exposeInt('onDuty', { access, description: '在岗人数 persons on duty, stand-ins among them' }),
      standIns: t.exposeInt('standIns', { access, description: '代班人数 of these, persons who stand in for others' }),
      shortfall: t.exposeInt('shortfall', { access, description: '缺额 persons it lacks; 0: none' }),
    }),
  });
}

function defineStaffing(builder: GraphBuilder): void {
  const Place = defineStaffedPlace(builder);
  builder.queryField('staffing', (t) =>
    t.field({
      type: [Place],
      access,
      description:
        '顾问配备与缺额 the places of the caller’s divisions in which families live or a post stands, those that lack most first; a level without a known minimum is left out',
      args: {
        asOf: t.arg({ type: 'Date', access: STRUCTURE, description: '查询日期 the day; absent: the hub’s day' }),
        shortOnly: t.arg.boolean({
          access: STRUCTURE,
          description: '仅列缺额 true: only places that lack someone; absent: all',
        }),
      },
      resolve: async (_root, { asOf, shortOnly }, context) => {
        const day = asOf ?? (await context.hubDay());
        const places = day === null ? [] : await context.graph.staffing.on(day, context.caller.divisions);
        return shortOnly ? places.filter(({ shortfall }) => shortfall > 0) : [...places];
      },
    }),
  );
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
  defineStaffing(builder);
}
