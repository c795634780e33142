/** Two households with every kind of record, two alerts, and rows of the relational tail. */

import { AGENCY_OF, RECORD_TYPES } from '../../../src/kernel/agency.ts';
import { asDay } from '../../../src/kernel/day.ts';
import type { LocalTime } from '../../../src/kernel/local-time.ts';
import type { Fen } from '../../../src/kernel/money.ts';
import { asMonth } from '../../../src/kernel/month.ts';
import { checkCharacter } from '../../../src/kernel/resident-id.ts';
import {
  type FeedStates,
  type HouseholdDocument,
  type Member,
  noRecords,
  type PersonDocument,
  type PersonRecords,
} from '../../../src/modules/household/index.ts';
import { sealRawRow } from '../../../src/modules/ingestion/raw-row.ts';
import { testSealer } from '../../support/sealer.ts';

export const TODAY = asDay('2026-10-31');
/** The morning after. */
export const clock = { now: () => new Date('2026-11-01T03:00:00+08:00') };

/** A synthetic number under the prefix that was never assigned. */
export function number(birth: string, sequence: string): string {
  const first17 = `310199${birth}${sequence}`;
  return first17 + checkCharacter(first17);
}

const source = { key: 'K1', at: '2026-10-30 08:00:00' as LocalTime, batch: 1 };
const fen = (yuan: number): Fen => Math.round(yuan * 100) as Fen;

const NO_RECORDS: PersonRecords = noRecords();

const FULL_RECORDS: PersonRecords = {
  ...NO_RECORDS,
  payments: [
    { programme: 'CJH', month: asMonth('2026-10'), amount: fen(300), paidOn: asDay('2026-10-15'), source },
    { programme: 'CJH', month: asMonth('2026-04'), amount: fen(300), paidOn: asDay('2026-04-15'), source },
  ],
  insurance: [{ insuranceType: '310', year: 2026, status: '1', source }],
  settlements: [
    {
      settlementId: 'S1',
      type: '21',
      settledAt: '2025-11-01 10:00:00' as LocalTime,
      total: fen(50_000),
      fundPaid: fen(20_000),
      selfPaid: fen(30_000.5),
      refund: false,
      refundOf: null,
      source,
    },
    {
      settlementId: 'S0',
      type: '11',
      settledAt: '2025-10-31 23:59:59' as LocalTime,
      total: fen(100),
      fundPaid: fen(0),
      selfPaid: fen(100),
      refund: false,
      refundOf: null,
      source,
    },
  ],
  chronic: [{ diseaseCode: 'M00500', diseaseName: '恶性肿瘤', beganOn: asDay('2026-01-01'), endedOn: null, source }],
  contributions: [
    { month: asMonth('2026-07'), insuranceType: '110', employer: '某公司', base: fen(8_000), status: '1', source },
  ],
  unemployment: [
    {
      registeredOn: asDay('2026-09-01'),
      unemployedOn: null,
      benefitFrom: asDay('2026-09-01'),
      benefitTo: null,
      benefitMonthly: fen(2_175),
      hardToEmploy: true,
      status: '1',
      source,
    },
  ],
  pensions: [{ kind: '1', monthlyAmount: fen(4_000), fromMonth: asMonth('2020-01'), status: '1', source }],
  certificates: [{ category: '4', level: '1', issuedOn: asDay('2020-01-01'), expiresOn: null, status: '1', source }],
  services: [{ item: '2', servedOn: asDay('2026-05-05'), amount: fen(800), source }],
};

const PUPIL: PersonRecords = {
  ...NO_RECORDS,
  schooling: [
    {
      studentNo: 'X1',
      school: '第一小学',
      stage: '21',
      grade: '四年级',
      status: '1',
      statusDate: null,
      homeTaught: false,
      source,
    },
  ],
  hardship: [{ schoolYear: '2026-2027', level: '2', source }],
  aid: [{ term: '2026-2027-1', item: '2', amount: fen(500), paidOn: asDay('2026-09-10'), source }],
};

