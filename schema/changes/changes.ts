/** 变更流: everything that changed after a cursor, for warehouses and whoever keeps a copy. */
import { CHANGE_TYPES, type ChangeType } from '../../src/kernel/change.ts';
import { type GraphBuilder, type GraphEnum, type GraphObject, PAGE_LIMIT } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { type ChangePage, readChanges, type ToldOperation } from './change-page.ts';

const access = 'change-feed';

const TYPE_TITLES: Readonly<Record<ChangeType, string>> = {
  HOUSEHOLD: '家庭 a household with its members and facts',
  PERSON: '人员 a person, as listed in the household that counts it',
  ALERT: '预警 an alert with its hits',
  CASE: '个案 a case',
  SERVICE: '转介 a referral to an organisation',
  RULE: '预警规则 a discovery rule',
  CONSENT: '授权同意 a consent or authorisation',
};

type Edge = ChangePage['edges'][number];

export type ChangeTypeEnum = GraphEnum<ChangeType>;

function defineEdge(builder: GraphBuilder, ChangeTypeEnum: ChangeTypeEnum): GraphObject<Edge> {
  const Operation = builder.enumType('ChangeOperation', {
    description: '变更操作 what the reader does with the entity',
    values: {
      UPSERT: { description: '新增或更新 hold the record in place of any other of this id' },
      DELETE: { description: '已删除 the entity is no more' },
      REVOKED: { description: '不再可见 the caller may not see the entity any more: forget it' },
    },
  });
  return builder.objectRef<Edge>('ChangeEdge').implement({
    description: '变更 one change and its place in the feed',
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        nullable: false,
        access: STRUCTURE,
        description: '游标 where the feed goes on after this change; opaque, of the caller’s organisation',
      }),
      type: t.field({
        type: ChangeTypeEnum,
        access,
        description: '变更类型 what kind of entity changed',
        resolve: ({ change }) => change.type,
      }),
      operation: t.field({
        type: Operation,
        access,
        description: '变更操作 UPSERT, DELETE or REVOKED, as it holds for the caller now',
        resolve: ({ operation }): ToldOperation => operation,
      }),
      id: t.exposeID('id', {
        nullable: true,
        access,
        description: '编号 id of the entity, as the caller knows it: a pseudonym of persons for some',
      }),
      version: t.int({
        access,
        description: '版本 of the entity when it changed; the record is that of now',
        resolve: ({ change }) => change.version,
      }),
      changedAt: t.field({
        type: 'DateTime',
        access,
        description: '变更时间 when it changed',
        resolve: ({ change }) => change.changedAt,
      }),
      record: t.field({
        type: 'JSON',
        access,
        description:
          '记录 the entity as the caller may see it now, as the graph would answer it; null unless UPSERT. Held back parts: extensions.access',
        resolve: ({ record }) => record,
      }),
    }),
  });
}

export function defineChanges(builder: GraphBuilder): ChangeTypeEnum {
  const ChangeTypeEnum = builder.enumType('ChangeType', {
    description: '变更类型 what can be followed',
    values: Object.fromEntries(CHANGE_TYPES.map((type) => [type, { description: TYPE_TITLES[type] }])) as Record<
      ChangeType,
      { description: string }
    >,
  });
  const Edge = defineEdge(builder, ChangeTypeEnum);
  const Connection = builder.objectRef<ChangePage>('ChangeConnection').implement({
    description: '变更列表 a page of the change feed',
    fields: (t) => ({
      edges: t.expose('edges', {
        type: [Edge],
        nullable: false,
        access: STRUCTURE,
        description: '边 the changes of this page in the order in which they became visible',
      }),
      pageInfo: t.expose('pageInfo', {
        type: builder.pageInfoRef(),
        nullable: false,
        access: STRUCTURE,
        description: '分页信息 a page may be empty and not the last: go on from endCursor while hasNextPage',
      }),
    }),
  });
  builder.queryField('changes', (t) =>
    t.field({
      type: Connection,
      access,
      description:
        '变更流 what changed after a cursor within the caller’s scope, in commit order, deletions and revocations included; no cursor: the present state of everything once, then its changes. Errors: CURSOR_EXPIRED, CURSOR_DAMAGED, CURSOR_FOREIGN, CURSOR_AHEAD',
      args: {
        after: t.arg.string({
          access,
          description: '起始游标 the page begins after this cursor; absent: the beginning',
        }),
        types: t.arg({
          type: [ChangeTypeEnum],
          access,
          description: '变更类型 only these; those the caller may not read are left out. Absent: all it may read',
        }),
        first: t.arg.int({ required: true, access, description: `前若干条 changes per page, at most ${PAGE_LIMIT}` }),
        latest: t.arg.boolean({
          access,
          description: '仅最新 leaves out changes that a later one of the same entity has overtaken',
        }),
      },
      resolve: (_root, { after, types, first, latest }, context) =>
        readChanges({ after: after ?? null, types: types ?? null, first, newestOnly: latest ?? false }, context),
    }),
  );
  return ChangeTypeEnum;
}
