/** Gives a record a subject of its own, against the number it carries: two people can share a mistyped number. */
import type { RecordType } from '../../kernel/agency.ts';
import type { Transaction } from '../../platform/database/database.ts';

/** Returns the record's new subject; later versions of the record keep it. */
export async function separateRecord(
  tx: Transaction,
  record: { readonly recordType: RecordType; readonly sourceKey: string },
  by: string,
): Promise<number> {
  const key = `rec:${record.recordType}:${record.sourceKey}`;
  await tx.execute(
    'insert into subject_override (record_type, source_key, decided_by) values ($1, $2, $3) on conflict do nothing',
    [record.recordType, record.sourceKey, by],
  );
  await tx.execute('insert into subject (key) values ($1) on conflict do nothing', [key]);
  const [subject] = await tx.query<{ id: number }>('select id from subject where key = $1', [key]);
  if (subject === undefined) throw new Error('the subject was not inserted');
  await tx.execute(`update record_${record.recordType.toLowerCase()} set subject_id = $2 where source_key = $1`, [
    record.sourceKey,
    subject.id,
  ]);
  return subject.id;
}
