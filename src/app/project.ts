import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder of all agencies. */
export function connectorsFolder(): string {
  return join(ROOT, 'connectors');
}

/** The folder of the policy packs. */
export function packFolder(): string {
  return join(ROOT, 'packs');
}
