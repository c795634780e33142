/**
 * What a caller that is not asking at this moment is told of changes: for what is sent by itself, such as webhooks. It
 * is admitted and cleared anew each time, and every telling has its row in the disclosure log before it leaves.
 */
import { type DocumentNode, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { CHANGE_TYPES, type ChangeType } from '../../src/kernel/change.ts';
import type { DisclosureLog } from '../../src/modules/audit/index.ts';
import type { Change } from '../../src/modules/delivery/index.ts';
import type { RequestContext } from '../context.ts';
import { disclosureOf } from '../permissions/disclosing.ts';
import { createOperationStudy, includeCarried } from '../permissions/operation.ts';
import { recallCaller, type StandingCaller, type StandingParts } from '../permissions/standing.ts';
import { operationIn } from '../records/projection.ts';
import { type ContextParts, createRequestContext } from '../request-context.ts';
import type { Execution } from '../server/execution.ts';
import { createExecutor } from '../server/executor.ts';
import { type ToldChange, tellChanges } from './change-page.ts';

export interface StandingViewerParts extends ContextParts, StandingParts {
  readonly schema: GraphQLSchema;
  readonly disclosureLog: DisclosureLog;
  readonly execution: Execution;
}

export interface StandingViewer {
  readonly organisation: string;
  readonly divisions: readonly string[];
  /** What it may follow. */
  readonly types: readonly ChangeType[];
  /** Changes as it may see them now; with their records only if they are to leave. */
  tell(changes: readonly Change[], withRecords: boolean): Promise<readonly ToldChange[]>;
  /** Answers a document of the hub's own as it would be answered to this caller now; null: it is not admitted any more. */
  ask(document: DocumentNode, variables: Readonly<Record<string, unknown>>): Promise<ExecutionResult | null>;
}

export type StandingViewers = (standing: StandingCaller) => Promise<StandingViewer | null>;

const edges = (fields: string): DocumentNode =>
  parse(`query Webhook { changes(first: 1) { edges { cursor type operation id version changedAt ${fields} } } }`);
const THIN = edges('');
const FAT = edges('record');

export function createStandingViewers(parts: StandingViewerParts): StandingViewers {
  const { schema, disclosureLog } = parts;
  const study = createOperationStudy(schema);
  const run = createExecutor(parts);

  async function contextOf(standing: StandingCaller): Promise<RequestContext | null> {
    const identity = await recallCaller(parts, standing);
    return identity === null ? null : createRequestContext(parts, identity);
  }

  async function tell(
    changes: readonly Change[],
    context: RequestContext,
    withRecords: boolean,
  ): Promise<readonly ToldChange[]> {
    const slot = disclosureLog.admit();
    try {
      const followed = changes.filter(({ type }) => context.records.mayFollow(type));
      const told = await tellChanges(followed, context);
      const document = withRecords ? FAT : THIN;
      const report = study(document, operationIn(document), context.clearance, {});
      const whole = withRecords ? includeCarried(report, context.carried) : report;
      await slot.record(disclosureOf(whole, context, {}));
      return withRecords ? told : told.map((one) => ({ ...one, record: null }));
    } finally {
      slot.release();
    }
  }

  return async (standing) => {
    const context = await contextOf(standing);
    if (context === null) return null;
    const { organisation, divisions } = context.caller;
    return {
      organisation,
      divisions,
      types: CHANGE_TYPES.filter((type) => context.records.mayFollow(type)),
      // What a request sees is remembered for as long as it lasts; each telling is a request of its own.
      tell: async (changes, withRecords) => {
        const fresh = await contextOf(standing);
        return fresh === null ? [] : tell(changes, fresh, withRecords);
      },
      ask: async (document, variables) => {
        const fresh = await contextOf(standing);
        const operation = operationIn(document);
        return fresh && run({ document, operation, operationName: null, variables, context: fresh });
      },
    };
  };
}
