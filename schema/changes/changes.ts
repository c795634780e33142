/** 变更流: everything that changed after a cursor, for warehouses and whoever keeps a copy. */
import { CHANGE_TYPES, type ChangeType } from '../../src/kernel/change.ts';
import { CHANGE_WORDS, changeFields, TOLD_OPERATIONS, type ToldOperation } from '../../src/modules/delivery/index.ts';
import { type GraphBuilder, type GraphEnum, type GraphObject, PAGE_LIMIT } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { described } from '../shared/described.ts';
import { type ChangePage, readChanges } from './change-page.ts';

const access = 'change-feed';

const words = (field: keyof typeof changeFields): string => changeFields[field].description ?? '';

type Edge = ChangePage['edges'][number];

export type ChangeTypeEnum = GraphEnum<ChangeType>;

function defineEdge(builder: GraphBuilder, ChangeTypeEnum: ChangeTypeEnum): GraphObject<Edge> {
  const Operation = builder.enumType('ChangeOperation', {
    description: '变更操作 what the reader does with the entity',
    values: described(TOLD_OPERATIONS),
  });
  return builder.objectRef<Edge>('ChangeEdge').implement({
    description: '变更 one change and its place in the feed',
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        nullable: false,
        access: STRUCTURE,
        description: words('cursor'),
      }),
      type: t.field({
        type: ChangeTypeEnum,
        access,
        description: words('type'),
        resolve: ({ change }) => change.type,
      }),
      operation: t.field({
        type: Operation,
        access,
        description: words('operation'),
        resolve: ({ operation }): ToldOperation => operation,
      }),
      id: t.exposeID('id', {
        nullable: true,
        access,
        description: words('id'),
      }),
      version: t.int({
        access,
        description: words('version'),
        resolve: ({ change }) => change.version,
      }),
      changedAt: t.field({
        type: 'DateTime',
        access,
        description: words('changedAt'),
        resolve: ({ change }) => change.changedAt,
      }),
      record: t.field({
        type: 'JSON',
        access,
        description: words('record'),
        resolve: ({ record }) => record,
      }),
    }),
  });
}

export function defineChanges(builder: GraphBuilder): ChangeTypeEnum {
  const ChangeTypeEnum = builder.enumType('ChangeType', {
    description: '变更类型 what can be followed',
    values: described(
      Object.fromEntries(CHANGE_TYPES.map((type) => [type, CHANGE_WORDS[type].title])) as Record<ChangeType, string>,
    ),
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
