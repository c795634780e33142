/** What opens more than a role does: emergencies, second persons, consents. */
import type { GraphDependencies } from '../../../schema/index.ts';
import { succeed } from '../../../src/kernel/result.ts';
import type { Opening } from '../../../src/modules/access/index.ts';
import type { ConsentRecord } from '../../../src/modules/consent/index.ts';
import { clock, TODAY } from './sample-city.ts';

const OPENING: Opening = {
  id: 1,
  subject: 'adviser',
  organisation: 'subdistrict-310105001',
  purpose: 'discovery',
  householdIds: [1],
  reason: '疑似重病,拟上门核实',
  askedAt: clock.now(),
  answerUntil: clock.now(),
  answeredAt: null,
  answeredBy: null,
  openUntil: null,
};

const CONSENT: ConsentRecord = {
  id: 1,
  householdId: 1,
  personId: 1,
  capacity: 'SELF',
  givenBy: 1,
  kind: 'check-authorisation',
  scope: ['human-resources'],
  purposes: ['verification'],
  recipient: null,
  validFrom: TODAY,
  validUntil: TODAY,
  evidence: '档案柜三号',
  recordedAt: clock.now(),
  recordedBy: 'adviser',
  recordedIn: 'subdistrict-310105001',
  withdrawal: { at: clock.now(), how: 'WRITTEN', note: '来信撤回', recordedBy: 'adviser' },
};

export const openings = {
  emergencies: {
    open: async (asked) => ({ ...asked, id: 1, at: clock.now(), until: clock.now() }),
    list: async () => [
      {
        id: 1,
        subject: 'adviser',
        organisation: 'subdistrict-310105001',
        purpose: 'casework',
        caseId: null,
        householdId: 1,
        reason: '紧急求助电话',
        at: clock.now(),
        until: clock.now(),
      },
    ],
  },
  openings: {
    ask: async () => OPENING,
    find: async () => OPENING,
    answer: async () => succeed(OPENING),
    list: async () => [OPENING],
    openTo: async () => ({ emergency: new Set(), secondPerson: new Set() }),
    openersOf: async () => [],
  },
  consents: {
    record: async () => succeed({ id: 1 }),
    withdraw: async () => succeed({ id: 1 }),
    list: async () => [CONSENT],
    findMany: async () => [CONSENT],
    find: async () => CONSENT,
    open: (_column, sealed) => sealed,
    isInForce: () => true,
    inForce: async () => new Map(),
  },
} satisfies Partial<GraphDependencies>;
