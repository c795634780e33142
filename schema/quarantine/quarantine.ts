/** What could not be read: whole rows with every reason, and how a mended row is sent again. */
import { z } from 'zod';
import { encodeId } from '../../src/kernel/ids.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { agencyCondition } from '../feeds/agency-scope.ts';
import { countedConnection } from '../shared/counted-connection.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';

const access = 'quarantine';
const OPEN = 'OPEN';

const storedRow = z
  .string()
  .transform((text) => JSON.parse(text) as unknown)
  .nullable();

const reasons = z.array(z.object({ column: z.string().nullable().catch(null), code: z.string(), message: z.string() }));
type ReasonView = z.infer<typeof reasons>[number];

function defineReason(builder: GraphBuilder): GraphObject<ReasonView> {
  return builder.objectRef<ReasonView>('QuarantineReason').implement({
    description: '隔离原因 why a row could not be read',
    fields: (t) => ({
      column: t.exposeString('column', { access, description: '列 header of the column' }),
      code: t.exposeString('code', { access, description: '原因代码 stable code' }),
      message: t.exposeString('message', { access, description: '说明 what is wrong, without the value' }),
    }),
  });
}

function defineRow(builder: GraphBuilder): void {
  const Reason = defineReason(builder);
  const State = builder.enumType('QuarantineState', {
    description: '隔离状态 what became of the row',
    values: {
      OPEN: { description: '待处理 waits to be mended' },
      RESUBMITTED: { description: '已重报 a mended row was sent' },
      OVERTAKEN: { description: '已被取代 a newer readable row arrived' },
      EXPIRED: { description: '已过保存期 its retention has passed; the row itself is gone' },
    },
  });
  builder.prismaObject('QuarantinedRow', {
    description: '隔离行 a row that could not be read, never dropped and never guessed',
    fields: (t) => ({
      id: t.id({
        nullable: true,
        access,
        description: '隔离行编号 id of the row',
        select: { id: true },
        resolve: ({ id }) => encodeId('quarantinedRow', id),
      }),
      agency: t.exposeString('agency', { nullable: true, access, description: '部门 the agency that delivered it' }),
      recordType: t.exposeString('recordType', { nullable: true, access, description: '记录类型 such as CA05' }),
      file: t.exposeString('file', { nullable: true, access, description: '文件 path in the delivery' }),
      row: t.exposeInt('row', { nullable: true, access, description: '行号 1 = the first row under the header' }),
      sourceKey: t.exposeString('sourceKey', {
        nullable: true,
        access,
        description: '来源主键 where it could be read',
      }),
      state: t.field({
        type: State,
        access,
        description: '隔离状态 OPEN, RESUBMITTED, OVERTAKEN or EXPIRED',
        select: { state: true },
        resolve: ({ state }) => state as 'OPEN' | 'RESUBMITTED' | 'OVERTAKEN' | 'EXPIRED',
      }),
      reasons: t.field({
        type: [Reason],
        access,
        description: '隔离原因 every reason',
        select: { reasons: true },
        resolve: (row) => reasons.parse(row.reasons),
      }),
      raw: t.field({
        type: 'JSON',
        access: 'raw-row',
        description: '原始行 the row as it came, by header; null: its retention has passed',
        select: { raw: true },
        resolve: ({ raw }, _args, { graph }) => storedRow.parse(graph.open('quarantined_row.raw', raw)),
      }),
      createdAt: t.expose('createdAt', {
        type: 'DateTime',
        nullable: true,
        access,
        description: '隔离时间 when it arrived',
      }),
    }),
  });
}

function defineList(builder: GraphBuilder): void {
  const condition = (context: RequestContext, agency: string | null | undefined) => ({
    ...agencyCondition(context, agency),
    state: OPEN,
  });
  builder.queryField('quarantine', (t) =>
    t.prismaConnection(
      {
        type: 'QuarantinedRow',
        cursor: 'id',
        nullable: true,
        access,
        description: '隔离行列表 rows that wait to be mended, within the caller’s scope',
        args: { agency: t.arg.string({ access: STRUCTURE, description: '部门 only this agency’s' }) },
        totalCount: (_root, { agency }, context) =>
          context.graph.prisma.quarantinedRow.count({ where: condition(context, agency) }),
        resolve: (query, _root, { agency }, context) =>
          context.graph.prisma.quarantinedRow.findMany({
            ...query,
            where: condition(context, agency),
            orderBy: { id: 'asc' },
          }),
      },
      countedConnection('隔离行 a page of quarantined rows'),
      { description: '隔离行 a row and its place in the list' },
    ),
  );
}

interface RowChanged {
  readonly __typename: 'QuarantinedRowChanged';
  readonly id: string;
}

async function resubmit(
  id: string,
  cells: readonly { readonly column: string; readonly value?: string | null | undefined }[],
  context: RequestContext,
): Promise<RowChanged | RefusedView> {
  const rowId = readId('quarantinedRow', id);
  const inScope = await context.graph.prisma.quarantinedRow.findFirst({
    where: { id: rowId, ...agencyCondition(context) },
    select: { id: true },
  });
  if (inScope === null) return refused({ code: 'NOT_FOUND', params: { what: 'quarantined row' } });
  const outcome = await context.graph.quarantine.resubmit({
    rowId,
    cells: Object.fromEntries(cells.map(({ column, value }) => [column, value ?? null])),
    submittedBy: context.caller.subject,
  });
  if (!outcome.ok) return refused(outcome.error);
  context.graph.changed();
  return { __typename: 'QuarantinedRowChanged', id };
}

function defineResubmission(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  const work = 'quarantine-work';
  const Cell = builder.inputType('CellInput', {
    description: '单元格 one mended cell of a row',
    fields: (t) => ({
      column: t.string({ required: true, access: work, description: '列 header, as the agency writes it' }),
      value: t.string({
        access: work,
        sealedIn: ['quarantined_row.raw'],
        description: '值 the mended value; null: not stated',
      }),
    }),
  });
  const Changed = builder.objectRef<RowChanged>('QuarantinedRowChanged').implement({
    description: '已重报 the mended row was applied',
    fields: (t) => ({
      row: t.prismaField({
        type: 'QuarantinedRow',
        nullable: true,
        access,
        description: '隔离行 the row as it stands now',
        resolve: (query, { id }, _args, context) =>
          context.graph.prisma.quarantinedRow.findUnique({ ...query, where: { id: readId('quarantinedRow', id) } }),
      }),
    }),
  });
  const Outcome = builder.unionType('QuarantineResult', {
    description: '重报结果 the row applied, or why not',
    types: [Changed, Refused],
    resolveType: (value) => value.__typename,
  });
  builder.mutationField('resubmitQuarantinedRow', (t) =>
    t.field({
      type: Outcome,
      access: work,
      description:
        '重报隔离行 mends cells of a quarantined row and applies it. Refused: NOT_FOUND, NOT_IN_QUARANTINE, STILL_UNREADABLE, NOT_TAKEN',
      args: {
        id: t.arg.id({ required: true, access: work, description: '隔离行编号 id of the row' }),
        cells: t.arg({
          type: [Cell],
          required: true,
          access: work,
          description: '单元格 the mended cells; the others stay',
        }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, { id, cells, idempotencyKey }, context) => {
        const mutation = { operation: 'resubmitQuarantinedRow', key: idempotencyKey, asked: { id, cells } };
        return context.once(mutation, () => resubmit(id, cells, context));
      },
    }),
  );
}

export function defineQuarantine(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  defineRow(builder);
  defineList(builder);
  defineResubmission(builder, Refused);
}
