/** Operations that select one coordinate each: the shortest way to it from a root type. */
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { HEAD } from './sample-city.ts';

/** Literals for required arguments. */
export const SAMPLES: Readonly<Record<string, string>> = {
  'Query.household.id': '"H1"',
  'Query.changes.first': '10',
  'Query.householdByResident.residentId': `"${HEAD.residentId}"`,
  'Query.personLinks.personId': '"P1"',
  'Query.agencyRecords.personIds': '["P1"]',
  'Query.disclosures.personId': '"P1"',
  'Query.tryRule.rule': '{ id: "R01" }',
  'Mutation.submitRuleDraft.draft': '{ id: "R01" }',
  'Mutation.releaseRule.draftId': '"F1"',
  'Mutation.declineRuleDraft.draftId': '"F1"',
  'Mutation.rollBackRule.toVersion': '1',
  'Query.explainRule.householdId': '"H1"',
  'Query.explainRule.ruleId': '"R01"',
  'Mutation.decideIdentityReview.id': '"R1"',
  'Query.accessExplained.role': '"adviser"',
  'Query.accessExplained.type': '"Person"',
  'Mutation.assignAlert.id': '"A1"',
  'Mutation.breakGlass.minutes': '5',
  'Mutation.recordVisit.alertId': '"A1"',
  'Mutation.recordVisit.input': '{ visitedOn: "2026-10-31", visitors: ["x"], purpose: FOLLOW_UP }',
  'Mutation.recordHouseholdVisit.householdId': '"H1"',
  'Mutation.recordHouseholdVisit.input': '{ visitedOn: "2026-10-31", visitors: ["x"], purpose: REVIEW }',
  'Mutation.drawSpotChecks.division': '"310105001"',
  'Mutation.drawSpotChecks.size': '1',
  'Mutation.recordClue.input':
    '{ kind: HARDSHIP, channel: VISIT, householdId: "H1", occurredOn: "2026-10-31", source: "x" }',
  'Mutation.withdrawClue.clueId': '"K1"',
  'Mutation.withdrawClue.instead':
    '{ kind: HARDSHIP, channel: VISIT, householdId: "H1", occurredOn: "2026-10-31", source: "x" }',
  'Mutation.answerClue.clueId': '"K1"',
  'Mutation.answerClue.answer': 'ALREADY_KNOWN',
  'Query.alertLearning.by': 'RULE',
  'Query.consents.householdId': '"H1"',
  'Query.consentsByIds.ids': '["G1"]',
  'Mutation.recordConsent.input':
    '{ householdId: "H1", capacity: SELF, kind: "x", scope: [], purposes: [], validFrom: "2026-10-31", validUntil: "2026-10-31", evidence: "x" }',
  'Mutation.withdrawConsent.id': '"G1"',
  'Mutation.withdrawConsent.how': 'WRITTEN',
  'Mutation.requestOpening.householdIds': '["H1"]',
  'Mutation.requestOpening.reason': '"上门核实前查看"',
  'Mutation.answerOpening.id': '"O1"',
  'Mutation.answerOpening.confirm': 'true',
  'Mutation.closeAlert.id': '"A1"',
  'Mutation.closeAlert.outcome': 'GRANTED',
  'Query.webhook.id': '"W1"',
  'Mutation.registerOperations.manifest': '{}',
  'Mutation.removeOperations.hashes': '[]',
  'Mutation.createWebhook.input': '{ url: "https://partner.example/hook", types: [ALERT] }',
  'Mutation.confirmWebhook.id': '"W1"',
  'Mutation.pauseWebhook.id': '"W1"',
  'Mutation.replaceWebhookSecret.id': '"W1"',
  'Mutation.removeWebhook.id': '"W1"',
  'Mutation.testWebhook.id': '"W1"',
  'Mutation.replayWebhook.id': '"W1"',
  'Mutation.replayWebhook.since': '"2026-10-31T00:00:00+08:00"',
  'Mutation.resendWebhookMessage.id': '"W1"',
  'Mutation.resendWebhookMessage.position': '"1"',
  'Query.export.id': '"E1"',
  'Mutation.startExport.input': '{ types: [HOUSEHOLD], format: NDJSON }',
  'Mutation.cancelExport.id': '"E1"',
  'Mutation.answerExport.id': '"E1"',
  'Mutation.answerExport.confirm': 'true',
  'Mutation.addMessageAddress.input':
    '{ channel: EMAIL, address: "x@example.gov.cn", preferences: { kinds: [DIGEST] } }',
  'Mutation.sendMessageCode.id': '"M1"',
  'Mutation.confirmMessageAddress.id': '"M1"',
  'Mutation.confirmMessageAddress.code': '"000000"',
  'Mutation.setMessagePreferences.id': '"M1"',
  'Mutation.setMessagePreferences.preferences': '{ kinds: [DIGEST] }',
  'Mutation.pauseMessageAddress.id': '"M1"',
  'Mutation.removeMessageAddress.id': '"M1"',
  'Query.case.id': '"C1"',
  'Query.referral.id': '"S1"',
  'Mutation.openCase.householdId': '"H1"',
  'Mutation.openCase.input': '{ nextContactOn: "2026-11-05" }',
  'Mutation.planCase.caseId': '"C1"',
  'Mutation.planCase.input': '{ nextContactOn: "2026-11-05" }',
  'Mutation.closeCase.caseId': '"C1"',
  'Mutation.closeCase.outcome': 'NEED_MET',
  'Mutation.refer.caseId': '"C1"',
  'Mutation.refer.input': '{ organisation: "demo-service-organisation", need: CARE }',
  'Mutation.answerReferral.id': '"S1"',
  'Mutation.answerReferral.answer': 'ACCEPTED',
  'Mutation.endReferral.id': '"S1"',
  'Mutation.endReferral.reason': 'COMPLETED',
  'Query.accounts.kind': 'STAFF',
  'Mutation.saveOrganisation.input':
    '{ id: "care-home", title: "x", kind: "service-organisation", divisions: ["310105"], suspended: false }',
  'Mutation.saveAccount.input':
    '{ handle: "li-na", issuer: "x", subject: "x", organisation: "x", roles: ["adviser"], divisions: ["310105"], suspended: false }',
  'Mutation.suspendDataClass.input': '{ target: ROLE, of: "adviser", dataClass: "phone" }',
  'Mutation.liftSuspension.id': '"X1"',
  'Mutation.revokeTokens.input': '{ issuer: "x", kind: TOKEN, value: "x" }',
  'Mutation.undoLink.recordType': '"ED01"',
  'Mutation.resubmitQuarantinedRow.id': '"Q1"',
  'Mutation.resubmitQuarantinedRow.cells': '[]',
};
const ANY_SAMPLE = '"x"';
/** A withheld amount is an object that says so. */
const AMOUNT = '{ value status sources asOf }';

