import { Readable } from 'node:stream';
import exceljs, { type Row } from 'exceljs';
import { SourceError } from '../source-error.ts';
import { LongestRow } from './longest-row.ts';
import type { XlsxArchive } from './xlsx-archive.ts';

/**
 * The steps of exceljs' streaming reader. They are driven one by one here because the reader itself takes the
 * parts in the archive's order, and lays sheets that come before their strings down in the system's temporary
 * folder, where personal data has no business.
 */
interface WorkbookSteps {
  readonly workbookRels: readonly { readonly Id: string; readonly Target: string }[];
  readonly model: { readonly sheets?: readonly { readonly rId: string; readonly name: string }[] };
  sharedStrings?: readonly unknown[];
  _parseRels(part: Readable): Promise<void>;
  _parseWorkbook(part: Readable): Promise<void>;
  _parseSharedStrings(part: Readable): AsyncIterable<never>;
  _parseStyles(part: Readable): Promise<void>;
  _parseWorksheet(part: Readable, sheetNo: string): Iterable<{ readonly value: AsyncIterable<Row> }>;
}

const READER_OPTIONS = { sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', worksheets: 'emit' } as const;

async function readWorkbook(archive: XlsxArchive): Promise<WorkbookSteps> {
  const { WorkbookReader } = exceljs.stream.xlsx;
  const steps = new WorkbookReader(Readable.from([]), READER_OPTIONS) as unknown as WorkbookSteps;
  await steps._parseRels(await archive.open('xl/_rels/workbook.xml.rels'));
  await steps._parseWorkbook(await archive.open('xl/workbook.xml'));
  steps.sharedStrings = [];
  if (archive.has('xl/sharedStrings.xml')) {
    for await (const _ of steps._parseSharedStrings(await archive.open('xl/sharedStrings.xml')));
  }
  if (archive.has('xl/styles.xml')) await steps._parseStyles(await archive.open('xl/styles.xml'));
  return steps;
}

function partOfSheet(steps: WorkbookSteps, sheet: string, file: string): string {
  const rId = steps.model.sheets?.find(({ name }) => name === sheet)?.rId;
  const target = steps.workbookRels.find(({ Id }) => Id === rId)?.Target;
  if (target === undefined) throw new SourceError('SHEET_MISSING', { file, sheet });
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** The rows of one sheet, in order; rows that the sheet leaves out are left out here too. */
export async function* readSheetRows(archive: XlsxArchive, sheet: string, file: string): AsyncGenerator<Row> {
  const steps = await readWorkbook(archive);
  const part = await archive.open(partOfSheet(steps, sheet, file));
  const bounded = part.pipe(new LongestRow(file));
  part.once('error', (error) => bounded.destroy(error));
  try {
    for (const { value } of steps._parseWorksheet(bounded, '1')) yield* value;
  } finally {
    part.destroy();
    bounded.destroy();
  }
}
