import type { RecordType } from '../../src/kernel/agency.ts';

export type CsvEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030';

/** How an agency lays out the file of a record type. */
export type FilePlan = CsvPlan | SheetPlan;

export interface CsvPlan {
  readonly format: 'csv';
  readonly fileName: string;
  readonly encoding: CsvEncoding;
  readonly lineEnd: '\n' | '\r\n';
  /** Sent as changes even when everything else is sent whole: lists that only grow. */
  readonly growing: boolean;
}

export interface SheetPlan {
  readonly format: 'xlsx';
  readonly fileName: string;
  readonly sheet: string;
  /** Rows above the header; the first one is merged over all columns. */
  readonly titles: readonly string[];
  readonly notes: readonly string[];
  /** A sheet before the one with the records. */
  readonly coverSheet: readonly string[] | null;
}

export const FILE_PLANS: Readonly<Record<RecordType, FilePlan>> = {
  CA01: sheet('救助家庭.xlsx', '救助家庭', ['长宁区社会救助家庭台账'], ['制表人:王某某   审核人:李某某']),
  CA02: csv('救助家庭成员.csv', 'utf-8-bom'),
  CA03: { ...csv('待遇发放.csv', 'utf-8'), growing: true },
  CA04: sheet('死亡登记.xlsx', 'Sheet1', [], ['注:本表来源于殡葬服务信息系统']),
  CA05: csv('居民家庭名册.csv', 'gb18030', '\r\n'),
  HI01: csv('enrolment.csv', 'gb18030', '\r\n'),
  HI02: { ...csv('settlement.csv', 'gb18030', '\r\n'), growing: true },
  HI03: csv('chronic.csv', 'gb18030', '\r\n'),
  ED01: csv('学籍.csv', 'utf-8'),
  ED02: sheet(
    '困难认定.xlsx',
    '认定名单',
    ['家庭经济困难学生认定名单', '单位:长宁区教育局'],
    ['备注:认定结果以学校公示为准', '制表人:王某某   审核人:李某某'],
  ),
  ED03: csv('学生资助.csv', 'utf-8-bom'),
  HR01: csv('contributions.csv', 'utf-8'),
  HR02: csv('unemployment.csv', 'utf-8'),
  HR03: csv('pensions.csv', 'gb18030'),
  DF01: {
    ...sheet(
      '残疾人证.xlsx',
      '持证残疾人',
      ['长宁区持证残疾人名册', '按月导出'],
      ['制表人:王某某   审核人:李某某', '联系电话见区残联内网'],
    ),
    coverSheet: ['本工作簿由区残联导出', '第二张表为名册'],
  },
  DF02: sheet('助残服务.xlsx', '服务记录', ['助残服务登记表'], ['填表说明:金额单位为元']),
};

function csv(fileName: string, encoding: CsvEncoding, lineEnd: CsvPlan['lineEnd'] = '\n'): CsvPlan {
  return { format: 'csv', fileName, encoding, lineEnd, growing: false };
}

function sheet(fileName: string, name: string, titles: readonly string[], notes: readonly string[]): SheetPlan {
  return { format: 'xlsx', fileName, sheet: name, titles, notes, coverSheet: null };
}
