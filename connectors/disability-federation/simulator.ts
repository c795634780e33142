/** How the federation lays out its workbooks. */
import { type Simulator, sheetFile } from '../sdk/simulator.ts';

export const DISABILITY_SIMULATOR: Simulator = {
  files: {
    DF01: {
      ...sheetFile('残疾人证.xlsx', '持证残疾人', {
        titles: ['长宁区持证残疾人名册', '按月导出'],
        notes: ['制表人:王某某   审核人:李某某', '联系电话见区残联内网'],
      }),
      coverSheet: ['本工作簿由区残联导出', '第二张表为名册'],
    },
    DF02: sheetFile('助残服务.xlsx', '服务记录', {
      titles: ['助残服务登记表'],
      notes: ['填表说明:金额单位为元'],
    }),
  },
  later: 'full',
};
