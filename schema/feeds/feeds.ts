/** Who delivers what, and how fresh it is. */
import { AGENCY_OF, CADENCE_OF, IS_PROMISED, RECORD_TYPES, type RecordType } from '../../src/kernel/agency.ts';
import { dayOfUtc } from '../../src/kernel/day.ts';
import { type Freshness, feedFreshness } from '../../src/kernel/freshness.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import type { GraphBuilder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { agencyCondition } from './agency-scope.ts';

const access = 'feed';
const MOST_BATCHES = 100;

function defineBatch(builder: GraphBuilder): void {
  const BatchState = builder.enumType('BatchState', {
    description: '批次状态 a batch is applied wholly or not at all',
    values: { APPLIED: { description: '已入库 applied' }, REFUSED: { description: '已拒收 refused whole' } },
  });
  builder.prismaObject('Batch', {
    description: '交付批次 one file, or one transport’s rows. accepted + unchanged + superseded + quarantined = rows',
    fields: (t) => ({
      id: t.id({
        nullable: true,
        access,
        description: '批次编号 id of the batch',
        select: { id: true },
        resolve: ({ id }) => encodeId('batch', id),
      }),
      file: t.exposeString('file', {
        nullable: true,
        access,
        description: '文件 path in the delivery, or name of the transport',
      }),
      mode: t.exposeString('mode', { nullable: true, access, description: '交付方式 full or incremental' }),
      asOf: t.expose('asOf', {
        type: 'Date',
        nullable: true,
        access,
        description: '数据日期 the day the batch speaks of',
      }),
      startedAt: t.expose('startedAt', {
        type: 'DateTime',
        nullable: true,
        access,
        description: '开始时间 when reading began',
      }),
      finishedAt: t.expose('finishedAt', {
        type: 'DateTime',
        nullable: true,
        access,
        description: '完成时间 when it was settled',
      }),
      rows: t.exposeInt('rows', { nullable: true, access, description: '行数 data rows, unreadable ones included' }),
      accepted: t.exposeInt('accepted', {
        nullable: true,
        access,
        description: '采纳行数 rows that changed what is held',
      }),
      unchanged: t.exposeInt('unchanged', {
        nullable: true,
        access,
        description: '未变行数 rows that say what is held already',
      }),
      superseded: t.exposeInt('superseded', {
        nullable: true,
        access,
        description: '被取代行数 rows that lost to a newer version',
      }),
      quarantined: t.exposeInt('quarantined', {
        nullable: true,
        access,
        description: '隔离行数 rows that could not be read',
      }),
      ended: t.exposeInt('ended', {
        nullable: true,
        access,
        description: '终止记录数 records ended by deletion or absence',
      }),
      state: t.field({
        type: BatchState,
        access,
        description: '批次状态 APPLIED or REFUSED',
        select: { state: true },
        resolve: ({ state }) => state as 'APPLIED' | 'REFUSED',
      }),
      errorCode: t.exposeString('errorCode', { nullable: true, access, description: '错误代码 why it was refused' }),
      errorMessage: t.exposeString('errorMessage', {
        nullable: true,
        access,
        description: '错误说明 what was wrong, without values of persons',
      }),
    }),
  });
}

async function freshnessOf(recordType: RecordType, dataAsOf: Date | null, context: RequestContext): Promise<Freshness> {
  const today = await context.hubDay();
  if (today === null) return 'NEVER';
  const lastAsOf = dataAsOf === null ? null : dayOfUtc(dataAsOf);
  return feedFreshness({ cadence: CADENCE_OF[AGENCY_OF[recordType]], lastAsOf, today });
}

function defineFeed(builder: GraphBuilder): void {
  const FreshnessEnum = builder.enumType('Freshness', {
    description: '新鲜度 counted in the hub’s days by the agency’s cadence',
    values: {
      FRESH: { description: '正常 within its cadence' },
      LATE: { description: '迟到 one delivery missed' },
      STALE: { description: '过期 two deliveries missed' },
      NEVER: { description: '从未交付 before the first delivery' },
    },
  });
  builder.prismaObject('Feed', {
    description: '数据交付 one agency’s feed of one record type',
    fields: (t) => ({
      agency: t.exposeString('agency', { nullable: true, access, description: '部门 id of the agency' }),
      recordType: t.exposeString('recordType', { nullable: true, access, description: '记录类型 such as CA05' }),
      lastDeliveredAt: t.expose('lastDeliveredAt', {
        type: 'DateTime',
        nullable: true,
        access,
        description: '最近交付时间 time of the last delivery',
      }),
      dataAsOf: t.expose('dataAsOf', {
        type: 'Date',
        nullable: true,
        access,
        description: '数据日期 newest day its data speak of',
      }),
      freshness: t.field({
        type: FreshnessEnum,
        access,
        description: '新鲜度 FRESH, LATE, STALE or NEVER',
        select: { recordType: true, dataAsOf: true },
        resolve: ({ recordType, dataAsOf }, _args, context) => freshnessOf(recordType as RecordType, dataAsOf, context),
      }),
      lastErrorCode: t.exposeString('lastErrorCode', {
        nullable: true,
        access,
        description: '最近错误 code of the last failed sync; null after a success',
      }),
      lastErrorAt: t.expose('lastErrorAt', {
        type: 'DateTime',
        nullable: true,
        access,
        description: '最近错误时间 when it failed',
      }),
      failedSyncs: t.int({
        nullable: true,
        access,
        description: '同步死信 syncs of the agency that failed every attempt and wait for a person',
        select: { agency: true },
        resolve: async ({ agency }, _args, context) => (await context.failedSyncs()).get(agency) ?? 0,
      }),
      batches: t.relation('batches', {
        nullable: true,
        access,
        description: '交付批次 the newest batches first',
        args: { last: t.arg.int({ access, defaultValue: 10, description: `最近若干批 at most ${MOST_BATCHES}` }) },
        query: ({ last }) => ({ orderBy: { id: 'desc' }, take: Math.max(0, Math.min(last ?? 10, MOST_BATCHES)) }),
      }),
    }),
  });
}

/** Every record type of an agency that is promised has a feed, also before anything was delivered. */
function neverDelivered(recordType: RecordType) {
  return {
    agency: AGENCY_OF[recordType] as string,
    recordType: recordType as string,
    lastDeliveredAt: null,
    dataAsOf: null,
    fullAsOf: null,
    checkpoint: null,
    lastErrorCode: null,
    lastErrorAt: null,
    batches: [],
  };
}

export function defineFeeds(builder: GraphBuilder): void {
  defineBatch(builder);
  defineFeed(builder);
  builder.queryField('feeds', (t) =>
    t.prismaField({
      type: ['Feed'],
      nullable: true,
      access,
      description: '数据交付情况 every feed within the caller’s scope, in the order of record types',
      args: { agency: t.arg.string({ access: STRUCTURE, description: '部门 only this agency’s' }) },
      resolve: async (query, _root, { agency }, context) => {
        const condition = agencyCondition(context, agency);
        const held = await context.graph.prisma.feed.findMany({ ...query, where: condition });
        const byType = new Map(held.map((feed) => [feed.recordType, feed]));
        const delivering = new Set(held.map((feed) => feed.agency));
        return RECORD_TYPES.filter((type) => condition.agency?.in.includes(AGENCY_OF[type]) ?? true)
          .filter((type) => IS_PROMISED[AGENCY_OF[type]] || delivering.has(AGENCY_OF[type]))
          .map((type) => byType.get(type) ?? neverDelivered(type));
      },
    }),
  );
}
