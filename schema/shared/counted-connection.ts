/** A connection of rows from the database that tells how many there are. */
import type { MaybePromise } from '@pothos/core';
import type { FieldsOf } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';

interface Counted {
  readonly totalCount?: () => MaybePromise<number>;
}

/** Options of such a connection; the field stands in for the plugin's own, which states no data class. */
export function countedConnection(description: string) {
  return {
    description,
    fields: (t: unknown) => ({
      totalCount: (t as FieldsOf<Counted>).int({
        nullable: false,
        access: STRUCTURE,
        description: '总数 how many rows match within the caller’s scope',
        extensions: { pothosPrismaTotalCount: true },
        resolve: async (connection) => (await connection.totalCount?.()) ?? 0,
      }),
    }),
  };
}
