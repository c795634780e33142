import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { CsvEncoding, CsvPlan } from '../../connectors/sdk/simulator.ts';
import type { DeliveryRow } from '../mess/messy-rows.ts';
import { hashText } from '../random/hash.ts';
import { Random } from '../random/random.ts';
import type { TableWriter } from './table-writer.ts';

const CHUNK_CHARACTERS = 256 * 1024;
const NEEDS_QUOTES = /[",\r\n]/;

export interface CsvTarget {
  readonly path: string;
  readonly plan: CsvPlan;
  readonly headers: readonly string[];
  readonly needlessQuotes: number;
}

export async function openCsv({ path, plan, headers, needlessQuotes }: CsvTarget): Promise<TableWriter> {
  return new CsvWriter(await open(path, 'w'), plan, headers, needlessQuotes);
}

class CsvWriter implements TableWriter {
  readonly #file: FileHandle;
  readonly #plan: CsvPlan;
  readonly #hash = createHash('sha256');
  readonly #quotes: Random | null;
  readonly #quoteShare: number;
  readonly #emptyCells: string;
  #text: string;
  rows = 0;

  constructor(file: FileHandle, plan: CsvPlan, headers: readonly string[], needlessQuotes: number) {
    this.#file = file;
    this.#plan = plan;
    this.#quoteShare = needlessQuotes;
    this.#quotes = needlessQuotes > 0 ? new Random(hashText(plan.fileName)) : null;
    this.#emptyCells = ','.repeat(headers.length - 3);
    this.#text = (plan.encoding === 'utf-8-bom' ? '\ufeff' : '') + headers.join(',') + plan.lineEnd;
  }

  add({ sourceKey, updatedAt, operation, cells }: DeliveryRow): void {
    this.rows += 1;
    let line = `${this.#cell(sourceKey)},${updatedAt},${operation}`;
    if (cells.length === 0) line += this.#emptyCells;
    else for (const cell of cells) line += `,${this.#cell(cell)}`;
    this.#text += line + this.#plan.lineEnd;
  }

  get isFull(): boolean {
    return this.#text.length >= CHUNK_CHARACTERS;
  }

  async drain(): Promise<void> {
    await this.#flush();
  }

  async finish(): Promise<string> {
    await this.#flush();
    await this.#file.close();
    return this.#hash.digest('hex');
  }

  #cell(value: string): string {
    const quoted = NEEDS_QUOTES.test(value) || this.#quotes?.chance(this.#quoteShare) === true;
    return quoted ? `"${value.replaceAll('"', '""')}"` : value;
  }

  async #flush(): Promise<void> {
    const bytes = encode(this.#text, this.#plan.encoding);
    this.#text = '';
    this.#hash.update(bytes);
    await this.#file.write(bytes);
  }
}

function encode(text: string, encoding: CsvEncoding): Buffer {
  return encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text, 'utf8');
}
