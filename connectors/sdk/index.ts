export { COMMON_COLUMNS } from './common-columns.ts';
export type { Connector, DeliveryMode, SourceBatch, SyncContext, SyncLog } from './connector.ts';
export { type Delivery, openDelivery, type RefusedEntry } from './delivery/delivery-directory.ts';
export { unknownHeaders } from './formats/header-row.ts';
export {
  type Cells,
  isNewer,
  type PersonList,
  type PersonLists,
  type RecordsOf,
  type Source,
  type Sourced,
} from './person-list.ts';
export type { CellFault, RawCell, RawRow, SourceRow } from './raw-row.ts';
export {
  type Finding,
  type ReadDeletion,
  type ReadRecord,
  type Reason,
  type RejectedRow,
  type RowOutcome,
  readRow,
} from './read-row.ts';
export { columnsOf, type RecordColumn, recordTable, snakeCase } from './record-columns.ts';
export type { CanonicalRecord, RecordContract, RecordField, RecordOf } from './record-contract.ts';
export type { ScalarName, Section, SectionField, ShownRecord } from './section.ts';
export { SourceError, type SourcePlace } from './source-error.ts';
