/** Why a file cannot be read; `{file}` is its path in the delivery. */
export const FILE_ERRORS = {
  REQUIRED_COLUMNS_MISSING: {
    zh: '{file} 缺少必需列:{column}',
    en: '{file} lacks required columns: {column}',
    suggestion: 'Compare the header row with the record contract; in a workbook check headerRow in the manifest.',
  },
  DUPLICATE_COLUMN: {
    zh: '{file} 的列名重复:{column}',
    en: '{file} has the column {column} twice',
    suggestion: 'Keep one of the columns and deliver the file again.',
  },
  HEADER_MISSING: {
    zh: '{file} 没有表头行',
    en: '{file} has no header row',
    suggestion: 'Check that the file is not empty, and headerRow in the manifest.',
  },
  UNCLOSED_QUOTE: {
    zh: '{file} 第 {line} 行开始的引号未闭合,文件可能不完整',
    en: '{file}: a quote opened in the record at line {line} is never closed; the file may be cut off',
    suggestion: 'Transfer the file again; if it is whole, double the quotes inside quoted fields.',
  },
  MALFORMED_CSV: {
    zh: '{file} 第 {line} 行的引号使用有误',
    en: '{file}: misplaced quote in the record at line {line}',
    suggestion: 'Quote fields as RFC 4180 says: the whole field in quotes, quotes inside it doubled.',
  },
  FILE_CUT_OFF: {
    zh: '{file} 在第 {line} 行中途结束',
    en: '{file} ends in the middle of the record at line {line}',
    suggestion: 'Transfer the file again.',
  },
  WRONG_ENCODING: {
    zh: '{file} 第 {line} 行不是有效的 {encoding} 编码',
    en: '{file}: line {line} is not valid {encoding}',
    suggestion: 'State the encoding of the file in the manifest (utf-8, utf-8-bom or gb18030).',
  },
  RECORD_TOO_LONG: {
    zh: '{file} 第 {line} 行超过 {limit} 字节',
    en: '{file}: the record at line {line} is longer than {limit} bytes',
    suggestion: 'Line breaks may be lost, or a quote is not closed: deliver the file again.',
  },
  WORKBOOK_UNREADABLE: {
    zh: '{file} 不是可读的 XLSX 工作簿:{detail}',
    en: '{file} is not a readable XLSX workbook: {detail}',
    suggestion: 'Open the file, save it as .xlsx without password, and deliver it again.',
  },
  WORKBOOK_TOO_LARGE: {
    zh: '{file} 解压后过大:{actual} 字节,上限 {limit}',
    en: '{file} is too large when unpacked: {actual} bytes, at most {limit}',
    suggestion: 'Deliver large lists as CSV; a small file that unpacks to this size may be an attack.',
  },
  SHEET_MISSING: {
    zh: '{file} 中没有工作表 {sheet}',
    en: '{file} has no sheet {sheet}',
    suggestion: 'Correct the sheet name in the manifest.',
  },
} as const;
