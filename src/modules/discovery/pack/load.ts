/** Policy packs on disk: a folder per jurisdiction, the parent's folder around the child's. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { nearest } from '../../../kernel/nearest.ts';
import { readSource, type SourceFile } from '../../../platform/yaml/source-file.ts';
import { FILE_SCHEMAS } from './schema.ts';
import { type PackProblem, refusePack } from './source.ts';

type FileKind = keyof typeof FILE_SCHEMAS;
/** Kinds of files: each but `rule` and `check` is also the file's name. */
export const PACK_FILE_KINDS = Object.keys(FILE_SCHEMAS) as readonly FileKind[];

type FileOf<K extends FileKind> = SourceFile<z.output<(typeof FILE_SCHEMAS)[K]>>;

/** The files of one folder; a pack need not have all of them. */
export type PackFolder = {
  readonly [K in Exclude<FileKind, 'rule' | 'check'>]?: FileOf<K>;
} & {
  readonly name: string;
  readonly rules: readonly FileOf<'rule'>[];
  readonly checks: readonly FileOf<'check'>[];
};

/** A pack's folders, the most general first: `national`, then each part of `shanghai/changning`. */
export function lineageOf(pack: string): readonly string[] {
  const parts = pack.split('/');
  const local = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return pack === 'national' ? local : ['national', ...local];
}

/** JSON Schema of a file kind, for editors and for naming what keys there are. */
export function jsonSchemaOf(kind: FileKind): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(FILE_SCHEMAS[kind], { io: 'input' });
}

async function readKind<K extends FileKind>(
  kind: K,
  path: string,
  root: string,
  problems: PackProblem[],
): Promise<FileOf<K> | undefined> {
  const text = await readFile(path, 'utf8');
  const schema = FILE_SCHEMAS[kind] as unknown as z.ZodType<z.output<(typeof FILE_SCHEMAS)[K]>>;
  const read = readSource(relative(root, path), text, schema, jsonSchemaOf(kind));
  if ('value' in read) return read;
  problems.push(...read);
  return undefined;
}

/** A file that another module keeps in a pack; throws PACK_INVALID with every problem's file, line and column. */
export async function readPackFile<T>(root: string, file: string, schema: z.ZodType<T>): Promise<SourceFile<T>> {
  const text = await readFile(join(root, file), 'utf8');
  const read = readSource(file, text, schema, z.toJSONSchema(schema, { io: 'input' }));
  return 'value' in read ? read : refusePack(read);
}

async function yamlFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names.filter((name) => name.endsWith('.yaml')).sort();
}

/** Reads a pack's folders; what cannot be read is told by file, line and column. */
export async function readFolder(root: string, name: string, problems: PackProblem[]): Promise<PackFolder> {
  const folder = join(root, name);
  const files: Record<string, unknown> = {};
  for (const file of await yamlFiles(folder)) {
    const meant = file in FILE_SCHEMAS ? file : nearest(file, Object.keys(FILE_SCHEMAS));
    if (file === meant) files[file] = await readKind(file as FileKind, join(folder, file), root, problems);
    // Other modules keep files of their own in a pack; what is spelled almost like one of ours is a mistake.
    else if (meant !== null)
      problems.push({ file: `${name}/${file}`, line: 1, column: 1, message: `did you mean ${meant}?` });
  }
  const many = async <K extends 'rule' | 'check'>(kind: K): Promise<FileOf<K>[]> => {
    const read: FileOf<K>[] = [];
    for (const file of await yamlFiles(join(folder, `${kind}s`))) {
      const one = await readKind(kind, join(folder, `${kind}s`, file), root, problems);
      if (one !== undefined) read.push(one);
    }
    return read;
  };
  const [rules, checks] = [await many('rule'), await many('check')];
  if (files['pack.yaml'] === undefined && problems.length === 0)
    problems.push({ file: `${name}/pack.yaml`, line: 1, column: 1, message: 'a pack needs this file' });
  return { name, rules, checks, ...files } as PackFolder;
}
