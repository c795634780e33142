/** What callers do with exports: ask for one, cancel it; and what another person answers. */
import { WanjiaError } from '../../src/kernel/errors.ts';
import { scopePatterns } from '../../src/modules/delivery/index.ts';
import type { Export, ExportRefusal, ExportRequest } from '../../src/modules/exports/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import { typesFollowed } from '../changes/change-page.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { type HouseholdFilterRef, readFilter } from '../household/queries.ts';
import { grantOf } from '../permissions/standing.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import { reachesWhole } from '../shared/whole-jurisdiction.ts';
import type { ExportRefs } from './exports.ts';

const access = 'export';
const answering = 'export-answer';

interface ExportChanged {
  readonly __typename: 'ExportChanged';
  readonly id: number;
}

type Input = Pick<ExportRequest, 'format'> & {
  readonly types: ExportRequest['types'];
  readonly filter?: Readonly<Record<string, unknown>> | null | undefined;
  readonly since?: string | null | undefined;
};

/** About how many rows a request will have: of households exactly, of the rest by the share that the filter leaves. */
async function expectRows(
  content: Omit<ExportRequest, 'caller' | 'expectedRows' | 'rowsPerDay' | 'format'>,
  context: RequestContext,
) {
  const { graph, caller } = context;
  const { types, after, filter } = content;
  const whole = await graph.countEntities({ types, after, patterns: scopePatterns(caller) });
  if (Object.keys(filter).length <= 1 || whole === 0) return whole;
  const scope = await context.householdScope();
  const page = { first: 0, after: null };
  const [all, matching] = await Promise.all([
    graph.households.list({}, page, scope),
    graph.households.list(filter, page, scope),
  ]);
  return Math.ceil((whole * matching.totalCount) / Math.max(1, all.totalCount));
}

async function requestOf(input: Input, context: RequestContext): Promise<ExportRequest> {
  const { caller, purpose, graph, clock } = { ...context, clock: { now: context.now } };
  const { organisation, subject, identity, limits } = caller;
  if (identity === undefined) throw new WanjiaError('FORBIDDEN', { what: 'Mutation.startExport' });
  const { since, format } = input;
  const content = {
    types: [...new Set(typesFollowed(input.types, context))],
    filter: readFilter(input.filter ?? {}, context),
    after: since == null ? null : (await graph.changes.placeOf(organisation, since)).place.position,
  };
  const grant = grantOf({ policy: graph.policy, clock }, caller, purpose);
  return {
    ...content,
    format,
    caller: { organisation, subject, identity, purpose, grant },
    expectedRows: await expectRows(content, context),
    rowsPerDay: limits?.quotas.exportRowsPerDay ?? null,
  };
}

const paramsOf = (code: ExportRefusal, { rowsPerDay }: Pick<ExportRequest, 'rowsPerDay'>, { graph }: RequestContext) =>
  code === 'EXPORTS_EXHAUSTED' ? { limit: rowsPerDay ?? graph.policy.exports.rowsPerDay } : {};

/** A refusal undoes the key, so that the same request can be sent again later. */
async function start(input: Input, key: string, context: RequestContext): Promise<Export | null> {
  const request = await requestOf(input, context);
  const started = await context.once({ operation: 'startExport', key, asked: input }, async (tx) => {
    const done = await context.graph.exports.start(request, tx);
    if (!done.ok) throw new WanjiaError(done.error, paramsOf(done.error, request, context));
    return { __typename: 'ExportChanged' as const, id: done.value };
  });
  if (started.__typename === 'Refused') throw new WanjiaError(started.code, started.params);
  context.graph.exports.wake(started.id);
  return context.graph.exports.findOwn(started.id, context.caller);
}

const refusal = (code: ExportRefusal): RefusedView => refused({ code, params: { what: 'export' } });

async function answer(id: number, confirmed: boolean, context: RequestContext): Promise<ExportChanged | RefusedView> {
  if (!reachesWhole(context)) return refusal('NOT_FOUND');
  const done = await context.graph.exports.answer(id, context.caller, confirmed);
  return done.ok ? { __typename: 'ExportChanged', id } : refusal(done.error);
}

function defineInput(builder: GraphBuilder, { ChangeType, Format }: ExportRefs, Filter: HouseholdFilterRef) {
  return builder.inputType('ExportInput', {
    description: '导出申请 what is to be exported',
    fields: (t) => ({
      types: t.field({
        type: [ChangeType],
        required: true,
        access,
        description: '内容类型 those the caller may not read are left out',
      }),
      format: t.field({ type: Format, required: true, access, description: '格式 how the files are written' }),
      filter: t.field({
        type: Filter,
        access: STRUCTURE,
        description: '家庭筛选条件 these households, and what belongs to them; absent: all within the caller’s scope',
      }),
      since: t.string({
        access,
        description: '起始游标 only what changed after this cursor of an export or of the feed, and what of it is gone',
      }),
    }),
  });
}

export function defineExportWork(
  builder: GraphBuilder,
  refs: ExportRefs & { readonly Filter: HouseholdFilterRef; readonly Refused: GraphObject<RefusedView> },
): void {
  const Input = defineInput(builder, refs, refs.Filter);
  const Changed = builder.objectRef<ExportChanged>('ExportChanged').implement({
    description: '已办理 it was done',
    fields: (t) => ({
      id: t.id({
        access: STRUCTURE,
        nullable: false,
        description: '导出编号 the export',
        resolve: ({ id }) => `E${id}`,
      }),
    }),
  });
  const ExportResult = builder.unionType('ExportResult', {
    description: '办理结果 done, or why not',
    types: [Changed, refs.Refused],
    resolveType: (value) => value.__typename,
  });
  builder.mutationFields((t) => {
    const id = (dataClass: string) =>
      t.arg.id({ required: true, access: dataClass, description: '导出编号 the export' });
    return {
      startExport: t.field({
        type: refs.Export,
        access,
        description:
          '申请导出 asks for files with the rights of now; read `export` until it is DONE. Errors: EXPORT_UNDER_WAY, EXPORTS_EXHAUSTED, KEY_REUSED, CURSOR_EXPIRED and what else can be wrong with a cursor',
        args: {
          input: t.arg({ type: Input, required: true, access, description: '导出申请 what is to be exported' }),
          idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
        },
        resolve: (_root, { input, idempotencyKey }, context) => start(input, idempotencyKey, context),
      }),
      cancelExport: t.field({
        type: ExportResult,
        access,
        description: '取消导出 ends one of the caller’s own that is not done. Refused: NOT_FOUND, EXPORT_CLOSED',
        args: { id: id(access) },
        resolve: async (_root, args, { caller, graph }): Promise<ExportChanged | RefusedView> => {
          const number = Number(readId('export', args.id));
          const done = await graph.exports.cancel(number, caller);
          return done.ok ? { __typename: 'ExportChanged', id: number } : refusal(done.error);
        },
      }),
      answerExport: t.field({
        type: ExportResult,
        access: answering,
        description:
          '审批导出 agrees to another person’s large export, or refuses it. Refused: NOT_FOUND, EXPORT_OWN, EXPORT_CLOSED',
        args: {
          id: id(answering),
          confirm: t.arg.boolean({ required: true, access: answering, description: '是否同意 false: it is refused' }),
        },
        resolve: async (_root, { id: asked, confirm }, context) => {
          const number = Number(readId('export', asked));
          const result = await answer(number, confirm, context);
          if (result.__typename === 'ExportChanged' && confirm) context.graph.exports.wake(number);
          return result;
        },
      }),
    };
  });
}
