/** From a parsed operation to its answer: what is held back, what was disclosed, and the row in the log. */
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { DisclosureLog, DisclosureSlot } from '../../src/modules/audit/index.ts';
import { wholeGraphOf } from '../federation/whole-graph.ts';
import { disclosureOf } from '../permissions/disclosing.ts';
import { mergeReports } from '../permissions/disclosures.ts';
import { createOperationStudy, includeCarried, type OperationReport } from '../permissions/operation.ts';
import type { JsonText } from '../records/json-text.ts';
import type { Execution } from './execution.ts';
import { asGraphQLError } from './format-error.ts';
import type { OperationRequest } from './operation-request.ts';

export interface ExecutorParts {
  readonly schema: GraphQLSchema;
  /** Every answer about persons waits for its row. */
  readonly disclosureLog: DisclosureLog;
  readonly execution: Execution;
  /** Whoever asks writes the answer as JSON: its data may be a {@link JsonText}. */
  readonly asText?: boolean;
}

function refusal(error: unknown): ExecutionResult {
  if (!(error instanceof WanjiaError)) throw error;
  return { data: null, errors: [asGraphQLError(error)] };
}

/** Answers operations as a caller may see them: cleared, told what was held back, and logged before the answer leaves. */
export function createExecutor(parts: ExecutorParts): (request: OperationRequest) => Promise<ExecutionResult> {
  const { schema, execution, disclosureLog, asText = false } = parts;
  const [study, studyWhole] = [createOperationStudy(schema), createOperationStudy(wholeGraphOf(schema))];
  /** What is held back and disclosed is told of what the caller asked, however a gateway cut it up. */
  function reportOf({
    document,
    operation,
    variables,
    context: { clearance, hop },
  }: OperationRequest): OperationReport {
    if (hop === null) return study(document, operation, clearance, variables);
    const { original } = hop;
    return studyWhole(original.document, original.operation, clearance, original.variables);
  }
  async function execute(request: OperationRequest, report: OperationReport): Promise<ExecutionResult> {
    const written = asText ? ((await execution.write?.(request, report)) ?? null) : null;
    return written === null ? execution(request, report) : { data: written as never };
  }
  async function answer(request: OperationRequest, report: OperationReport): Promise<ExecutionResult> {
    const result = await execute(request, report);
    const { disclosures, carried, hop } = request.context;
    const { fixed, viewed } = includeCarried(report, carried);
    const noted = disclosures.none
      ? []
      : [...viewed].map(([coordinate, dataClass]) => disclosures.report(coordinate, dataClass));
    const errand = (await hop?.errand()) ?? null;
    return {
      ...result,
      extensions: { access: mergeReports([fixed, ...noted]), ...(errand === null ? {} : { errand }) },
    };
  }

  return async (request: OperationRequest): Promise<ExecutionResult> => {
    const { context } = request;
    const report = reportOf(request);
    if (report.personal.length === 0) return answer(request, report);
    let slot: DisclosureSlot | undefined;
    try {
      slot = disclosureLog.admit();
      const result = await answer(request, report);
      await slot.record(disclosureOf(includeCarried(report, context.carried), context, result));
      return result;
    } catch (error) {
      return refusal(error);
    } finally {
      slot?.release();
    }
  };
}
