/** How a record's values are kept: numbers as their index, telephone and address sealed, the rest as it is. */
import {
  type CanonicalRecord,
  columnsOf,
  type RecordColumn,
  type RecordContract,
  recordTable,
} from '../../../connectors/sdk/index.ts';
import type { RememberingSealer } from '../../platform/crypto/remembering.ts';
import type { CopyCell } from '../../platform/database/copy.ts';
import { NUMBER_USE } from './number.ts';

/** A record as it is written, with the numbers it speaks of. */
export interface StoredRecord {
  readonly subjectKey: string | null;
  readonly cells: readonly CopyCell[];
}

export interface RecordStorage {
  /** The columns of one batch's records. */
  forBatch(contract: RecordContract): BatchStorage;
}

export interface BatchStorage {
  store(record: CanonicalRecord, sourceKey: string): StoredRecord;
  /** Numbers met since this was last asked, by their index. */
  takeNumbers(): ReadonlyMap<string, string>;
  /** A number as it stands in `sealed_number`. */
  sealNumber(number: string): string;
}

/** Numbers of a batch that are known to be met; one that is met twice does no harm. */
const KNOWN = 200_000;

const NUMBER_KEY = 'id:';

type Write = (value: string) => string;

export function createRecordStorage(sealer: RememberingSealer): RecordStorage {
  return {
    forBatch(contract) {
      const columns = columnsOf(contract);
      let met = new Map<string, string>();
      const known = new Set<string>();
      let last = { number: '', index: '' };
      const indexOf = (number: string): string => {
        // A row's subject is the number in its column, and rows of one person often follow one another.
        if (number === last.number) return last.index;
        last = { number, index: sealer.index(NUMBER_USE, number) };
        if (known.has(last.index)) return last.index;
        if (known.size >= KNOWN) known.clear();
        known.add(last.index);
        met.set(last.index, number);
        return last.index;
      };
      const writerOf = ({ column, atRest }: RecordColumn): Write | null => {
        if (atRest === 'indexed') return indexOf;
        if (atRest === 'clear') return null;
        const use = `${recordTable(contract.recordType)}.${column}`;
        return (value) => sealer.sealComparable(use, value);
      };
      const hidden = columns.flatMap((column, at) => {
        const write = writerOf(column);
        return write === null ? [] : [{ at, write }];
      });
      return {
        store(record, sourceKey) {
          const cells: CopyCell[] = columns.map(({ field }) => record[field] ?? null);
          for (const { at, write } of hidden) {
            const value = cells[at];
            if (typeof value === 'string') cells[at] = write(value);
          }
          const key = contract.subjectKey(record, sourceKey);
          const subjectKey = key?.startsWith(NUMBER_KEY) ? NUMBER_KEY + indexOf(key.slice(NUMBER_KEY.length)) : key;
          return { subjectKey, cells };
        },
        takeNumbers() {
          const taken = met;
          met = new Map();
          return taken;
        },
        sealNumber: (number) => sealer.sealComparable(NUMBER_USE, number),
      };
    },
  };
}
