/** 批量导出: what a caller may see, as files of one moment. */
import { errorMessage } from '../../src/kernel/errors.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import {
  EXPORT_FORMATS,
  type EXPORT_STATES,
  type Export,
  type ExportFile,
  progressOf,
} from '../../src/modules/exports/index.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import type { ChangeTypeEnum } from '../changes/changes.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { reachesWhole } from '../shared/whole-jurisdiction.ts';

const access = 'export';
const answering = 'export-answer';

export interface ExportRefs {
  readonly ChangeType: ChangeTypeEnum;
  readonly Export: GraphObject<Export>;
  readonly Request: GraphObject<Export>;
  readonly Format: GraphEnum<(typeof EXPORT_FORMATS)[number]>;
}

interface LinkedFile {
  readonly exported: Export;
  readonly file: ExportFile;
}

const FORMAT_TITLES: Readonly<Record<(typeof EXPORT_FORMATS)[number], string>> = {
  NDJSON: '每行一条 JSON one record a line, UTF-8',
  NDJSON_GZIP: '每行一条 JSON,gzip 压缩 the same, compressed',
  CSV: '逗号分隔表格 for spreadsheets: byte order mark, text that would be taken for a formula begins with an apostrophe',
  PARQUET: '列式文件 typed columns, lists and structures nested',
};

function defineWords(builder: GraphBuilder) {
  return {
    Format: builder.enumType('ExportFormat', {
      description: '导出格式 how the files are written; every format holds the same records',
      values: Object.fromEntries(
        EXPORT_FORMATS.map((format) => [format, { description: FORMAT_TITLES[format] }]),
      ) as Record<(typeof EXPORT_FORMATS)[number], { description: string }>,
    }),
    State: builder.enumType('ExportState', {
      description: '导出状态 where an export stands',
      values: {
        WAITING: { description: '待审批 another person must agree: it is large' },
        QUEUED: { description: '排队中 it begins soon' },
        RUNNING: { description: '进行中 its files are being written' },
        DONE: { description: '已完成 its files can be fetched until they expire' },
        REFUSED: { description: '未批准 another person did not agree' },
        FAILED: { description: '失败 see its error; there are no files' },
        CANCELLED: { description: '已取消 by who asked for it' },
        EXPIRED: { description: '已过期 its files were removed; with an error: before their time' },
      } satisfies Record<(typeof EXPORT_STATES)[number], object>,
    }),
  };
}

function originOf({ graph, host }: RequestContext): string {
  return graph.publicUrl ?? (host === undefined ? '' : `http://${host}`);
}

function defineFile(builder: GraphBuilder, Format: ExportRefs['Format']): GraphObject<LinkedFile> {
  return builder.objectRef<LinkedFile>('ExportFile').implement({
    description: '导出文件 one file of an export: records of one type, at most 100,000',
    fields: (t) => ({
      url: t.string({
        access,
        description: '下载链接 opens this file for some minutes, without a token; each answer brings a fresh one',
        resolve: ({ exported, file }, _args, context) =>
          `${originOf(context)}${context.graph.exports.linkTo(exported, file)}`,
      }),
      name: t.string({ access, description: '文件名 of the file', resolve: ({ file }) => file.name }),
      type: t.string({
        access,
        description: '内容类型 a ChangeType; REMOVED: what changed and is not, or no longer, the caller’s to hold',
        resolve: ({ file }) => file.type,
      }),
      part: t.int({
        access,
        description: '分片 number of the file among those of its type',
        resolve: ({ file }) => file.part,
      }),
      format: t.field({
        type: Format,
        access,
        description: '格式 how the file is written',
        resolve: ({ exported }) => exported.format,
      }),
      rows: t.int({ access, description: '行数 records in the file', resolve: ({ file }) => file.rows }),
      bytes: t.float({
        access,
        description: '字节数 size of the file as it is fetched',
        resolve: ({ file }) => file.bytes,
      }),
      sha256: t.string({
        access,
        description: '校验值 SHA-256 of the file as it is fetched, in hexadecimal',
        resolve: ({ file }) => file.sha256,
      }),
    }),
  });
}

function defineError(builder: GraphBuilder): GraphObject<Export> {
  const text =
    (language: 'en' | 'zh' | 'suggestion') =>
    ({ error, rowLimit, attempts }: Export): string | null =>
      error === null ? null : errorMessage(error, { limit: rowLimit, attempts: attempts - 1 }, language);
  return builder.objectRef<Export>('ExportError').implement({
    description: '导出错误 why there are no files',
    fields: (t) => ({
      code: t.exposeString('error', { access, description: '错误代码 stable code' }),
      message: t.string({
        access,
        description: '说明 what happened, in Chinese and English',
        resolve: (exported) => `${text('zh')(exported)} ${text('en')(exported)}`,
      }),
      suggestion: t.string({ access, description: '建议 what to do next', resolve: text('suggestion') }),
    }),
  });
}

