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

function tablesOf(prisma: PrismaClient): Readonly<Record<RecordType, RecordTable>> {
  return {
    CA01: prisma.recordCa01,
    CA02: prisma.recordCa02,
    CA03: prisma.recordCa03,
    CA04: prisma.recordCa04,
    CA05: prisma.recordCa05,
    HI01: prisma.recordHi01,
    HI02: prisma.recordHi02,
    HI03: prisma.recordHi03,
    ED01: prisma.recordEd01,
    ED02: prisma.recordEd02,
    ED03: prisma.recordEd03,
    HR01: prisma.recordHr01,
    HR02: prisma.recordHr02,
    HR03: prisma.recordHr03,
    DF01: prisma.recordDf01,
    DF02: prisma.recordDf02,
  };
}

/** Records that have not ended, by subject, in the order of the subjects. */
export async function recordsBySubject(
  prisma: PrismaClient,
  subjects: readonly bigint[],
): Promise<readonly (readonly LinkedRecord[])[]> {
  const tables = tablesOf(prisma);
  const query: Parameters<RecordTable['findMany']>[0] = {
    where: { subjectId: { in: [...subjects] }, endedOn: null },
    select: { subjectId: true, sourceKey: true },
  };
  const found = await Promise.all(
    RECORD_TYPES.map(async (recordType) =>
      (await tables[recordType].findMany(query)).map((row) => ({ ...row, recordType })),
    ),
  );
  const bySubject = new Map<bigint | null, LinkedRecord[]>(subjects.map((subject) => [subject, []]));
  for (const { subjectId, ...record } of found.flat()) bySubject.get(subjectId)?.push(record);
  return subjects.map((subject) => bySubject.get(subject) ?? []);
}
