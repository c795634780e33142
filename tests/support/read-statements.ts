/** How many rows statements read, by their own plans: PostgreSQL's auto_explain, sent to the client. */
import type { PoolClient } from 'pg';
import type { Database } from '../../src/platform/database/database.ts';

/** A statement, with the rows that its plan's scans read and the blocks it touched, over all of its executions. */
export interface ReadStatement {
  readonly text: string;
  readonly executions: number;
  readonly rows: number;
  readonly blocks: number;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** A plan as it is sent: after the time it took. */
const SENT = /plan:\s*(\{.*\})\s*$/s;

function rowsOf(node: PlanNode): number {
  const below = (node.Plans ?? []).reduce((sum, child) => sum + rowsOf(child), 0);
  if (!node['Node Type'].endsWith('Scan')) return below;
  const seen =
    node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return below + Math.round(seen * node['Actual Loops']);
}

/**
 * Runs `work` over connections whose statements explain themselves. Where an index can answer, it does: which tables are
 * small enough to be read whole is left out of the count, unless the statements are wanted `asPlanned`.
 */
export async function readStatements(
  db: Database,
  work: () => Promise<void>,
  { asPlanned = false }: { readonly asPlanned?: boolean } = {},
): Promise<readonly ReadStatement[]> {
  const found = new Map<string, { executions: number; rows: number; blocks: number }>();
  const heard = ({ message }: { readonly message?: string | undefined }): void => {
    const [, sent] = SENT.exec(message ?? '') ?? [];
    if (sent === undefined) return;
    const { 'Query Text': text, Plan: plan } = JSON.parse(sent) as { 'Query Text': string; Plan: PlanNode };
    const known = found.get(text) ?? { executions: 0, rows: 0, blocks: 0 };
    const blocks = known.blocks + plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
    found.set(text, { executions: known.executions + 1, rows: known.rows + rowsOf(plan), blocks });
  };
  const explaining = new WeakSet<PoolClient>();
  const explain = (client: PoolClient): void => {
    if (explaining.has(client)) return;
    explaining.add(client);
    client.on('notice', heard);
    void client.query(`LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_analyze = on;
      SET auto_explain.log_buffers = on; SET auto_explain.log_format = json; SET auto_explain.log_level = notice;
      SET enable_seqscan = ${asPlanned ? 'on' : 'off'}`);
  };
  db.pool.on('acquire', explain);
  await work();
  db.pool.off('acquire', explain);
  return [...found].map(([text, counts]) => ({ text, ...counts }));
}
