/**
 * What the disclosure log keeps of an answer: from the study of the operation, the subjects that were seen and what was
 * held back for some of them. The text of it is made once per operation, clearance and kind of outcome.
 */
import type { ExecutionResult, GraphQLError } from 'graphql';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { type Disclosure, type DisclosureScope, disclosureScope } from '../../src/modules/audit/index.ts';
import type { RequestContext } from '../context.ts';
import type { Disclosures } from './disclosures.ts';
import type { OperationReport } from './operation.ts';

const REFUSALS: ReadonlySet<string> = new Set(['FORBIDDEN', 'LOOKUPS_EXHAUSTED']);

function isRefusal(error: GraphQLError): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = (cause as GraphQLError).originalError)
    if (cause instanceof WanjiaError) return REFUSALS.has(cause.code);
  return false;
}

/** How the coordinates that are decided per person came out. */
function outcomeOf({ viewed }: OperationReport, disclosures: Disclosures): [string, 'masked' | 'withheld'][] {
  if (disclosures.none) return [];
  return [...viewed].flatMap(([coordinate, dataClass]) => {
    const { masked, withheld } = disclosures.held(dataClass);
    return [
      ...(masked ? [[coordinate, 'masked'] as [string, 'masked']] : []),
      ...(withheld ? [[coordinate, 'withheld'] as [string, 'withheld']] : []),
    ];
  });
}

function scopeOf(report: OperationReport, outcome: readonly [string, 'masked' | 'withheld'][]): DisclosureScope {
  const of = (kind: 'masked' | 'withheld'): string[] => outcome.flatMap(([name, held]) => (held === kind ? name : []));
  const withheld = [...report.fixed.withheld.map(({ coordinate }) => coordinate), ...report.denied];
  return disclosureScope({
    operation: report.name,
    document: report.document,
    fields: report.disclosed,
    masked: [...report.fixed.masked.map(({ coordinate }) => coordinate), ...of('masked')],
    withheld: [...withheld, ...of('withheld')],
  });
}

function decisionOf(scope: DisclosureScope, refused: boolean): Disclosure['decision'] {
  if (refused) return 'REFUSED';
  if (scope.withheld.length > 0) return 'WITHHELD';
  return scope.masked.length > 0 ? 'MASKED' : 'ALLOWED';
}

/** Who asked and why, as the log keeps it. */
export function askerOf({ caller, purpose, caseId }: Pick<RequestContext, 'caller' | 'purpose' | 'caseId'>) {
  return { subject: caller.subject, organisation: caller.organisation, purpose, caseId };
}

const scopes = new WeakMap<OperationReport, Map<string, DisclosureScope>>();

/** The row of one answer. */
export function disclosureOf(report: OperationReport, context: RequestContext, result: ExecutionResult): Disclosure {
  const known = scopes.get(report) ?? new Map<string, DisclosureScope>();
  scopes.set(report, known);
  const outcome = outcomeOf(report, context.disclosures);
  const key = outcome.join(' ');
  const scope = known.get(key) ?? scopeOf(report, outcome);
  known.set(key, scope);
  return {
    ...askerOf(context),
    scope,
    decision: decisionOf(scope, (result.errors ?? []).some(isRefusal)),
    persons: context.subjects.persons(),
    households: context.subjects.households(),
  };
}

/** An attempt that was refused before its operation was looked at. */
export function refusedAttempt(
  asker: Pick<RequestContext, 'caller' | 'purpose' | 'caseId'>,
  refused: readonly string[],
): Disclosure {
  const scope = disclosureScope({ operation: null, document: '', fields: [], masked: [], withheld: refused });
  return { ...askerOf(asker), scope, decision: 'REFUSED', persons: [], households: [] };
}
