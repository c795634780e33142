/** Why a decision was not taken, in the words of the error catalogue: the same for the graph and the commands. */
import type { Refusal } from '../../schema/index.ts';
import type { ReviewRefusal, UndoRefusal } from '../modules/identity/index.ts';
import type { ResubmitRefusal } from '../modules/ingestion/index.ts';

export const REVIEW_REFUSALS: Readonly<Record<ReviewRefusal, Refusal>> = {
  NOT_FOUND: { code: 'NOT_FOUND', params: { what: 'identity review' } },
  ALREADY_CLOSED: { code: 'REVIEW_CLOSED' },
  NOT_A_CANDIDATE: { code: 'NOT_A_CANDIDATE' },
};

export const UNDO_REFUSALS: Readonly<Record<UndoRefusal, Refusal>> = {
  NOT_FOUND: { code: 'NOT_FOUND', params: { what: 'record' } },
  NOT_LINKED: { code: 'LINK_NOT_UNDONE' },
};

export function refusalOfRow({ code, reasons }: ResubmitRefusal): Refusal {
  if (code === 'NOT_IN_QUARANTINE') return { code: 'NOT_IN_QUARANTINE' };
  if (code === 'OLDER_THAN_HELD') return { code: 'NOT_TAKEN' };
  return { code: 'STILL_UNREADABLE', params: { columns: reasons.map(({ column }) => column).join(', ') } };
}
