/** Clues, cases and referrals: one of each. */
import type { GraphDependencies } from '../../../schema/index.ts';
import { addDays } from '../../../src/kernel/day.ts';
import { succeed } from '../../../src/kernel/result.ts';
import type { CaseFile, ClueReport, Referral } from '../../../src/modules/casework/index.ts';
import { testSealer } from '../../support/sealer.ts';
import { clock, TODAY } from './sample-city.ts';

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

export const casework = {
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
  householdsWithOpenCase: async () => new Set(),
  householdsReferredTo: async () => new Set(),
} satisfies Partial<GraphDependencies>;
