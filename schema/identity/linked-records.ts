/** The records a link speaks of, found by their subject. */
import type { PrismaClient } from '../../prisma/generated/client/client.ts';
import { RECORD_TYPES, type RecordType } from '../../src/kernel/agency.ts';

export interface LinkedRecord {
  readonly recordType: RecordType;
  readonly sourceKey: string;
}

interface RecordTable {
  findMany(query: {
    where: { subjectId: { in: bigint[] }; endedOn: null };
    select: { subjectId: true; sourceKey: true };
  }): PromiseLike<{ subjectId: bigint | null; sourceKey: string }[]>;
}

/** The record type's model, as the connectors' contracts name it. */
function tableOf(prisma: PrismaClient, recordType: RecordType): RecordTable {
  const [letter = '', ...rest] = recordType;
  return prisma[`record${letter}${rest.join('').toLowerCase()}` as `record${Capitalize<Lowercase<RecordType>>}`];
}

/** Records that have not ended, by subject, in the order of the subjects. */
export async function recordsBySubject(
  prisma: PrismaClient,
  subjects: readonly bigint[],
): Promise<readonly (readonly LinkedRecord[])[]> {
  const query: Parameters<RecordTable['findMany']>[0] = {
    where: { subjectId: { in: [...subjects] }, endedOn: null },
    select: { subjectId: true, sourceKey: true },
  };
  const found = await Promise.all(
    RECORD_TYPES.map(async (recordType) =>
      (await tableOf(prisma, recordType).findMany(query)).map((row) => ({ ...row, recordType })),
    ),
  );
  const bySubject = new Map<bigint | null, LinkedRecord[]>(subjects.map((subject) => [subject, []]));
  for (const { subjectId, ...record } of found.flat()) bySubject.get(subjectId)?.push(record);
  return subjects.map((subject) => bySubject.get(subject) ?? []);
}
