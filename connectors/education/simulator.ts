/** How the bureau lays out the files of a delivery. */
import { csvFile, type Simulator, sheetFile } from '../sdk/simulator.ts';

export const EDUCATION_SIMULATOR: Simulator = {
  files: {
    ED01: csvFile('学籍.csv', 'utf-8'),
    ED02: sheetFile('困难认定.xlsx', '认定名单', {
      titles: ['家庭经济困难学生认定名单', '单位:长宁区教育局'],
      notes: ['备注:认定结果以学校公示为准', '制表人:王某某   审核人:李某某'],
    }),
    ED03: csvFile('学生资助.csv', 'utf-8-bom'),
  },
};
