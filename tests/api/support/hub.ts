/** The API over fake readers: what the face decides, without a database. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSchema, type GraphDependencies, type RuleCard, type RuleCards } from '../../../schema/index.ts';
import { createHttpServer, type HttpServerParts } from '../../../schema/server/http-server.ts';
import { DEFAULT_LIMITS } from '../../../schema/server/limits.ts';
import { addDays, asDay, type Day } from '../../../src/kernel/day.ts';
import { WanjiaError } from '../../../src/kernel/errors.ts';
import { succeed } from '../../../src/kernel/result.ts';
import {
  createCallers,
  createLocalIssuer,
  createMasks,
  type Directory,
  issueDemoToken,
  loadPolicy,
  type Opening,
} from '../../../src/modules/access/index.ts';
import {
  type AlertStanding,
  createRoster,
  type LearningRow,
  type StaffedPlace,
} from '../../../src/modules/alerting/index.ts';
import type { Disclosure, DisclosureEntry, DisclosureLog } from '../../../src/modules/audit/index.ts';
import type { CaseFile, ClueReport, Referral, Review } from '../../../src/modules/casework/index.ts';
import type { ConsentRecord } from '../../../src/modules/consent/index.ts';
import {
  type Explanation,
  loadPack,
  type Releases,
  type SubmittedDraft,
  type TraceStep,
  type Trials,
} from '../../../src/modules/discovery/index.ts';
import {
  type HouseholdDocument,
  type HouseholdReader,
  openIdentities,
  type ProfileOnDay,
  type RowScope,
} from '../../../src/modules/household/index.ts';
import type { MessageAddress, Messages } from '../../../src/modules/messages/index.ts';
import type { Endpoint, Webhooks } from '../../../src/modules/webhooks/index.ts';
import type { DispatchedItem } from '../../../src/platform/dispatch/index.ts';
import { storedProfile } from '../../support/fact-rows.ts';
import { testSealer } from '../../support/sealer.ts';
import { administration } from './fake-administration.ts';
import { createFakeDocuments } from './fake-documents.ts';
import { createFakeExports } from './fake-exports.ts';
import { createFakeFeed } from './fake-feed.ts';
import { createFakePrisma } from './fake-prisma.ts';
import { ASSISTED, FEEDS, QUIET, ROLL, ROWS, TODAY } from './sample-city.ts';

export const policy = await loadPolicy('packs/shanghai/changning/access.yaml');
export const clock = { now: () => new Date('2026-11-01T03:00:00+08:00') };
export const masks = createMasks(Buffer.alloc(32, 7));
export const issuer = await createLocalIssuer({ keysFolder: mkdtempSync(join(tmpdir(), 'wanjia-keys-')), clock });
export const schema = createSchema();

/** Nobody is administered: callers are those of the demo. */
const directory: Directory = {
  standingOf: async () => ({ revoked: false, account: null, organisation: null, closed: [] }),
};
export const callers = createCallers({ reader: issuer, directory, policy, clock });

const HOUSEHOLDS = new Map<number, HouseholdDocument>([
  [1, ASSISTED],
  [2, ROLL],
  [3, QUIET],
]);

