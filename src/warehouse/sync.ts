/** Keeps a copy: a snapshot where there is none that can be gone on from, then the feed, then a comparison with the hub. */
import { type ExportProgress, type HubClient, HubError } from '../../packages/client/src/index.ts';
import { type AccessPrint, readAccessPrint, showsTheSame } from './access-print.ts';
import { type Applied, followFeed } from './feed.ts';
import { type Count, countBoth, differing } from './reconciliation.ts';
import { createRecordColumns, type RecordColumns } from './record-columns.ts';
import { takeSnapshot } from './snapshot.ts';
import type { Target } from './target.ts';

export interface Warehouse {
  readonly client: HubClient;
  readonly target: Target;
  /** Told how far an export is. */
  readonly progress?: ((state: ExportProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly pageSize?: number | undefined;
  /** Between looks at an export under way. */
  readonly exportPollMs?: number | undefined;
}

export interface SyncReport extends Readonly<Applied> {
  /** Snapshots that were taken. */
  readonly snapshots: number;
  readonly counts: readonly Count[];
  /** The copy holds as many of each type as the hub counts. */
  readonly agrees: boolean;
}

/** Cursors from which the feed cannot go on, while a new snapshot can. */
const OVERTAKEN: ReadonlySet<string> = new Set(['CURSOR_EXPIRED', 'CURSOR_AHEAD']);
/** The hub goes on while both are counted: only what stays different is a difference. */
const COUNTINGS = 3;

class Round {
  readonly #warehouse: Warehouse;
  readonly #columnsOf: RecordColumns;
  readonly #applied: Applied = { changes: 0, held: 0, removed: 0 };
  #snapshots = 0;

  constructor(warehouse: Warehouse) {
    this.#warehouse = warehouse;
    this.#columnsOf = createRecordColumns(warehouse.client, warehouse.signal);
  }

  async #snapshot(access: AccessPrint): Promise<void> {
    await takeSnapshot({ ...this.#warehouse, columnsOf: this.#columnsOf, access: JSON.stringify(access) });
    this.#snapshots += 1;
  }

  /** Whether the feed could be followed to its end. */
  async #follow(): Promise<boolean> {
    const { target } = this.#warehouse;
    const cursor = (await target.state()).get('cursor');
    if (cursor === undefined) return false;
    try {
      const { changes, held, removed } = await followFeed({ ...this.#warehouse, columnsOf: this.#columnsOf }, cursor);
      this.#applied.changes += changes;
      this.#applied.held += held;
      this.#applied.removed += removed;
      return true;
    } catch (error) {
      if (error instanceof HubError && OVERTAKEN.has(error.code)) return false;
      throw error;
    }
  }

  async #count(): Promise<readonly Count[]> {
    const { client, target } = this.#warehouse;
    for (let counting = 1; ; counting += 1) {
      const counts = await countBoth(client, target);
      if (differing(counts).length === 0 || counting === COUNTINGS) return counts;
      await this.#follow();
    }
  }

  /** Whether what is remembered can be gone on from, as far as that is known before the feed is asked. */
  async #isCurrent(access: AccessPrint): Promise<boolean> {
    const { target } = this.#warehouse;
    const state = await target.state();
    const before = JSON.parse(state.get('access') ?? '{}') as AccessPrint;
    if (!state.has('cursor') || state.has('snapshot.key') || !showsTheSame(before, access)) return false;
    await target.transaction(() => target.remember({ access: JSON.stringify({ ...before, ...access }) }));
    return true;
  }

  async run(anew: boolean): Promise<SyncReport> {
    const { client, signal } = this.#warehouse;
    const access = await readAccessPrint(client, signal);
    if (anew || !(await this.#isCurrent(access))) await this.#snapshot(access);
    if (!(await this.#follow())) {
      await this.#snapshot(access);
      await this.#follow();
    }
    let counts = await this.#count();
    // What the caller reaches was narrowed: nothing changed of the rows themselves, so the feed does not tell it.
    if (this.#snapshots === 0 && differing(counts).length > 0) {
      await this.#snapshot(access);
      await this.#follow();
      counts = await this.#count();
    }
    return { ...this.#applied, snapshots: this.#snapshots, counts, agrees: differing(counts).length === 0 };
  }
}

/** One round; `anew`: with a new snapshot, whatever there is. */
export function syncWarehouse(warehouse: Warehouse, { anew = false } = {}): Promise<SyncReport> {
  return new Round(warehouse).run(anew);
}
