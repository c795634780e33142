/** Registered operations held in memory. */
import { succeed } from '../../../src/kernel/result.ts';
import { type Documents, hashOf, type RegisteredDocument } from '../../../src/modules/documents/index.ts';

const TEXT = 'query Feeds { feeds { agency } }';
const REGISTERED: RegisteredDocument = {
  organisation: 'changning-civil-affairs',
  hash: hashOf(TEXT),
  name: 'Feeds',
  kind: 'query',
  text: TEXT,
  cost: 6,
  registeredBy: 'district-officer',
  registeredAt: new Date('2026-10-31T03:00:00+08:00'),
  lastUsedOn: '2026-10-31',
};

export function createFakeDocuments(): Documents {
  const held: RegisteredDocument[] = [REGISTERED];
  const of = (organisation: string, hash: string) =>
    held.findIndex((one) => one.organisation === organisation && one.hash === hash);
  return {
    find: async (organisation, hash) => held[of(organisation, hash)]?.text ?? null,
    list: async (reach) => held.filter(({ organisation }) => reach === null || organisation === reach),
    register: async ({ organisation, by, drafts }) => {
      const { registeredAt } = REGISTERED;
      for (const draft of drafts)
        if (of(organisation, draft.hash) < 0)
          held.push({ ...draft, organisation, registeredBy: by, registeredAt, lastUsedOn: null });
      return succeed(held.filter((one) => drafts.some(({ hash }) => hash === one.hash)));
    },
    remove: async (organisation, hashes) => {
      const places = hashes.map((hash) => of(organisation, hash)).filter((place) => place >= 0);
      for (const place of places) held.splice(place, 1);
      return places.length;
    },
  };
}