/** Reads households held in memory. */
export function createFakeReader(households: ReadonlyMap<number, HouseholdDocument> = HOUSEHOLDS): HouseholdReader {
  const kept = new Map<HouseholdDocument, ReturnType<typeof storedProfile>>();
  const onDay = (id: number, asked: Day | null, scope: RowScope): ProfileOnDay | null => {
    const document = households.get(id);
    if (asked !== null && asked < '2026-10-01') throw new WanjiaError('NO_DATA_BEFORE', { day: '2026-10-01' });
    if (document === undefined || !scope.prefixes.some((prefix) => document.streetCode.startsWith(prefix))) return null;
    const stored = kept.get(document) ?? storedProfile(document);
    kept.set(document, stored);
    const identities = () => openIdentities(testSealer, stored.identities);
    return { id, version: 1, document: stored.document, identities, day: asked ?? TODAY, today: TODAY, feeds: FEEDS };
  };
  const all = [...households.keys()];
  return {
    hubDay: async () => TODAY,
    findByResidentNumber: async (residentId, day, scope) => {
      const id = all.find((key) => households.get(key)?.members.some(({ person }) => person.residentId === residentId));
      return onDay(id ?? 0, day, scope);
    },
    findById: async (id, day, scope) => onDay(id, day, scope),
    findMany: async (ids, day, scope) =>
      new Map(
        ids.flatMap((id) => (onDay(id, day, scope) === null ? [] : [[id, onDay(id, day, scope) as ProfileOnDay]])),
      ),
    async *readMany(ids, scope) {
      yield ids.flatMap((id) => onDay(id, null, scope) ?? []);
    },
    householdsOf: async (persons, scope) => {
      const listed = all.filter((id) => onDay(id, null, scope) !== null);
      return new Map(
        persons.flatMap((person) => {
          const home = listed.find((id) => households.get(id)?.members.some((member) => member.person.id === person));
          return home === undefined ? [] : [[person, home] as const];
        }),
      );
    },
    listIds: async (_filter, { first, after }, scope) =>
      all.filter((id) => id > (after ?? 0) && onDay(id, null, scope) !== null).slice(0, first),
    list: async (_filter, { first, after }, scope) => {
      const reached = all.filter((id) => onDay(id, null, scope) !== null);
      const rest = reached.filter((id) => id > (after ?? 0));
      return { totalCount: reached.length, ids: rest.slice(0, first), hasNextPage: rest.length > first };
    },
  };
}

const rule = (id: string): RuleCard => ({
  id,
  version: 1,
  name: '大额医疗自付未纳入救助',
  severity: 'ORANGE',
  expression: 'true',
  reading: () => '是',
  severities: () => [{ severity: 'ORANGE', expression: 'true', reading: '是' }],
  policyBasis: '社会救助法 第22条',
  effectiveFrom: asDay('2026-07-01'),
  effectiveTo: null,
  basisStatus: 'IN_FORCE',
  parameters: [
    { name: 'PCDI', title: '人均可支配收入', value: '84834.00', unit: '元/年', source: null, example: true },
  ],
  targetPolicies: ['医疗救助'],
  streets: ['310105001'],
  restricted: true,
  release: { restores: 1, reason: '回退', releasedBy: 'rule-releaser', releasedOn: TODAY },
});

const rules: RuleCards = {
  rulesOn: async () => ['R01', 'R04'].map(rule),
  versionsOf: async (id) => [rule(id)],
  find: async (id) => rule(id),
};

const STANDING: AlertStanding = {
  id: 1,
  householdId: 1,
  state: 'ASSIGNED',
  assignee: 'adviser',
  outcome: null,
  version: 2,
};

const DISCLOSURES: readonly DisclosureEntry[] = [
  {
    writer: 'w',
    sequence: 1,
    at: 1_793_500_000_000,
    subject: 'adviser',
    organisation: 'subdistrict-310105001',
    purpose: 'casework',
    caseId: 'C1',
    operation: 'HouseholdById',
    fields: ['Person.name'],
    masked: ['Person.name'],
    withheld: ['Person.birthDate'],
    decision: 'WITHHELD',
  },
];

/** Keeps what is recorded in a list. */
export function keepingLog(rows: Disclosure[]): DisclosureLog {
  return {
    admit: () => ({ record: async (row) => void rows.push(row), release: () => {} }),
    close: async () => {},
  };
}

const LEARNED: LearningRow = {
  key: 'R01',
  closed: 67,
  decided: 40,
  confirmed: 20,
  alreadyServed: 10,
  refuted: 11,
  unreached: 12,
  precision: 0.5,
  hoursToContact: 36.5,
};

const STAFFED: StaffedPlace = {
  division: '310105001009',
  level: 'COMMITTEE',
  required: 1,
  onDuty: 0,
  standIns: 0,
  shortfall: 1,
};

