/** The report of who read of a person, as the person is told (个人信息保护法 art. 45); itself logged as a read. */
import type { PersonReport } from '../cli/app.ts';
import { beijingTime } from '../kernel/clock.ts';
import { WanjiaError } from '../kernel/errors.ts';
import { encodeId } from '../kernel/ids.ts';
import { findOrganisation } from '../modules/administration/index.ts';
import { type DisclosureEntry, type DisclosurePlace, disclosureScope } from '../modules/audit/index.ts';
import { openPolicy } from './access.ts';
import type { Hub } from './hub.ts';

const PAGE = 1_000;

const SCOPE = disclosureScope({
  operation: 'audit report',
  document: '',
  fields: ['Query.disclosures'],
  masked: [],
  withheld: [],
});

async function everyEntry(hub: Hub, personId: number): Promise<DisclosureEntry[]> {
  const homes = await hub.db.query<{ id: number }>(
    `select distinct household_id as id from member_fact where person_id = $1 and valid_to = 'infinity'`,
    [personId],
  );
  const entries: DisclosureEntry[] = [];
  for (let after: DisclosurePlace | null = null; ; ) {
    const householdIds = homes.map(({ id }) => id);
    const page = await hub.audit.find({ personId, householdIds, first: PAGE, after });
    entries.push(...page.entries);
    after = page.entries.at(-1) ?? null;
    if (!page.hasNextPage || after === null) return entries;
  }
}

export async function reportOfPerson(hub: Hub, personId: number, by: string): Promise<PersonReport> {
  const known = await hub.db.query('select 1 from person where id = $1', [personId]);
  if (known.length === 0) throw new WanjiaError('NOT_FOUND', { what: 'person' });
  const policy = await openPolicy();
  await hub.audit.log.admit().record({
    subject: by,
    organisation: 'cli',
    purpose: 'audit',
    caseId: null,
    scope: SCOPE,
    decision: 'ALLOWED',
    persons: [personId],
    households: [],
  });
  const entries = await everyEntry(hub, personId);
  const titles = new Map(
    await Promise.all(
      [...new Set(entries.map(({ organisation }) => organisation))].map(
        async (id) => [id, (await findOrganisation(hub.db, policy, id))?.title ?? id] as const,
      ),
    ),
  );
  return {
    person: encodeId('person', BigInt(personId)),
    readings: entries.map(({ at, organisation, subject, purpose, fields, decision }) => ({
      at: beijingTime(new Date(at)),
      organisation: titles.get(organisation) ?? organisation,
      subject,
      purpose: purpose === null ? null : policy.titleOf('purpose', purpose),
      fields,
      decision,
    })),
  };
}
