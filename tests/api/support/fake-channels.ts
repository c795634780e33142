/** Webhooks and messages: one address of each, with what waits for it. */
import type { GraphDependencies } from '../../../schema/index.ts';
import { succeed } from '../../../src/kernel/result.ts';
import type { MessageAddress, Messages } from '../../../src/modules/messages/index.ts';
import type { Endpoint, Webhooks } from '../../../src/modules/webhooks/index.ts';
import type { DispatchedItem } from '../../../src/platform/dispatch/index.ts';
import { clock } from './sample-city.ts';

const ENDPOINT: Endpoint = {
  id: 1,
  organisation: 'changning-civil-affairs',
  subject: 'district-officer',
  identity: {
    issuer: 'x',
    subject: 'x',
    clientId: null,
    issuedAt: clock.now(),
    stated: { organisation: null, roles: null, divisions: null },
  },
  purpose: 'casework',
  url: 'https://partner.example/hook',
  types: ['ALERT'],
  detail: 'THIN',
  signature: 'HMAC_SHA256',
  state: 'DISABLED',
  stateReason: 'GONE',
  position: 1,
  failures: 2,
  failingSince: clock.now(),
  heldUntil: clock.now(),
  createdAt: clock.now(),
  version: 3,
};

const MESSAGE: DispatchedItem = {
  item: 1,
  state: 'DEAD',
  plannedAt: clock.now(),
  attempts: 4,
  nextAttemptAt: clock.now(),
  status: 500,
  error: 'TARGET_TIMED_OUT',
  endedAt: clock.now(),
};

const WEBHOOKS: Webhooks = {
  create: async () => succeed({ endpoint: ENDPOINT, secret: 'whsec_x' }),
  list: async () => [ENDPOINT],
  find: async () => ENDPOINT,
  backlog: async () => ({ pending: 1, dead: 1, latest: [MESSAGE] }),
  confirm: async () => succeed(ENDPOINT),
  pause: async () => succeed(ENDPOINT),
  replaceSecret: async () => succeed({ endpoint: ENDPOINT, secret: 'whsec_x' }),
  remove: async () => succeed(null),
  test: async () => succeed({ status: 204, error: 'TARGET_TIMED_OUT' }),
  replay: async () => succeed(ENDPOINT),
};

const ADDRESS: MessageAddress = {
  id: 1,
  ...{ organisation: 'subdistrict-310105001', subject: 'adviser', identity: ENDPOINT.identity, purpose: 'casework' },
  ...{ channel: 'EMAIL', audience: ['adviser'], address: 'x@example.gov.cn', secret: null, kinds: ['DIGEST'] },
  ...{ digestAt: '08:30', quietFrom: '20:00', quietUntil: '07:30', urgentInQuiet: true, state: 'ACTIVE' },
  ...{
    stateReason: null,
    position: 0,
    failures: 0,
    failingSince: null,
    heldUntil: null,
    createdAt: clock.now(),
    version: 1,
  },
};

const MESSAGES: Messages = {
  add: async () => succeed(ADDRESS),
  list: async () => [ADDRESS],
  find: async () => ADDRESS,
  backlog: async () => ({ pending: 1, dead: 1, latest: [MESSAGE] }),
  sendCode: async () => succeed(ADDRESS),
  confirm: async () => succeed(ADDRESS),
  pause: async () => succeed(ADDRESS),
  change: async () => succeed(ADDRESS),
  remove: async () => succeed(null),
  test: async () => succeed(null),
  again: async () => succeed(ADDRESS),
};

export const channels = { webhooks: WEBHOOKS, messages: MESSAGES } satisfies Partial<GraphDependencies>;
