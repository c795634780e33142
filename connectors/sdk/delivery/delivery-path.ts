import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, resolve, sep } from 'node:path';
import { SourceError } from '../source-error.ts';

function isInside(path: string, directory: string): boolean {
  return path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
}

/** The real path of a file named by the manifest; refused where it leads out of the delivery, also by a link. */
export async function resolveInDelivery(directory: string, file: string): Promise<string> {
  const root = await realpath(directory);
  const named = resolve(root, file);
  if (isAbsolute(file) || file.includes('\0') || !isInside(named, root)) {
    throw new SourceError('PATH_OUTSIDE_DELIVERY', { file });
  }
  const real = await realpath(named).catch(() => null);
  if (real === null) throw new SourceError('FILE_MISSING', { file });
  if (!isInside(real, root)) throw new SourceError('PATH_OUTSIDE_DELIVERY', { file });
  if (!(await stat(real)).isFile()) throw new SourceError('FILE_MISSING', { file });
  return real;
}
