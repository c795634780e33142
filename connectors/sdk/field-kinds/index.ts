export { area, money } from './amount.ts';
export { code, yesNo } from './code.ts';
export {
  type AtRest,
  type ColumnType,
  type FieldKind,
  type FieldKindName,
  type RowContext,
  Unreadable,
} from './field-kind.ts';
export { certificateNumber, residentNumber } from './number.ts';
export { schoolYear, term } from './school-time.ts';
export { divisionCode, sealed, text } from './text.ts';
export { day, localTime, month, year } from './time.ts';
