/** Household documents for tests: everything absent unless said. */
import { asDay, type Day } from '../../src/kernel/day.ts';
import type { LocalTime } from '../../src/kernel/local-time.ts';
import type { Fen } from '../../src/kernel/money.ts';
import { addToMonth, asMonth, type Month, monthOf } from '../../src/kernel/month.ts';
import type { Clue, ClueKind } from '../../src/modules/discovery/index.ts';
import {
  type Exit,
  type HouseholdDocument,
  type Member,
  noRecords,
  type PersonDocument,
  type PersonRecords,
  type Recognition,
  type Source,
} from '../../src/modules/household/index.ts';

type Payment = PersonRecords['payments'][number];
type Settlement = PersonRecords['settlements'][number];
type ChronicRegistration = PersonRecords['chronic'][number];
type SchoolEnrolment = PersonRecords['schooling'][number];
type Hardship = PersonRecords['hardship'][number];
type Contribution = PersonRecords['contributions'][number];
type Unemployment = PersonRecords['unemployment'][number];
type Certificate = PersonRecords['certificates'][number];
type DisabilityService = PersonRecords['services'][number];

export const DAY = asDay('2026-10-31');
export const SOURCE: Source = { key: 'K1', at: '2026-10-30 09:00:00' as LocalTime, batch: 1 };

export const fen = (yuan: number): Fen => Math.round(yuan * 100) as Fen;

/** A month counted back from the day's own. */
export function monthsBack(count: number, day: Day = DAY): Month {
  return addToMonth(monthOf(day), -count);
}

let lastPerson = 0;

export function person(parts: Partial<PersonDocument> = {}): PersonDocument {
  lastPerson += 1;
  return {
    id: lastPerson,
    name: '测试',
    residentId: null,
    sex: '2',
    birthDate: asDay('1980-05-05'),
    phone: null,
    exits: [],
    ...noRecords(),
    ...parts,
  };
}

export function member(parts: Partial<PersonDocument> = {}, place: Partial<Member> = {}): Member {
  return {
    relationshipToHead: '99',
    workCapacity: null,
    selfCare: null,
    notCounted: null,
    home: true,
    source: SOURCE,
    person: person(parts),
    ...place,
  };
}

export function recognition(assistanceClass: string, parts: Partial<Recognition> = {}): Recognition {
  return {
    assistanceClass,
    recognisedOn: asDay('2026-01-01'),
    validUntil: null,
    annualIncome: null,
    monthlyIncomePerCapita: null,
    assets: null,
    tenure: null,
    floorArea: null,
    incomeStability: null,
    lastReviewedOn: null,
    status: '1',
    statusDate: null,
    source: SOURCE,
    ...parts,
  };
}

let lastHousehold = 0;

export function household(members: readonly Member[], parts: Partial<HouseholdDocument> = {}): HouseholdDocument {
  lastHousehold += 1;
  return {
    kind: parts.recognition ? 'ASSISTANCE' : 'ROLL',
    number: `T${lastHousehold}`,
    streetCode: '310105001',
    committeeCode: '310105001001',
    address: null,
    recognition: null,
    earlierRecognitions: [],
    members,
    ...parts,
  };
}

export function bill(yuan: number, day = '2026-06-15', time = '10:00:00'): Settlement {
  const settledAt = `${day} ${time}` as LocalTime;
  const selfPaid = fen(yuan);
  return {
    settlementId: 'S',
    type: '21',
    settledAt,
    total: selfPaid,
    fundPaid: fen(0),
    selfPaid,
    refund: yuan < 0,
    refundOf: null,
    source: SOURCE,
  };
}

export function certificate(category: string, level: string, parts: Partial<Certificate> = {}): Certificate {
  return { category, level, issuedOn: asDay('2020-01-01'), expiresOn: null, status: '1', source: SOURCE, ...parts };
}

export function payment(programme: string, month: Month): Payment {
  return { programme, month, amount: fen(300), paidOn: null, source: SOURCE };
}

/** Paid contributions of the months so far back, from and to. */
export function contributions(from: number, to: number, parts: Partial<Contribution> = {}): readonly Contribution[] {
  return Array.from({ length: from - to + 1 }, (_, index) => ({
    month: monthsBack(from - index),
    insuranceType: '110',
    employer: null,
    base: null,
    status: '1',
    source: SOURCE,
    ...parts,
  }));
}

export function schooling(stage: string, parts: Partial<SchoolEnrolment> = {}): SchoolEnrolment {
  return {
    studentNo: 'G1',
    school: '测试学校',
    stage,
    grade: null,
    status: '1',
    statusDate: null,
    homeTaught: null,
    source: SOURCE,
    ...parts,
  };
}

export function unemployment(parts: Partial<Unemployment> = {}): Unemployment {
  return {
    registeredOn: asDay('2026-02-01'),
    unemployedOn: null,
    benefitFrom: null,
    benefitTo: null,
    benefitMonthly: null,
    hardToEmploy: null,
    status: '1',
    source: SOURCE,
    ...parts,
  };
}

export const pension = (yuan: number, status = '1'): PersonDocument['pensions'][number] => ({
  kind: '1',
  monthlyAmount: fen(yuan),
  fromMonth: asMonth('2020-01'),
  status,
  source: SOURCE,
});

export const insured = (year: number, status = '1'): PersonDocument['insurance'][number] => ({
  insuranceType: '390',
  year,
  status,
  source: SOURCE,
});

export const aid = (term: string): PersonDocument['aid'][number] => ({
  term,
  item: '2',
  amount: fen(500),
  paidOn: null,
  source: SOURCE,
});

export const death = (day: string): PersonDocument['deaths'][number] => ({ diedOn: asDay(day), source: SOURCE });

export const chronic = (diseaseCode: string, beganOn: string, endedOn: string | null = null): ChronicRegistration => ({
  diseaseCode,
  diseaseName: null,
  beganOn: asDay(beganOn),
  endedOn: endedOn === null ? null : asDay(endedOn),
  source: SOURCE,
});

export const service = (item: string, servedOn: string): DisabilityService => ({
  item,
  servedOn: asDay(servedOn),
  amount: null,
  source: SOURCE,
});

export const hardship = (level: string, schoolYear = '2026-2027'): Hardship => ({ schoolYear, level, source: SOURCE });

export const exit = (endedOn: string): Exit => ({ assistanceClass: 'DB', endedOn: asDay(endedOn), source: SOURCE });

/** A clue about the person, told on its day. */
export function clue(kind: ClueKind, occurredOn: string, parts: Partial<Clue> = {}): Clue {
  const day = asDay(occurredOn);
  return {
    ...{ kind, personId: null, householdId: null, areaCode: null, occurredOn: day, endedOn: null },
    ...{ value: null, recordedOn: day, withdrawnOn: null },
    ...parts,
  };
}
