/** Why a row is quarantined, and what a row contradicts (`findings`). The column is named beside the code. */
export const ROW_ERRORS = {
  MISSING_REQUIRED: {
    zh: '必填项未填写',
    en: 'a required value is not stated',
    suggestion: 'Fill in the column at the agency and deliver the row again.',
  },
  UNREADABLE_TEXT: {
    zh: '不是可读的文本',
    en: 'not readable as text',
    suggestion: 'Store the column as text in the source file, without control characters.',
  },
  TEXT_TOO_LONG: {
    zh: '文本过长',
    en: 'the text is longer than the column allows',
    suggestion: 'Check whether columns or rows have run together in the source.',
  },
  NUMBER_PRECISION_LOST: {
    zh: '长号码以数值保存,末位已丢失',
    en: 'a long number was stored as a numeric value and has lost its last digits',
    suggestion: 'Format the column as text in the source file before typing or importing the numbers.',
  },
  UNREADABLE_DAY: {
    zh: '不是有效日期',
    en: 'not a calendar date',
    suggestion: 'Use yyyy-MM-dd and check that the day exists.',
  },
  UNREADABLE_MONTH: {
    zh: '不是有效月份',
    en: 'not a calendar month',
    suggestion: 'Use yyyy-MM.',
  },
  UNREADABLE_TIME: {
    zh: '不是有效时间',
    en: 'not a date and time',
    suggestion: 'Use yyyy-MM-dd HH:mm:ss.',
  },
  UNREADABLE_YEAR: {
    zh: '不是有效年度',
    en: 'not a year',
    suggestion: 'Use four digits.',
  },
  UNREADABLE_MONEY: {
    zh: '不是有效金额',
    en: 'not an amount of money',
    suggestion: 'Use yuan with at most two decimals.',
  },
  UNREADABLE_NUMBER: {
    zh: '不是有效数值',
    en: 'not a number',
    suggestion: 'Use digits with an optional decimal point.',
  },
  UNREADABLE_YES_NO: {
    zh: '不是是/否',
    en: 'neither yes nor no',
    suggestion: 'Use 是 or 否.',
  },
  UNKNOWN_CODE: {
    zh: '代码不在代码表内',
    en: 'the code is not in the code list',
    suggestion: 'Use a code of the record contract or its Chinese label.',
  },
  UNREADABLE_DIVISION_CODE: {
    zh: '区划代码位数不符',
    en: 'a division code of another length',
    suggestion: 'Use 9 digits for a street and 12 for a community.',
  },
  UNREADABLE_SCHOOL_YEAR: {
    zh: '不是有效学年',
    en: 'not a school year',
    suggestion: 'Use the form 2026-2027.',
  },
  UNREADABLE_TERM: {
    zh: '不是有效学期',
    en: 'not a school term',
    suggestion: 'Use the form 2026-2027-1.',
  },
  ID_LENGTH: {
    zh: '证件号码长度有误',
    en: 'the identity number has a wrong length',
    suggestion: 'Compare with the document. For a document of another kind state 证件类型 990.',
  },
  ID_CHARACTERS: {
    zh: '证件号码含有无效字符',
    en: 'the identity number has characters that do not belong there',
    suggestion: 'Compare with the document. For a document of another kind state 证件类型 990.',
  },
  ID_BIRTH_DATE: {
    zh: '证件号码中的出生日期不存在',
    en: 'the identity number holds an impossible birth date',
    suggestion: 'Compare with the document.',
  },
  ID_CHECK_DIGIT: {
    zh: '证件号码校验码有误',
    en: 'the check digit of the identity number is wrong',
    suggestion: 'Compare with the document; usually a digit was mistyped.',
  },
  CERTIFICATE_LENGTH: {
    zh: '残疾人证号长度有误',
    en: 'the certificate number has neither 20 nor 22 characters',
    suggestion: 'Compare with the certificate.',
  },
  CERTIFICATE_CATEGORY_LEVEL: {
    zh: '残疾人证号中的类别、等级或换证标记有误',
    en: 'category, level or re-issue suffix in the certificate number is wrong',
    suggestion: 'Compare with the certificate.',
  },
  CONTRADICTS_CERTIFICATE_NUMBER: {
    zh: '与残疾人证号不一致',
    en: 'contradicts the certificate number',
    suggestion: 'Correct the column or the certificate number at the agency.',
  },
  COLUMN_COUNT: {
    zh: '列数与表头不符',
    en: 'the row has another number of columns than the header',
    suggestion: 'Quote fields that hold commas, and deliver the row again.',
  },
  FORMULA_CELL: {
    zh: '单元格是公式,不是数值',
    en: 'the cell holds a formula, which is not a value',
    suggestion: 'Paste the values over the formulas in the workbook and deliver it again.',
  },
  ERROR_CELL: {
    zh: '单元格是错误值',
    en: 'the cell holds a spreadsheet error',
    suggestion: 'Correct the cell in the workbook and deliver it again.',
  },
  BIRTH_DATE_CONTRADICTS_NUMBER: {
    zh: '出生日期与证件号码不一致,以号码为准',
    en: 'the birth date contradicts the identity number; the number was used',
    suggestion: 'Correct the birth date at the agency.',
  },
  SEX_CONTRADICTS_NUMBER: {
    zh: '性别与证件号码不一致,以号码为准',
    en: 'the sex contradicts the identity number; the number was used',
    suggestion: 'Correct the sex at the agency.',
  },
} as const;

/** Codes of reasons and findings. */
export type RowErrorCode = keyof typeof ROW_ERRORS;
