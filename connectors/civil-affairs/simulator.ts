/** How the bureau lays out the files of a delivery. */
import { csvFile, type Simulator, sheetFile } from '../sdk/simulator.ts';

export const CIVIL_AFFAIRS_SIMULATOR: Simulator = {
  files: {
    CA01: sheetFile('救助家庭.xlsx', '救助家庭', {
      titles: ['长宁区社会救助家庭台账'],
      notes: ['制表人:王某某   审核人:李某某'],
    }),
    CA02: csvFile('救助家庭成员.csv', 'utf-8-bom'),
    CA03: { ...csvFile('待遇发放.csv', 'utf-8'), growing: true },
    CA04: sheetFile('死亡登记.xlsx', 'Sheet1', { notes: ['注:本表来源于殡葬服务信息系统'] }),
    CA05: csvFile('居民家庭名册.csv', 'gb18030', '\r\n'),
  },
};
