/** The reference warehouse job: keeps a copy of what a caller may see, over the public client only. */
import { WanjiaError } from '../kernel/errors.ts';
import { openDuckDb } from './duckdb.ts';
import { openPostgreSql } from './postgresql.ts';
import { Target } from './target.ts';

export type { Count } from './reconciliation.ts';
export { type SyncReport, syncWarehouse, type Warehouse } from './sync.ts';
export type { Target } from './target.ts';

/** Opens what `--to` names: an address of PostgreSQL, or a file of DuckDB. */
export async function openTarget(to: string): Promise<Target> {
  if (/^postgres(ql)?:\/\//.test(to)) return Target.open(await openPostgreSql(to));
  if (to === '' || /^[a-z][a-z0-9+.-]+:/i.test(to)) throw new WanjiaError('WAREHOUSE_TARGET_INVALID');
  return Target.open(await openDuckDb(to));
}
