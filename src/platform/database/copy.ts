import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type BinaryRows, binaryRows } from './binary-rows.ts';

/** Bytes of a query's rows that wait for whoever reads them. */
const READ_AHEAD = 1024 * 1024;

type CopyScalar = string | number | bigint | boolean | null | undefined;

/** A cell of a copied row; a list becomes an SQL array, a document is given as its JSON text. */
export type CopyCell = CopyScalar | readonly CopyScalar[];
export type CopyRow = readonly CopyCell[];
export type CopyRows = Iterable<CopyRow> | AsyncIterable<CopyRow> | CopyText;

const CHUNK_CHARACTERS = 256 * 1024;
const SPECIAL = /[\\\n\r\t]/;
const SPECIALS = /[\\\n\r\t]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function encodeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (found) => ESCAPES[found] ?? '') : text;
}

/** An item of an SQL array's text, always quoted where it is text. */
function encodeItem(item: CopyScalar): string {
  if (item === null || item === undefined) return 'NULL';
  return typeof item === 'string' ? `"${item.replace(/["\\]/g, '\\$&')}"` : String(item);
}

function encodeCell(cell: CopyCell): string {
  if (cell === null || cell === undefined) return '\\N';
  if (typeof cell === 'string') return encodeText(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'object') return encodeText(`{${cell.map(encodeItem).join(',')}}`);
  return String(cell);
}

/** One line of PostgreSQL's text format. */
export function encodeRow(row: CopyRow): string {
  let line = '';
  for (let index = 0; index < row.length; index += 1)
    line += index === 0 ? encodeCell(row[0]) : `\t${encodeCell(row[index])}`;
  return `${line}\n`;
}

/**
 * Rows gathered as the text that COPY takes. They are no objects any more: gathering many costs the collector nothing.
 */
export class CopyText {
  #rows = 0;
  #full: Buffer[] = [];
  #chunk = Buffer.allocUnsafeSlow(CHUNK_CHARACTERS);
  #end = 0;

  /** Rows gathered since it was last taken. */
  get rows(): number {
    return this.#rows;
  }

  add(row: CopyRow): void {
    const line = encodeRow(row);
    // A character takes three bytes at most: four bytes are two characters.
    const most = line.length * 3;
    if (this.#end + most > this.#chunk.length) {
      this.#full.push(this.#chunk.subarray(0, this.#end));
      this.#chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK_CHARACTERS, most));
      this.#end = 0;
    }
    this.#end += this.#chunk.write(line, this.#end);
    this.#rows += 1;
  }

  /** The text so far; what is added next begins anew. */
  take(): readonly Buffer[] {
    const taken = [...this.#full, this.#chunk.subarray(0, this.#end)].filter(({ length }) => length > 0);
    this.#rows = 0;
    this.#full = [];
    this.#chunk = Buffer.allocUnsafeSlow(CHUNK_CHARACTERS);
    this.#end = 0;
    return taken;
  }
}

async function* encodeRows(rows: CopyRows): AsyncGenerator<Buffer> {
  if (rows instanceof CopyText) {
    yield* rows.take();
    return;
  }
  let text = '';
  for await (const row of batched(rows)) {
    for (const one of row) {
      text += encodeRow(one);
      if (text.length < CHUNK_CHARACTERS) continue;
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}

/** An array must not cost one turn of the event loop per row. */
async function* batched(rows: Exclude<CopyRows, CopyText>): AsyncGenerator<Iterable<CopyRow>> {
  if (Symbol.iterator in rows) yield rows;
  else for await (const row of rows) yield [row];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Writes rows into a table by COPY and returns their number. Stored wholly or, on an error, not at all. */
export async function copyInto(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: CopyRows,
): Promise<number> {
  const target = table.split('.').map(quoted).join('.');
  const stream = client.query(copyFrom(`COPY ${target} (${columns.map(quoted).join(', ')}) FROM STDIN`));
  await pipeline(Readable.from(encodeRows(rows), { objectMode: false }), stream);
  return stream.rowCount;
}

/** Streams the rows of a query in PostgreSQL's text format to a writable; returns their number. */
export async function copyOut(client: PoolClient, query: string, target: Writable): Promise<number> {
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT`));
  await pipeline(stream, target);
  return stream.rowCount;
}

/** The driver does not say so, but this is where a connection's socket is. */
type Wired = { readonly connection: { readonly stream: Socket } };

/** The rows of a query as bytes, while they come. Whoever stops before the end breaks the connection. */
export async function* readOut(client: PoolClient, query: string): AsyncGenerator<BinaryRows> {
  const stream = client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`, { highWaterMark: READ_AHEAD }));
  let ended = false;
  try {
    yield* binaryRows(stream);
    ended = true;
  } finally {
    // The server would wait for ever for somebody to take the rest.
    if (!ended) (client as unknown as Wired).connection.stream.destroy();
  }
}