function person(id: number, name: string, birth: string, sequence: string, records: PersonRecords): PersonDocument {
  const birthDate = asDay(`${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`);
  return {
    id,
    name,
    residentId: number(birth, sequence),
    sex: '1',
    birthDate,
    phone: '13812345678',
    exits: [],
    ...records,
  };
}

function member(relationshipToHead: string, who: PersonDocument): Member {
  return { relationshipToHead, workCapacity: '1', selfCare: '1', notCounted: null, home: true, source, person: who };
}

export const HEAD = person(1, '欧阳建国', '19700101', '001', FULL_RECORDS);
export const CHILD = person(2, '欧阳小明', '20160601', '003', PUPIL);
export const DEAD: PersonDocument = {
  ...person(3, '王五', '19400101', '005', NO_RECORDS),
  deaths: [{ diedOn: asDay('2026-01-01'), source }],
};
export const OTHER = person(4, '阿依古丽·买买提', '19880808', '007', FULL_RECORDS);

/** An assistance household of the adviser's street, with an open alert. */
export const ASSISTED: HouseholdDocument = {
  kind: 'ASSISTANCE',
  number: 'JZ2024000001',
  streetCode: '310105001',
  committeeCode: '310105001001',
  address: '长宁区华阳路100弄12号301室',
  recognition: {
    assistanceClass: 'DB',
    recognisedOn: asDay('2024-01-01'),
    validUntil: null,
    annualIncome: fen(20_604),
    monthlyIncomePerCapita: null,
    assets: null,
    tenure: null,
    floorArea: null,
    incomeStability: null,
    lastReviewedOn: null,
    status: '1',
    statusDate: null,
    source,
  },
  earlierRecognitions: [],
  members: [member('01', HEAD), member('20', CHILD), member('50', DEAD)],
};

/** A roll household of another street, without an alert. */
export const ROLL: HouseholdDocument = {
  ...ASSISTED,
  kind: 'ROLL',
  number: '310105009015855',
  streetCode: '310105009',
  committeeCode: null,
  recognition: null,
  members: [member('01', OTHER)],
};

/** The same people in the adviser's street, without an alert. */
export const QUIET: HouseholdDocument = { ...ROLL, streetCode: '310105001', number: '310105001000009' };

export const FEEDS: FeedStates = new Map(
  RECORD_TYPES.map((type) => [type, { freshness: 'FRESH' as const, dataAsOf: TODAY }]),
);

const at = new Date('2026-11-01T02:00:00+08:00');
const day = new Date('2026-10-31');

const evidence = [
  { label: '家庭个人负担', value: '30000.50', unit: '元', source: 'HI02', asOf: '2026-10-31' },
  { label: '残疾等级', value: '1', unit: null, source: 'DF01', asOf: '2026-10-31' },
];

function alert(id: bigint, householdId: bigint, streetCode: string) {
  return {
    id,
    householdId,
    state: 'OPEN',
    severity: 'RED',
    severityRank: 4,
    raisedAt: at,
    raisedOn: day,
    dueAt: at,
    streetCode,
    committeeCode: null,
    level: 'COMMITTEE',
    recipient: '救助顾问',
    recipientAt: '310105001001',
    turnEndsAt: at,
    assignee: null,
    outcome: null,
    closedAt: null,
    closedOn: null,
    closedBy: null,
    closingNote: null,
    coolingUntil: null,
    contactedAt: null,
    version: 1,
  };
}

function hit(alertId: bigint, ruleId: string, members: bigint[]) {
  return { alertId, ruleId, ruleVersion: 1, severity: 'RED', firstSeenOn: day, endedOn: null, members, evidence };
}

