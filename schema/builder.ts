/** The builder of the graph: scalars, plugins, and how generated parts describe themselves. */
import SchemaBuilder, { type EnumRef, type ObjectRef } from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type PrismaTypes from '../prisma/generated/pothos-types.ts';
import { getDatamodel } from '../prisma/generated/pothos-types.ts';
import type { Day } from '../src/kernel/day.ts';
import type { LocalTime } from '../src/kernel/local-time.ts';
import type { Fen } from '../src/kernel/money.ts';
import type { Month } from '../src/kernel/month.ts';
import type { ResidentId } from '../src/kernel/resident-id.ts';
import type { RequestContext } from './context.ts';
import DataClassPlugin, { STRUCTURE } from './data-class-plugin.ts';
import StoredTextPlugin from './stored-text-plugin.ts';

interface GraphTypes {
  Context: RequestContext;
  PrismaTypes: PrismaTypes;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: true;
  Scalars: {
    ID: { Input: string; Output: string };
    ResidentId: { Input: ResidentId; Output: string };
    Date: { Input: Day; Output: Day | Date };
    DateTime: { Input: LocalTime; Output: LocalTime | Date };
    Month: { Input: Month; Output: Month };
    Money: { Input: Fen; Output: Fen };
    JSON: { Input: unknown; Output: unknown };
    Sha256: { Input: string; Output: string };
    OperationManifest: { Input: ReadonlyMap<string, string>; Output: ReadonlyMap<string, string> };
    /** A reference to an entity, in subgraphs. */
    _Any: { Input: unknown; Output: unknown };
  };
}

export type GraphSchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>;
export type GraphBuilder = PothosSchemaTypes.SchemaBuilder<GraphSchemaTypes>;
export type GraphObject<Shape> = ObjectRef<GraphSchemaTypes, Shape>;
export type GraphEnum<Value extends string> = EnumRef<GraphSchemaTypes, Value>;
export type FieldsOf<Shape> = PothosSchemaTypes.ObjectFieldBuilder<GraphSchemaTypes, Shape>;

/** Pages hold at most this many rows, whatever `first` asks for. */
export const PAGE_LIMIT = 1_000;
export const DEFAULT_PAGE = 20;

const structure = (description: string): { access: string; description: string } => ({
  access: STRUCTURE,
  description,
});

export function createBuilder(): GraphBuilder {
  return new SchemaBuilder<GraphTypes>({
    plugins: [DataClassPlugin, StoredTextPlugin, PrismaPlugin, RelayPlugin],
    prisma: {
      client: (context) => context.graph.prisma,
      dmmf: getDatamodel(),
      maxConnectionSize: PAGE_LIMIT,
      defaultConnectionSize: DEFAULT_PAGE,
    },
    relay: {
      nodeQueryOptions: false,
      nodesQueryOptions: false,
      pageInfoTypeOptions: { description: '分页信息 where a page begins and ends' },
      edgesFieldOptions: {
        nullable: { list: false, items: false },
        ...structure('边 the rows of this page with their cursors'),
      },
      nodeFieldOptions: { nullable: true, ...structure('节点 the row itself') },
      cursorFieldOptions: structure('游标 where this row stands; opaque'),
      pageInfoFieldOptions: structure('分页信息 where this page begins and ends'),
      hasNextPageFieldOptions: structure('是否有下一页 whether rows follow this page'),
      hasPreviousPageFieldOptions: structure('是否有上一页 whether rows precede this page'),
      startCursorFieldOptions: structure('首行游标 cursor of the first row'),
      endCursorFieldOptions: structure('末行游标 cursor of the last row; give it as `after` for the next page'),
      firstArgOptions: structure(`前若干行 rows per page, at most ${PAGE_LIMIT}`),
      lastArgOptions: structure(`后若干行 rows per page counted from the end, at most ${PAGE_LIMIT}`),
      afterArgOptions: structure('起始游标 the page begins after this cursor'),
      beforeArgOptions: structure('结束游标 the page ends before this cursor'),
    },
  });
}
