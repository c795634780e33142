/** Alerts that are worked, their reviews, staff and learning. */
import type { GraphDependencies } from '../../../schema/index.ts';
import { addDays } from '../../../src/kernel/day.ts';
import { succeed } from '../../../src/kernel/result.ts';
import {
  type AlertStanding,
  createRoster,
  type LearningRow,
  type StaffedPlace,
} from '../../../src/modules/alerting/index.ts';
import type { Review } from '../../../src/modules/casework/index.ts';
import { TODAY } from './sample-city.ts';

const STANDING: AlertStanding = {
  id: 1,
  householdId: 1,
  state: 'ASSIGNED',
  assignee: 'adviser',
  outcome: null,
  version: 2,
};

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

export const alerting = {
  dueAfter: (_severity, at) => at,
  alertDesk: {
    assign: async () => succeed(STANDING),
    recordVisit: async () => succeed(STANDING),
    close: async () => succeed(STANDING),
    visitHousehold: async () => succeed(STANDING),
  },
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
  householdsWithOpenAlert: async (ids) => new Set(ids.filter((id) => id === 1 || id === 2)),
} satisfies Partial<GraphDependencies>;
