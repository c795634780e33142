import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import type { RecordField } from '../../connectors/sdk/record-contract.ts';
import type { SheetPlan } from '../../connectors/sdk/simulator.ts';
import { parseDay } from '../../src/kernel/day.ts';
import { dayNumber } from '../calendar/day-number.ts';
import type { DeliveryRow } from '../mess/messy-rows.ts';
import { hashText } from '../random/hash.ts';
import { Random } from '../random/random.ts';
import { COMMON_HEADERS } from '../records/record-layout.ts';
import type { TableWriter } from './table-writer.ts';
import { fixZipTimes } from './zip-times.ts';

/** The serial number of 1970-01-01 in a spreadsheet. */
const EPOCH_SERIAL = 25_569;
const ROWS_PER_PAUSE = 500;
const CLEAN_NUMBER = /^-?\d{1,9}(\.\d{1,2})?$/;
const CREATED = new Date(Date.UTC(2020, 0, 1));

type SheetCell = string | number | Date | null;

export interface SheetTarget {
  readonly path: string;
  readonly plan: SheetPlan;
  readonly fields: readonly RecordField[];
  readonly headers: readonly string[];
  /** Share of day and number cells kept as the spreadsheet's own types. */
  readonly sheetTypes: number;
}

export function headerRowOf(plan: SheetPlan): number {
  return plan.titles.length + 1;
}

export function openSheet(target: SheetTarget): TableWriter {
  return new SheetWriter(target);
}

class SheetWriter implements TableWriter {
  readonly #target: SheetTarget;
  readonly #workbook: ExcelJS.stream.xlsx.WorkbookWriter;
  readonly #sheet: ExcelJS.Worksheet;
  readonly #random: Random;
  #sincePause = 0;
  rows = 0;

  constructor(target: SheetTarget) {
    this.#target = target;
    this.#random = new Random(hashText(target.plan.fileName));
    this.#workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
      filename: target.path,
      useStyles: true,
      useSharedStrings: false,
    });
    this.#workbook.created = CREATED;
    this.#workbook.modified = CREATED;
    this.#writeCover();
    this.#sheet = this.#workbook.addWorksheet(target.plan.sheet);
    this.#writeTop();
  }

  add({ sourceKey, updatedAt, operation, cells }: DeliveryRow): void {
    this.rows += 1;
    this.#sincePause += 1;
    const own = this.#target.fields.map((field, place) => this.#typed(field, cells[place] ?? ''));
    const row = this.#sheet.addRow([sourceKey || null, updatedAt, operation || null, ...own]);
    own.forEach((cell, place) => {
      if (cell instanceof Date) row.getCell(COMMON_HEADERS.length + place + 1).numFmt = 'yyyy-mm-dd';
    });
    row.commit();
  }

  get isFull(): boolean {
    return this.#sincePause >= ROWS_PER_PAUSE;
  }

  async drain(): Promise<void> {
    this.#sincePause = 0;
    await setImmediate();
  }

  async finish(): Promise<string> {
    const { notes } = this.#target.plan;
    if (notes.length > 0) this.#sheet.addRow([]).commit();
    for (const note of notes) this.#sheet.addRow([note]).commit();
    this.#sheet.commit();
    await this.#workbook.commit();
    await fixZipTimes(this.#target.path);
    return sha256(this.#target.path);
  }

  #writeCover(): void {
    const { coverSheet } = this.#target.plan;
    if (coverSheet === null) return;
    const cover = this.#workbook.addWorksheet('说明');
    for (const line of coverSheet) cover.addRow([line]).commit();
    cover.commit();
  }

  #writeTop(): void {
    const { plan, headers } = this.#target;
    if (plan.titles.length > 0) this.#sheet.mergeCells(1, 1, 1, headers.length);
    plan.titles.forEach((title, place) => {
      this.#sheet.getCell(place + 1, 1).value = title;
    });
    this.#sheet.addRow([...headers]).commit();
  }

  /** Text, or what a spreadsheet makes of it: a date cell, a serial number, a number. It makes nothing of a day that never was. */
  #typed(field: RecordField, value: string): SheetCell {
    if (value === '') return null;
    const { name } = field.kind;
    const typed = this.#random.chance(this.#target.sheetTypes);
    if (typed && name === 'day' && parseDay(value) === value) return this.#typedDay(value);
    const isNumber = name === 'money' || name === 'area' || (name === 'code' && !value.startsWith('0'));
    return typed && isNumber && CLEAN_NUMBER.test(value) ? Number(value) : value;
  }

  #typedDay(value: string): SheetCell {
    const day = dayNumber(value);
    return this.#random.chance(0.25) ? day + EPOCH_SERIAL : new Date(day * 86_400_000);
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
