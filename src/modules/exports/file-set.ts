/** The files of one attempt: one after the other for each type, none longer than it may be. */
import { join } from 'node:path';
import type { Column, RecordLines } from './columns.ts';
import type { Export, ExportFile, FileContent } from './export.ts';
import type { FileStore } from './file-store.ts';
import { FILE_FORMATS } from './format.ts';
import { openPart, type PartWriter } from './part-writer.ts';

export interface FileSet {
  write(type: FileContent, page: RecordLines): Promise<void>;
  /** Every file; a type without rows has an empty one. */
  finish(): Promise<ExportFile[]>;
  abandon(): Promise<void>;
}

/** Rows of one file. */
export const PART_ROWS = 100_000;

/** The folder of an attempt; another attempt never writes there. */
export function folderOf({ id, attempts }: Pick<Export, 'id' | 'attempts'>): string {
  return `${id}/${attempts}`;
}

export interface FileSetDeps {
  readonly files: FileStore;
  columnsOf(type: FileContent): readonly Column[];
  /** A folder of this machine for what is written in two steps. */
  readonly scratch: string;
  readonly partRows?: number;
}

export function openFileSet(exported: Export, deps: FileSetDeps): FileSet {
  const { files, columnsOf, scratch, partRows = PART_ROWS } = deps;
  const format = FILE_FORMATS[exported.format];
  const open = new Map<FileContent, PartWriter>();
  const done: ExportFile[] = [];

  function begin(type: FileContent): PartWriter {
    const part = done.filter((file) => file.type === type).length + 1;
    const name = `${type.toLowerCase()}-${String(part).padStart(4, '0')}.${format.extension}`;
    const key = `${folderOf(exported)}/${name}`;
    const shape = { columns: columnsOf(type), scratch: join(scratch, key) };
    const writer = openPart({ name, type, part, key, shape }, format, files);
    open.set(type, writer);
    return writer;
  }

  async function end(type: FileContent, writer: PartWriter): Promise<void> {
    done.push(await writer.finish());
    open.delete(type);
  }

  return {
    async write(type, page) {
      const writer = open.get(type) ?? begin(type);
      await writer.write(page);
      if (writer.rows >= partRows) await end(type, writer);
    },
    async finish() {
      const types: readonly FileContent[] = exported.after === null ? exported.types : [...exported.types, 'REMOVED'];
      for (const type of types) if (!done.some((file) => file.type === type) && !open.has(type)) begin(type);
      for (const [type, writer] of [...open]) await end(type, writer);
      return done;
    },
    async abandon() {
      await Promise.all([...open.values()].map((writer) => writer.abandon()));
    },
  };
}