const REVIEW: Review = {
  householdId: 1,
  kind: 'PERIODIC',
  streetCode: '310105001',
  cadence: 'STABLE',
  everyMonths: 12,
  lastReviewedOn: TODAY,
  dueOn: TODAY,
  state: 'DUE',
  alertId: 1,
};

const CASE: CaseFile = {
  id: 1,
  householdId: 1,
  streetCode: '310105001',
  committeeCode: '310105001001',
  origin: 'ALERT',
  adviser: 'adviser',
  goal: testSealer.seal('case_file.goal', '办理护理补贴'),
  nextContactOn: TODAY,
  awaitsReferral: false,
  openedAt: clock.now(),
  openedOn: TODAY,
  openedBy: 'adviser',
  closedAt: null,
  closedBy: null,
  outcome: null,
  closingNote: null,
  version: 1,
};

const REFERRAL: Referral = {
  id: 1,
  caseId: 1,
  householdId: 1,
  organisation: 'demo-service-organisation',
  need: 'CARE',
  note: testSealer.seal('referral.note', '行动不便'),
  visitId: 1,
  assessedOn: TODAY,
  state: 'SENT',
  answerBy: addDays(TODAY, 7),
  passedUpOn: null,
  startsOn: TODAY,
  lastsUntil: null,
  sentAt: clock.now(),
  sentBy: 'adviser',
  endedAt: null,
  endReason: null,
  version: 1,
};

const REPORT: ClueReport = {
  ...{ id: 1, kind: 'HARDSHIP', channel: 'GRID', occurredOn: TODAY, reportedAt: clock.now(), state: 'WAITING' },
  ...{ placeCode: '310105001', recipient: 'adviser', answerBy: TODAY, answer: null, answeredAt: null },
  ...{ householdId: 1, personId: null, family: null, contact: null, joinedTo: null, caseId: null },
};

/** As the rows' own scope would have it. */
const reached = <Row>(rows: readonly Row[], divisions: readonly string[]): readonly Row[] =>
  divisions.some((division) => CASE.streetCode.startsWith(division)) ? rows : [];

const STEP: TraceStep = {
  text: 'household.annualIncome < yuan(1)',
  reading: '家庭年收入 低于 1 元',
  figures: [],
  result: 'FALSE',
  personId: null,
  sources: ['HR01'],
  facts: [{ kind: 'household', name: 'annualIncome', feeds: ['HR01'] }],
  compared: { left: '20604.00', operator: '<', right: '1.00' },
  ...{ moot: false, askedBy: [], parts: [], unknown: [] },
};

const EXPLANATION: Explanation = {
  word: { result: 'NONE', severity: null, members: [], evidence: [] },
  trace: STEP,
  nearest: (open) => (open(STEP) ? STEP : null),
  missing: (open) =>
    open(STEP)
      ? [{ text: 'household.annualIncome', reading: '家庭年收入', personId: null, sources: ['HR01'], because: 'VALUE' }]
      : [],
};

const pack = await loadPack('packs', 'shanghai/changning');
const [RULE] = pack.rules;

const TRIALS: Trials = {
  tryRule: async (_draft, day, scope) => {
    const [profile] = [...(await createFakeReader().findMany([1], day, scope)).values()];
    return {
      ...{ matched: 1, added: 1, removed: 0, unknown: 2, day: day ?? TODAY, facts: STEP.facts },
      byStreet: [{ streetCode: '310105001', matched: 1, added: 1, removed: 0 }],
      sample: async () =>
        profile === undefined ? [] : [{ profile, change: 'ADDED' as const, explanation: EXPLANATION }],
    };
  },
  explain: async () => (RULE === undefined ? null : { rule: RULE, explanation: EXPLANATION }),
};

const DRAFT: SubmittedDraft = {
  id: 1,
  ruleId: 'R01',
  expression: null,
  parameters: [{ name: 'R01_FLOOR', value: '25000' }],
  streets: ['310105001'],
  effectiveFrom: TODAY,
  reason: '试点',
  baseVersion: 1,
  trial: { matched: 10, added: 1, removed: 2, unknown: 0 },
  submittedBy: 'district-officer',
  submittedOn: TODAY,
  decision: 'RELEASED',
  decidedBy: 'rule-releaser',
  decidedOn: TODAY,
  decisionReason: '同意',
};

