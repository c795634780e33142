import type { RecordContract } from './record-contract.ts';
import type { SourceBatch } from './source-batch.ts';

/**
 * Syncs the record types one after the other. A record type that fails does not keep the others from their turn;
 * the first failure is thrown at the end.
 */
export async function* eachContract(
  contracts: readonly RecordContract[],
  batchesOf: (contract: RecordContract) => AsyncIterable<SourceBatch>,
): AsyncGenerator<SourceBatch> {
  const failures: unknown[] = [];
  for (const contract of contracts) {
    const batches = batchesOf(contract)[Symbol.asyncIterator]();
    for (;;) {
      // Only the fetching is caught here: what the consumer of a batch throws is its own affair.
      const next = await batches.next().catch((error: unknown) => {
        failures.push(error);
        return { done: true, value: undefined } as const;
      });
      if (next.done) break;
      yield next.value;
    }
  }
  if (failures.length > 0) throw failures[0];
}