function defineExport(builder: GraphBuilder, ChangeType: ChangeTypeEnum, words: ReturnType<typeof defineWords>) {
  const File = defineFile(builder, words.Format);
  const Failure = defineError(builder);
  return builder.objectRef<Export>('Export').implement({
    description: '批量导出 what a caller might see at one moment, as files',
    fields: (t) => ({
      id: t.id({ access, description: '导出编号 id', resolve: ({ id }) => encodeId('export', BigInt(id)) }),
      state: t.expose('state', { type: words.State, access, description: '导出状态 where it stands' }),
      progress: t.float({ access, description: '进度 from 0 to 1', resolve: progressOf }),
      rows: t.exposeInt('rows', { access, description: '已写行数 records written so far' }),
      expectedRows: t.exposeInt('expectedRows', { access, description: '预计行数 about how many it will have' }),
      types: t.expose('types', { type: [ChangeType], access, description: '内容类型 what it holds' }),
      format: t.expose('format', { type: words.Format, access, description: '格式 how its files are written' }),
      cursor: t.exposeString('cursor', {
        access,
        description:
          '游标 where `changes` goes on from this moment: nothing between is lost or told twice; null: not done',
      }),
      files: t.field({
        type: [File],
        access,
        description: '导出文件 its files, by type and part; empty: not done, or expired',
        resolve: async (exported, _args, { graph }) =>
          (await graph.exports.filesOf(exported)).map((file) => ({ exported, file })),
      }),
      error: t.field({
        type: Failure,
        access,
        description: '错误 why there are no files; null: no error',
        resolve: (exported) => (exported.error === null ? null : exported),
      }),
      requestedAt: t.expose('requestedAt', { type: 'DateTime', access, description: '申请时间 when it was asked for' }),
      answeredBy: t.exposeString('answeredBy', {
        access,
        description: '审批人 who agreed or refused; null: nobody had to, or has',
      }),
      finishedAt: t.expose('finishedAt', { type: 'DateTime', access, description: '结束时间 null: not yet' }),
      expiresAt: t.expose('expiresAt', {
        type: 'DateTime',
        access,
        description: '文件有效期 its files are removed then',
      }),
    }),
  });
}

/** Whoever answers an export learns what is asked for, by whom and for what; not what is in it. */
function defineRequest(builder: GraphBuilder, ChangeType: ChangeTypeEnum): GraphObject<Export> {
  return builder.objectRef<Export>('ExportRequest').implement({
    description: '导出申请 an export that is large and waits for another person to agree',
    fields: (t) => ({
      id: t.id({ access: answering, description: '导出编号 id', resolve: ({ id }) => encodeId('export', BigInt(id)) }),
      organisation: t.exposeString('organisation', {
        access: answering,
        description: '申请机构 on behalf of which body',
      }),
      subject: t.exposeString('subject', { access: answering, description: '申请人 who asks' }),
      purpose: t.exposeString('purpose', { access: answering, description: '用途 for what purpose' }),
      types: t.expose('types', { type: [ChangeType], access: answering, description: '内容类型 what it is to hold' }),
      expectedRows: t.exposeInt('expectedRows', { access: answering, description: '预计行数 about how many records' }),
      requestedAt: t.expose('requestedAt', { type: 'DateTime', access: answering, description: '申请时间 when' }),
    }),
  });
}

export function defineExports(builder: GraphBuilder, ChangeType: ChangeTypeEnum): ExportRefs {
  const words = defineWords(builder);
  const ExportView = defineExport(builder, ChangeType, words);
  const Request = defineRequest(builder, ChangeType);
  builder.queryFields((t) => ({
    export: t.field({
      type: ExportView,
      access,
      description: '查看导出 one of the caller’s own exports; null: there is none of this id',
      args: { id: t.arg.id({ required: true, access: STRUCTURE, description: '导出编号 id' }) },
      resolve: (_root, { id }, { caller, graph }) => graph.exports.findOwn(Number(readId('export', id)), caller),
    }),
    exports: t.field({
      type: [ExportView],
      access,
      description: '本人的导出 the caller’s own, the newest hundred first',
      resolve: async (_root, _args, { caller, graph }) => [...(await graph.exports.listOf(caller))],
    }),
    exportRequests: t.field({
      type: [Request],
      access: answering,
      description:
        '待审批的导出 exports of others that wait for an answer, newest first; for callers of the whole jurisdiction',
      resolve: async (_root, _args, context) =>
        reachesWhole(context) ? [...(await context.graph.exports.listWaiting(context.caller))] : [],
    }),
  }));
  return { ChangeType, Export: ExportView, Request, Format: words.Format };
}