const CHANGED = async () => succeed({ draftId: 1, ruleId: 'R01', version: 2 });

const RELEASES: Releases = {
  submit: CHANGED,
  release: CHANGED,
  decline: CHANGED,
  rollBack: CHANGED,
  listDrafts: async () => [DRAFT],
  findDraft: async () => DRAFT,
};

const DRIFT = { ruleId: 'R01', missing: 1, extra: 0, changed: 0 };

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
const ALERTS = (ROWS.alert ?? []).map(({ id, streetCode }) => [Number(id), String(streetCode)] as const);

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

export const graph: GraphDependencies = {
  households: createFakeReader(),
  changes: createFakeFeed(HOUSEHOLDS, ALERTS),
  webhooks: WEBHOOKS,
  documents: createFakeDocuments(),
  limits: DEFAULT_LIMITS,
  exports: createFakeExports(clock),
  countEntities: async () => 3,
  publicUrl: null,
  messages: MESSAGES,
  follow: async () => ({ next: async () => undefined, close: () => {} }),
  prisma: createFakePrisma(ROWS),
  rules,
  trials: TRIALS,
  releases: RELEASES,
  restrictedRules: ['R16'],
  dueAfter: (_severity, at) => at,
  listPasses: async () => [{ id: 1, day: TODAY, at: clock.now(), rules: 31, results: 5, drifted: 1, drift: [DRIFT] }],
  identity: { decideReview: async () => succeed(null), undoLink: async () => succeed(null) },
  quarantine: { resubmit: async () => succeed(null) },
  agencyRecords: async () => [{ person: 1, recordType: 'ED01', sourceKey: 'E1' }],
  clues: {
    record: async () => succeed({ id: 1, recipient: 'adviser', answerBy: TODAY, joined: false }),
    withdraw: async () => succeed(null),
    answer: async () => succeed({ caseId: 1 }),
    list: async () => ({ reports: [REPORT], hasNextPage: false, totalCount: 1 }),
  },
  cases: {
    open: async () => succeed({ id: 1 }),
    plan: async () => succeed({ id: 1 }),
    close: async () => succeed({ id: 1 }),
    follow: async () => 0,
    list: async ({ divisions }) => {
      const cases = reached([CASE], divisions);
      return { cases, hasNextPage: false, totalCount: cases.length };
    },
    find: async (_ids, divisions) => reached([CASE], divisions),
    ofHouseholds: async (_ids, divisions) => reached([CASE], divisions),
    timeline: async () => ({
      entries: [
        {
          ...{ kind: 'ALERT' as const, at: clock.now(), on: TODAY, what: 'RAISED', entityId: 1, actor: null },
          ...{ from: null, to: 'ORANGE', place: '1' },
        },
      ],
      hasNextPage: false,
    }),
    eventsOf: async () => [
      {
        ...{ caseId: 1, referralId: null, at: clock.now(), on: TODAY, kind: 'OPENED' as const },
        ...{ actor: 'adviser', organisation: 'subdistrict-310105001', details: { to: 'adviser' } },
      },
    ],
  },
  referrals: {
    send: async () => succeed({ id: 1 }),
    answer: async () => succeed({ id: 1 }),
    end: async () => succeed({ id: 1 }),
    list: async () => ({ referrals: [REFERRAL], hasNextPage: false, totalCount: 1 }),
    ofCases: async () => [REFERRAL],
    find: async () => REFERRAL,
  },
  terms: pack.aliases,
  learning: {
    rows: async () => [LEARNED],
    toRetire: async () => [LEARNED],
    coverage: async () => [{ streetCode: '310105001', served: 30, confirmedUnserved: 10, coverage: 0.75 }],
  },
  reviews: {
    list: async () => ({ reviews: [REVIEW], hasNextPage: false, totalCount: 1 }),
    byStreet: async () => [{ streetCode: '310105001', overdue: 1, due: 2, planned: 3 }],
    cadence: () => ({ name: '低收入困难家庭定期核查', checks: ['就业状况'] }),
    draw: async () =>
      succeed({
        id: 1,
        division: '310105001',
        seed: 'f00d',
        size: 1,
        population: 2,
        drawnOn: TODAY,
        households: [1],
      }),
  },
  roster: createRoster(
    [{ division: '310105', role: 'DISTRICT_OFFICER', holder: 'x', from: TODAY, to: null, absences: [] }],
    '310105',
  ),
  staffing: { on: async () => [STAFFED] },
  workingDays: { isWorkingDay: () => true, after: addDays, covers: () => true, years: [2026] },
  alertDesk: {
    assign: async () => succeed(STANDING),
    recordVisit: async () => succeed(STANDING),
    close: async () => succeed(STANDING),
    visitHousehold: async () => succeed(STANDING),
  },
  disclosureLog: { find: async () => ({ entries: DISCLOSURES, hasNextPage: false }) },
  policy,
  administration,
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
  open: testSealer.open,
  lookupLedger: { take: async () => ({ until: clock.now(), numbers: 1_000, misses: 1_000 }) },
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
  householdsWithOpenCase: async () => new Set(),
  householdsReferredTo: async () => new Set(),
  householdsWithOpenAlert: async (ids) => new Set(ids.filter((id) => id === 1 || id === 2)),
  once: async (_request, work) => work(undefined as never),
  failedSyncs: async () => new Map(),
  changed: () => {},
};

