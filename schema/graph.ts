/** All parts of the graph, put together on one builder. */
import type { GraphQLSchema } from 'graphql';
import { defineEmergency } from './access/emergency.ts';
import { defineAccessExplained } from './access/explained.ts';
import { defineOpenings } from './access/opening.ts';
import { defineAdministration } from './administration/administration.ts';
import { defineAlerts } from './alerts/alerts.ts';
import { defineDisclosures } from './audit/disclosures.ts';
import type { GraphBuilder, GraphObject } from './builder.ts';
import { defineCaseWords } from './cases/case-words.ts';
import { defineCaseWork } from './cases/case-work.ts';
import { defineCases } from './cases/cases.ts';
import { defineHouseholdTimeline } from './cases/household-timeline.ts';
import { defineReferralWork } from './cases/referral-work.ts';
import { defineReferral, defineReferralQueries } from './cases/referrals.ts';
import { defineChanges } from './changes/changes.ts';
import { defineClueReports } from './clues/clue-reports.ts';
import { defineClueWords } from './clues/clue-words.ts';
import { defineClueWork } from './clues/clue-work.ts';
import { defineClues } from './clues/clues.ts';
import { defineConsent, defineConsentWords } from './consent/consent.ts';
import { defineConsentWork } from './consent/consent-work.ts';
import { defineDocumentWork } from './documents/document-work.ts';
import { defineDocuments } from './documents/documents.ts';
import { defineExportWork } from './exports/export-work.ts';
import { defineExports } from './exports/exports.ts';
import { defineFeeds } from './feeds/feeds.ts';
import { defineFindings } from './feeds/findings.ts';
import { defineHousehold, type HouseholdRefs } from './household/household.ts';
import { defineHouseholdQueries } from './household/queries.ts';
import type { PersonView } from './household/view.ts';
import { defineAgencyRecords } from './identity/agency-records.ts';
import { defineLinks } from './identity/links.ts';
import { defineIdentityReviews } from './identity/reviews.ts';
import { defineLearning } from './learning/learning.ts';
import { defineMessageAddresses } from './messages/message-addresses.ts';
import { defineMessageWork } from './messages/message-work.ts';
import { guardTexts } from './permissions/stored-texts.ts';
import { definePerson } from './person/person.ts';
import type { AgencySection } from './person/section-list.ts';
import { defineQuarantine } from './quarantine/quarantine.ts';
import { defineReviewWork } from './reviews/review-work.ts';
import { defineReviews } from './reviews/reviews.ts';
import { defineExplanation } from './rules/explanation.ts';
import { defineFullPasses } from './rules/full-passes.ts';
import { defineRuleReleases } from './rules/releases.ts';
import { defineRuleQueries, defineRules } from './rules/rules.ts';
import { defineTerms } from './rules/terms.ts';
import { defineRuleTrial } from './rules/trial.ts';
import { defineScalars } from './scalars.ts';
import { defineFactStatus, type FactStatusRefs } from './shared/fact-status.ts';
import { defineRefused } from './shared/refused.ts';
import { defineSubscriptions } from './subscriptions/subscriptions.ts';
import { defineWebhookWork } from './webhooks/webhook-work.ts';
import { defineWebhooks } from './webhooks/webhooks.ts';

/** What stands in a person for an agency: its section, or the way to it. */
export type AgencyPart = (person: GraphObject<PersonView>, section: AgencySection, refs: FactStatusRefs) => void;

export interface GraphRefs extends HouseholdRefs {
  readonly Person: GraphObject<PersonView>;
}

/** Defines the whole graph; `part` says what a person has of each agency. */
export function defineGraph(builder: GraphBuilder, part: AgencyPart): GraphRefs {
  builder.queryType({ description: '查询 what can be read' });
  builder.mutationType({ description: '变更 what can be done; expected failures are answered as Refused' });
  defineScalars(builder);
  const facts = defineFactStatus(builder);
  const refused = defineRefused(builder);
  const person = definePerson(builder, (owner, section) => part(owner, section, facts));
  const household = defineHousehold(builder, person, facts);
  const rules = defineRules(builder);
  const Filter = defineHouseholdQueries(builder, household);
  defineRuleQueries(builder, rules);
  defineTerms(builder);
  defineRuleReleases(builder, { ...rules, Refused: refused, RuleDraft: defineRuleTrial(builder, household) });
  defineFullPasses(builder);
  defineExplanation(builder, rules);
  const { VisitInput, AlertFilter } = defineAlerts(builder, {
    ...household,
    ...rules,
    ...facts,
    Person: person,
    Refused: refused,
  });
  const caseWords = defineCaseWords(builder);
  const referral = defineReferral(builder, household, caseWords);
  const caseFile = defineCases(builder, household, caseWords, referral);
  defineHouseholdTimeline(builder, household);
  defineReferralQueries(builder, referral, caseFile, caseWords);
  defineCaseWork(builder, caseWords, caseFile, refused);
  defineReferralWork(builder, caseWords, referral, refused);
  defineLearning(builder);
  const changeType = defineChanges(builder);
  const webhooks = defineWebhooks(builder, changeType);
  defineWebhookWork(builder, webhooks, refused);
  defineExportWork(builder, { ...defineExports(builder, changeType), Filter, Refused: refused });
  defineMessageWork(builder, defineMessageAddresses(builder), refused);
  const clueWords = defineClueWords(builder);
  defineClues(builder, household, person, clueWords);
  defineClueWork(builder, clueWords, defineClueReports(builder, household, clueWords), refused);
  defineReviews(builder, household);
  defineReviewWork(builder, refused, VisitInput);
  defineFeeds(builder);
  defineFindings(builder);
  defineQuarantine(builder, refused);
  defineIdentityReviews(builder, person, refused);
  defineLinks(builder, refused);
  defineAgencyRecords(builder);
  defineDisclosures(builder);
  defineEmergency(builder, refused);
  const Verb = defineAccessExplained(builder);
  defineDocumentWork(builder, defineDocuments(builder, Verb), refused);
  defineOpenings(builder, refused);
  const consentWords = defineConsentWords(builder);
  const consent = defineConsent(builder, person, consentWords);
  defineConsentWork(builder, { ...consentWords, Consent: consent, Refused: refused });
  defineAdministration(builder, refused);
  defineSubscriptions(builder, { household, caseFile, AlertFilter });
  return { ...household, Person: person };
}

/** The schema of what was defined, the texts of its arguments guarded. */
export function buildGraph(builder: GraphBuilder): GraphQLSchema {
  return guardTexts(builder.toSchema({ sortSchema: true }));
}
