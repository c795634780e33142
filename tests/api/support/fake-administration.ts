/** An administration of one record of each kind. */
import { asDay } from '../../../src/kernel/day.ts';
import { succeed } from '../../../src/kernel/result.ts';
import { NO_QUOTAS } from '../../../src/modules/access/index.ts';
import type {
  Account,
  Administration,
  ClassSuspension,
  Organisation,
} from '../../../src/modules/administration/index.ts';

const AT = new Date('2026-11-01T03:00:00+08:00');

const ORGANISATION: Organisation = {
  id: 'care-home',
  title: '社会服务机构',
  kind: 'service-organisation',
  divisions: ['310105'],
  contractFrom: asDay('2026-01-01'),
  contractUntil: asDay('2026-12-31'),
  suspended: false,
  version: 1,
};

const ACCOUNT: Account = {
  id: 1,
  handle: 'li-na',
  issuer: 'https://id.example',
  subject: '7f3a',
  clientId: null,
  organisation: 'care-home',
  roles: ['service-organisation'],
  divisions: ['310105'],
  purposes: null,
  quotas: NO_QUOTAS,
  expiresOn: null,
  suspended: false,
  version: 1,
};

const SUSPENSION: ClassSuspension = {
  id: 1,
  target: 'ROLE',
  of: 'adviser',
  dataClass: 'phone',
  reason: '核查',
  from: AT,
  until: null,
  liftedAt: null,
};

const EVENT = {
  id: 1,
  at: AT,
  actor: 'administrator',
  organisation: 'changning-civil-affairs',
  kind: 'ACCOUNT_SAVED',
  target: 'account li-na',
  reason: '登记',
  before: null,
  after: ACCOUNT,
};

const page = <Row>(row: Row) => ({ rows: [row], hasNextPage: false, totalCount: 1 });

export const administration: Administration = {
  noticed: () => {},
  saveOrganisation: async () => succeed(ORGANISATION),
  saveAccount: async () => succeed(ACCOUNT),
  suspendClass: async () => succeed(SUSPENSION),
  liftSuspension: async () => succeed(SUSPENSION),
  revokeTokens: async (of) => succeed(of),
  organisations: async () => [ORGANISATION],
  organisation: async () => ORGANISATION,
  accounts: async () => page(ACCOUNT),
  account: async () => ACCOUNT,
  suspensions: async () => [SUSPENSION],
  history: async () => page(EVENT),
};