/** Rows of the tables that are read through the database client. */
export const ROWS = {
  feed: [
    {
      agency: 'civil-affairs',
      recordType: 'CA05',
      lastDeliveredAt: at,
      dataAsOf: day,
      fullAsOf: day,
      checkpoint: null,
      lastErrorCode: null,
      lastErrorAt: null,
    },
  ],
  batch: [1n, 2n].map((id) => ({
    id,
    agency: 'civil-affairs',
    recordType: 'CA05',
    file: 'civil-affairs/居民家庭名册.csv',
    mode: 'full',
    asOf: day,
    deliveredAt: at,
    startedAt: at,
    finishedAt: at,
    state: 'APPLIED',
    rows: 4,
    accepted: 3,
    unchanged: 0,
    superseded: 0,
    quarantined: 1,
    ended: 0,
    sha256: null,
    archive: null,
    unknownColumns: [],
    errorCode: null,
    errorMessage: null,
    replayOf: null,
  })),
  quarantinedRow: RECORD_TYPES.map((recordType, index) => ({
    id: BigInt(index + 1),
    batchId: 1n,
    agency: AGENCY_OF[recordType],
    recordType,
    file: 'civil-affairs/居民家庭名册.csv',
    row: index + 1,
    sourceKey: null,
    updatedAt: null,
    raw: sealRawRow(testSealer, { 姓名: '赵六' }),
    reasons: [{ column: '身份证号', code: 'ID_CHECK_DIGIT', message: '校验位不符' }],
    state: 'OPEN',
    createdAt: at,
    closedAt: null,
    closedBy: null,
  })),
  finding: [
    {
      id: 1n,
      batchId: 1n,
      agency: 'civil-affairs',
      recordType: 'CA05',
      file: 'civil-affairs/居民家庭名册.csv',
      row: 7,
      sourceKey: 'R1',
      column: '性别',
      code: 'SEX_CONTRADICTS_ID',
      foundAt: at,
    },
  ],
  alert: [alert(1n, 1n, '310105001'), alert(2n, 2n, '310105009')],
  alertHit: [hit(1n, 'R01', [1n]), hit(1n, 'R08', [3n]), hit(2n, 'R04', [4n])],
  clue: [
    {
      id: 1n,
      kind: 'CUSTODY',
      channel: 'VISIT',
      personId: 1n,
      householdId: null,
      areaCode: null,
      occurredOn: new Date('2025-10-01'),
      endedOn: null,
      value: 2,
      source: testSealer.seal('clue.source', '居委走访'),
      note: testSealer.seal('clue.note', '邻居反映'),
      recordedBy: 'adviser',
      recordedAt: at,
      recordedOn: day,
      withdrawnOn: null,
    },
  ],
  alertEvent: [
    {
      id: 1n,
      alertId: 1n,
      at,
      on: day,
      kind: 'VISITED',
      actor: 'adviser',
      organisation: 'subdistrict-310105001',
      details: { visit: 1, rule: 'R01', version: 1, why: 'NO_LONGER_TRUE', from: 'RED', to: 'ORANGE' },
    },
  ],
  visit: [
    {
      id: 1n,
      householdId: 1n,
      alertId: 1n,
      visitedOn: day,
      visitors: ['救助顾问', '救助协理员'],
      purpose: 'ELIGIBILITY',
      present: [1n, 3n],
      findings: testSealer.seal('visit.findings', '卧床,由邻居照看'),
      changes: [{ point: 'CARE', changed: true }],
      nextVisitOn: day,
      recordedBy: 'adviser',
      recordedAt: at,
    },
  ],
  identityReview: [
    {
      id: 1n,
      subjectId: 9n,
      recordType: 'ED01',
      sourceKey: 'E1',
      candidates: [1n, 4n],
      reason: 'SEVERAL_CANDIDATES',
      state: 'OPEN',
      openedAt: at,
      closedAt: null,
    },
  ],
  link: [{ subjectId: 5n, personId: 1n, method: 'NUMBER', evidence: { recordTypes: ['CA05'] }, linkedAt: at }],
  ...Object.fromEntries(
    RECORD_TYPES.map((type) => [
      `record${type.charAt(0)}${type.slice(1).toLowerCase()}`,
      type === 'CA05' ? [{ subjectId: 5n, sourceKey: 'R1', endedOn: null }] : [],
    ]),
  ),
  memberFact: [
    { personId: 1n, householdId: 1n, validFrom: day, validTo: new Date('9999-12-31') },
    { personId: 4n, householdId: 2n, validFrom: day, validTo: new Date('9999-12-31') },
  ],
};
