/** Contradictions inside accepted rows, for their agencies to mend. */
import { ERROR_CATALOGUE, type ErrorCode, errorMessage } from '../../src/kernel/errors.ts';
import type { GraphBuilder } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { countedConnection } from '../shared/counted-connection.ts';
import { agencyCondition } from './agency-scope.ts';

const access = 'finding';

function messageOf(code: string): string | null {
  return Object.hasOwn(ERROR_CATALOGUE, code) ? errorMessage(code as ErrorCode, {}, 'zh') : null;
}

function defineFinding(builder: GraphBuilder): void {
  builder.prismaObject('Finding', {
    description: '数据质量问题 a contradiction inside an accepted row',
    fields: (t) => ({
      agency: t.exposeString('agency', {
        nullable: true,
        access,
        description: '部门 the agency that delivered the row',
      }),
      recordType: t.exposeString('recordType', { nullable: true, access, description: '记录类型 such as CA05' }),
      file: t.exposeString('file', { nullable: true, access, description: '文件 path in the delivery' }),
      row: t.exposeInt('row', { nullable: true, access, description: '行号 1 = the first row under the header' }),
      sourceKey: t.exposeString('sourceKey', {
        nullable: true,
        access,
        description: '来源主键 the agency’s key of the record',
      }),
      column: t.exposeString('column', {
        nullable: true,
        access,
        description: '列 header of the column that is contradicted',
      }),
      code: t.exposeString('code', { nullable: true, access, description: '问题代码 stable code' }),
      message: t.string({
        access,
        description: '说明 what is wrong',
        select: { code: true },
        resolve: ({ code }) => messageOf(code),
      }),
      foundAt: t.expose('foundAt', {
        type: 'DateTime',
        nullable: true,
        access,
        description: '发现时间 when it was first seen',
      }),
    }),
  });
}

export function defineFindings(builder: GraphBuilder): void {
  defineFinding(builder);
  builder.queryField('findings', (t) =>
    t.prismaConnection(
      {
        type: 'Finding',
        cursor: 'id',
        nullable: true,
        access,
        description: '数据质量问题列表 findings within the caller’s scope',
        args: { agency: t.arg.string({ access: STRUCTURE, description: '部门 only this agency’s' }) },
        totalCount: (_root, { agency }, context) =>
          context.graph.prisma.finding.count({ where: agencyCondition(context, agency) }),
        resolve: (query, _root, { agency }, context) =>
          context.graph.prisma.finding.findMany({
            ...query,
            where: agencyCondition(context, agency),
            orderBy: { id: 'asc' },
          }),
      },
      countedConnection('数据质量问题 a page of findings'),
      { description: '数据质量问题 a finding and its place in the list' },
    ),
  );
}
