/** Exports: what a caller may see, handed over as files of one moment. */

export type { Column, ColumnKind, ColumnType, RecordLines } from './columns.ts';
export { REMOVED_COLUMNS } from './columns.ts';
export {
  createExports,
  type ExportRefusal,
  type ExportRequest,
  type Exports,
  type FetchedFile,
} from './export.service.ts';
export { createExportStore } from './export.store.ts';
export type { Export, ExportFile, ExportFormat, ExportState, FileContent } from './export.ts';
export { EXPORT_FORMATS, EXPORT_STATES, progressOf } from './export.ts';
export { createExportRun, type ExportRun, type RecordPage, type SnapshotReading } from './export-run.ts';
export { type FileStore, sealedStore } from './file-store.ts';
export { createLinks, EXPORTS_PATH, type FileLinks } from './link.ts';
export { type LocalSettings, localStore } from './local-store.ts';
export { patienceOf } from './patience.ts';
export { s3Store } from './s3-store.ts';