interface Step {
  readonly open: string;
  readonly close: string;
}

export interface Way {
  readonly coordinate: string;
  readonly text: string;
  /** Coordinates passed through, the last one included. */
  readonly passed: readonly string[];
}

/** The arguments a field must be given, with samples. */
export function argumentsOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
  const given = field.args
    .filter((arg) => isNonNullType(arg.type))
    .map((arg) => `${arg.name}: ${SAMPLES[`${type.name}.${field.name}.${arg.name}`] ?? ANY_SAMPLE}`);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

/** One operation per field of every type that can be reached. */
export function waysToFields(schema: GraphQLSchema): Way[] {
  const seen = new Set<string>();
  // What can be queried is not reached through events.
  return [
    ...waysFrom(
      [
        ['query', schema.getQueryType()],
        ['mutation', schema.getMutationType()],
      ],
      seen,
    ),
    ...waysFrom([['subscription', schema.getSubscriptionType()]], seen),
  ];
}

function waysFrom(roots: readonly [string, GraphQLObjectType | null | undefined][], seen: Set<string>): Way[] {
  const ways: Way[] = [];
  const queue: { type: GraphQLObjectType; steps: Step[]; passed: string[] }[] = roots.flatMap(([kind, type]) =>
    type ? [{ type, steps: [{ open: `${kind} {`, close: '}' }], passed: [] }] : [],
  );
  for (let here = queue.shift(); here !== undefined; here = queue.shift()) {
    if (seen.has(here.type.name)) continue;
    seen.add(here.type.name);
    for (const field of Object.values(here.type.getFields())) {
      const named = getNamedType(field.type);
      const call = `${field.name}${argumentsOf(here.type, field)}`;
      const passed = [...here.passed, `${here.type.name}.${field.name}`];
      const inner = named.name === 'MoneyFact' ? AMOUNT : '{ __typename }';
      const leaf = isLeafType(named) ? call : `${call} ${inner}`;
      const text = `${here.steps.map(({ open }) => open).join(' ')} ${leaf} ${here.steps.map(({ close }) => close).join(' ')}`;
      ways.push({ coordinate: `${here.type.name}.${field.name}`, text, passed });
      const step = { open: `${call} {`, close: '}' };
      if (isObjectType(named)) queue.push({ type: named, steps: [...here.steps, step], passed });
      if (isUnionType(named))
        for (const member of named.getTypes())
          queue.push({
            type: member,
            steps: [...here.steps, step, { open: `... on ${member.name} {`, close: '}' }],
            passed,
          });
    }
  }
  return ways;
}