export interface LogLine {
  readonly level: string;
  readonly fields: object;
  readonly message: string;
}

export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly access: {
    readonly withheld: readonly { coordinate: string; reason: string; subjects?: string[] }[];
    readonly masked: readonly { coordinate: string; mask: string; subjects?: string[] }[];
  };
  readonly text: string;
}

export interface Asking {
  readonly as?: string | null;
  readonly purpose?: string | null;
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
}

export interface TestHub {
  readonly url: string;
  readonly log: readonly LogLine[];
  ask(asking: Asking): Promise<Answer>;
  close(): Promise<void>;
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = JSON.parse(text) as {
    data?: Answer['data'];
    errors?: Answer['errors'];
    extensions?: { access: Answer['access'] };
  };
  return {
    status: response.status,
    data: body.data ?? null,
    errors: body.errors ?? [],
    access: body.extensions?.access ?? { withheld: [], masked: [] },
    text,
  };
}

/** Starts the API on a free port. */
export async function startHub(changes: Partial<HttpServerParts> = {}): Promise<TestHub> {
  const log: LogLine[] = [];
  const line = (level: string) => (fields: object, message: string) => {
    log.push({ level, fields, message });
  };
  const server = await createHttpServer({
    schema,
    graph,
    policy,
    tokens: callers,
    masks,
    clock,
    log: { info: line('info'), warn: line('warn'), error: line('error') },
    disclosureLog: keepingLog([]),
    ready: async () => true,
    ...changes,
  });
  const url = `http://127.0.0.1:${await server.listen(0)}`;
  const tokens = new Map<string, string>();
  return {
    url,
    log,
    ask: async ({ as = 'district-officer', purpose = 'verification', query, variables, operationName }) => {
      const headers: Record<string, string> = { 'content-type': 'application/json' };
      if (as !== null) {
        const token = tokens.get(as) ?? (await issueDemoToken(policy, issuer, as));
        tokens.set(as, token);
        headers.authorization = `Bearer ${token}`;
      }
      if (purpose !== null) headers['wanjia-purpose'] = purpose;
      const body = JSON.stringify({ query, variables, operationName });
      return read(await fetch(`${url}/graphql`, { method: 'POST', headers, body }));
    },
    close: () => server.close(),
  };
}

/** Headers for requests that the hub's `ask` does not make. */
export async function headersOf(persona: string, purpose?: string): Promise<Record<string, string>> {
  const authorization = `Bearer ${await issueDemoToken(policy, issuer, persona)}`;
  return purpose === undefined ? { authorization } : { authorization, 'wanjia-purpose': purpose };
}
