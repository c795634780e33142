/**
 * What a record of each type holds: the selection a caller would send to read the entity itself. Whatever carries
 * records (the change feed, subscriptions, exports, fat messages) answers with these, so that a record says what the
 * graph says to the same caller. Lists of records are whole: who follows changes must be able to hold everything.
 */
import { parse } from 'graphql';
import type { ChangeType } from '../../src/kernel/change.ts';
import type { IdKind } from '../../src/kernel/ids.ts';
import { PERSON_RECORD } from './person-record.ts';

const MONEY_FACT = /* GraphQL */ `fragment MoneyFactRecord on MoneyFact { value status sources asOf }`;

const HOUSEHOLD = /* GraphQL */ `
  fragment HouseholdRecord on Household {
    id kind number streetCode committeeCode address asOf registeredClass
    annualIncome { ...MoneyFactRecord }
    outOfPocket12Months { ...MoneyFactRecord }
    members { relationshipToHead person { ...PersonRecord } }
  }`;

const ALERT = /* GraphQL */ `
  fragment AlertRecord on Alert {
    id state severity raisedAt dueAt streetCode committeeCode
    household { id }
    hits {
      rule { id version name policyBasis }
      severity firstSeenOn
      members { id }
      evidence { label value status source asOf }
    }
    assignee outcome closedAt version
  }`;

const CASE = /* GraphQL */ `
  fragment CaseRecord on Case {
    id state origin household { id } streetCode committeeCode adviser goal nextContactOn awaitsReferral
    openedAt closedAt outcome closingNote version
  }`;

const REFERRAL = /* GraphQL */ `
  fragment ReferralRecord on Referral {
    id case { id } household { id } organisation need note state answerBy passedUpOn from until sentAt endedAt endReason version
  }`;

const RULE = /* GraphQL */ `
  fragment RuleRecord on Rule {
    id version name severity expression policyBasis effectiveFrom effectiveTo basisStatus
    parameters { name value unit source }
  }`;

/** Where the paper is, and what was said at a withdrawal, stay with those who keep them. */
const CONSENT = /* GraphQL */ `
  fragment ConsentRecord on Consent {
    id householdId person { id } capacity givenBy { id } kind scope purposes recipient validFrom validUntil
    recordedAt recordedIn withdrawal { at how } version
  }`;

/** Made from a household's profile by a compiled function; `from` only says how a caller would read the same. */
export const PROFILE_RECORDS = {
  HOUSEHOLD: {
    fragment: 'HouseholdRecord',
    document: parse(`query HouseholdRecord($id: ID!) { household(id: $id) { ...HouseholdRecord } }
      ${HOUSEHOLD} ${PERSON_RECORD} ${MONEY_FACT}`),
  },
  PERSON: {
    fragment: 'PersonRecord',
    document: parse(`query PersonRecord($id: ID!) { household(id: $id) { members { person { ...PersonRecord } } } }
      ${PERSON_RECORD} ${MONEY_FACT}`),
  },
} as const;

export type ProfileRecordType = keyof typeof PROFILE_RECORDS;

/** One entity as an operation answers it. */
export type Answered = Readonly<Record<string, unknown>> & { readonly id: string };

/** Read by an operation of the graph, many at a time; `records` finds the entities in its answer. */
export interface OperationRecords {
  /** Holds a record's fields. */
  readonly fragment: string;
  readonly document: ReturnType<typeof parse>;
  /** How callers write the id; null: as it stands. */
  readonly idKind: IdKind | null;
  readonly records: (data: Readonly<Record<string, unknown>>) => readonly Answered[];
}

interface Connection {
  readonly edges: readonly { readonly node: Answered }[];
}

function nodesOf(connection: unknown): readonly Answered[] {
  return (connection as Connection | null)?.edges.map(({ node }) => node) ?? [];
}

export const OPERATION_RECORDS: Readonly<Partial<Record<ChangeType, OperationRecords>>> = {
  ALERT: {
    idKind: 'alert',
    fragment: 'AlertRecord',
    document: parse(`query AlertRecords($ids: [ID!]!, $count: Int!) {
      alerts(filter: { ids: $ids, states: [OPEN, ASSIGNED, VISITING, CLOSED] }, first: $count) { edges { node { ...AlertRecord } } }
    } ${ALERT}`),
    records: ({ alerts }) => nodesOf(alerts),
  },
  CASE: {
    idKind: 'case',
    fragment: 'CaseRecord',
    document: parse(`query CaseRecords($ids: [ID!]!, $count: Int!) {
      cases(filter: { ids: $ids, states: [OPEN, CLOSED] }, first: $count) { edges { node { ...CaseRecord } } }
    } ${CASE}`),
    records: ({ cases }) => nodesOf(cases),
  },
  SERVICE: {
    idKind: 'referral',
    fragment: 'ReferralRecord',
    document: parse(`query ReferralRecords($ids: [ID!]!, $count: Int!) {
      referrals(
        filter: { ids: $ids, states: [SENT, RECEIVED, ACCEPTED, DECLINED, IN_SERVICE, DONE, CLOSED] }
        first: $count
      ) { edges { node { ...ReferralRecord } } }
    } ${REFERRAL}`),
    records: ({ referrals }) => nodesOf(referrals),
  },
  CONSENT: {
    idKind: 'consent',
    fragment: 'ConsentRecord',
    document: parse(`query ConsentRecords($ids: [ID!]!) { consentsByIds(ids: $ids) { ...ConsentRecord } } ${CONSENT}`),
    records: ({ consentsByIds }) => (consentsByIds as readonly Answered[] | null) ?? [],
  },
  RULE: {
    idKind: null,
    fragment: 'RuleRecord',
    document: parse(`query RuleRecords { rules { ...RuleRecord } } ${RULE}`),
    records: ({ rules }) => (rules as readonly Answered[] | null) ?? [],
  },
};
