/** One file or one transport's rows, and how they were accounted for. */
import type { AgencyId, RecordType } from '../../kernel/agency.ts';
import type { Day } from '../../kernel/day.ts';

/** How every row ended; accepted + unchanged + superseded + quarantined = rows, always. */
export interface Account {
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly superseded: number;
  readonly quarantined: number;
}

/** What became of a batch: applied wholly, or refused wholly with the reason. */
export interface BatchReport extends Account {
  readonly id: number;
  readonly file: string;
  readonly agency: AgencyId;
  readonly recordType: RecordType;
  readonly asOf: Day;
  readonly state: 'APPLIED' | 'REFUSED';
  /** Records that ended in this batch, by deletion or by absence from a full list. */
  readonly ended: number;
  /** Columns the contract does not know: reported and ignored. */
  readonly unknownColumns: readonly string[];
  readonly error: BatchError | null;
}

export interface BatchError {
  readonly code: string;
  readonly message: string;
  readonly suggestion: string;
}

/** Whether every row is accounted for. */
export function addsUp(account: Account): boolean {
  return account.accepted + account.unchanged + account.superseded + account.quarantined === account.rows;
}
