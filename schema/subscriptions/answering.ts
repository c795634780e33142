/**
 * What subscribers are told of one change. Those who may see the same share the reading of it; each has its own row in
 * the disclosure log.
 */
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { RecentMap } from '../../src/kernel/recent-map.ts';
import type { DisclosureLog } from '../../src/modules/audit/index.ts';
import type { FollowedEvent, RequestContext } from '../context.ts';
import { createClearedSchemas } from '../permissions/cleared-schema.ts';
import { type ContextParts, createRequestContext, type RequestIdentity } from '../request-context.ts';
import { createExecutor } from '../server/executor.ts';
import { mayPass } from './passing.ts';
import { createTurns } from './turns.ts';

/** Changes whose reading is kept for those who are a little behind. */
const CHANGES_KEPT = 64;
/** Answers at a time: many subscribers must not take the disclosure log from those who ask. */
const AT_ONCE = 500;

/** What a subscriber asked to be told. */
export interface Asking {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The same for all that asks the same, wherever in the feed it began. */
  readonly key: string;
}

/** Throws what may pass: the event is not told yet, and asking again is not telling it twice. */
export type Answering = (identity: RequestIdentity, event: FollowedEvent, asking: Asking) => Promise<ExecutionResult>;

export interface AnsweringParts extends ContextParts {
  readonly schema: GraphQLSchema;
  readonly disclosureLog: DisclosureLog;
}

/** One reading of a change for all who may see the same of it. */
interface SharedReading {
  readonly context: RequestContext;
  result?: Promise<ExecutionResult>;
}

/** What has been read of one change. */
interface ChangeReadings {
  readonly byGroup: Map<string, SharedReading>;
  /** Callers to whom the household was opened, whom nobody shares a reading with; read once for all of them. */
  openedTo?: Promise<ReadonlySet<string>>;
}

const callerKey = ({ organisation, subject }: { readonly organisation: string; readonly subject: string }): string =>
  JSON.stringify([organisation, subject]);

export function createAnswering(parts: AnsweringParts): Answering {
  const { schema, graph, disclosureLog } = parts;
  const cleared = createClearedSchemas(schema);
  const readings = new RecentMap<number, ChangeReadings>(CHANGES_KEPT);
  const sharing = new WeakMap<RequestContext, SharedReading>();
  const inTurn = createTurns(AT_ONCE);

  const answer = createExecutor({
    schema,
    disclosureLog,
    execution: ({ document, operationName, variables, context }) => {
      const reading = sharing.get(context);
      if (reading === undefined) throw new Error('a subscription is answered change by change');
      reading.result ??= (async () =>
        execute({
          schema: cleared(context.clearance),
          document,
          contextValue: reading.context,
          variableValues: variables,
          operationName,
        }))();
      return reading.result;
    },
  });

  async function openersOf(householdId: number): Promise<ReadonlySet<string>> {
    const openers = await graph.openings.openersOf(householdId);
    return new Set(openers.map(callerKey));
  }

  function readingsOf({ position }: FollowedEvent['change']): ChangeReadings {
    const known = readings.get(position);
    if (known !== undefined) return known;
    const made: ChangeReadings = { byGroup: new Map() };
    readings.set(position, made);
    return made;
  }

  /** Whom a household was opened to shares with nobody; so does who may open some, where it is not known which it is. */
  async function ownGroup({ caller, clearance }: RequestIdentity, event: FollowedEvent): Promise<string> {
    if (!clearance.asks.has('emergency') && !clearance.asks.has('second-person')) return '';
    const { householdId } = event.change;
    if (householdId === null) return callerKey(caller);
    const known = readingsOf(event.change);
    known.openedTo ??= openersOf(householdId);
    const opened = await known.openedTo;
    return opened.has(callerKey(caller)) ? callerKey(caller) : '';
  }

  /** The reading that a subscriber shares with all who see the same. */
  async function sharedReading(
    identity: RequestIdentity,
    event: FollowedEvent,
    { key }: Asking,
  ): Promise<SharedReading> {
    const { caller, purpose, caseId, clearance } = identity;
    const own = await ownGroup(identity, event);
    const sees = [clearance.key, purpose, caseId, caller.organisation, caller.divisions, own, key];
    const { byGroup } = readingsOf(event.change);
    const group = JSON.stringify(sees);
    const reading = byGroup.get(group) ?? { context: createRequestContext(parts, identity, { event }) };
    byGroup.set(group, reading);
    return reading;
  }

  async function tell(identity: RequestIdentity, event: FollowedEvent, asking: Asking): Promise<ExecutionResult> {
    const reading = await sharedReading(identity, event, asking);
    const context: RequestContext = { ...reading.context, caller: identity.caller, caseId: identity.caseId };
    sharing.set(context, reading);
    const { document, operation, variables } = asking;
    const operationName = operation.name?.value ?? null;
    return inTurn(() => answer({ document, operation, operationName, variables, context }));
  }

  return async (identity, event, asking) => {
    try {
      const result = await tell(identity, event, asking);
      for (const error of result.errors ?? []) if (mayPass(error)) throw error;
      return result;
    } catch (error) {
      // Whoever asks again is not told of the same failure.
      readings.delete(event.change.position);
      throw error;
    }
  };
}
