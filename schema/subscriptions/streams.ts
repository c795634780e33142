/**
 * A subscription as a stream of answers. Access is decided when it is opened and anew for every event: a token that
 * ended or was revoked ends the stream, a grant or consent that is gone thins it.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { type ExecutionResult, type GraphQLError, getArgumentValues, getVariableValues } from 'graphql';
import type { ChangeType } from '../../src/kernel/change.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import {
  type Change,
  type ChangeFollower,
  type FeedPlace,
  type FeedState,
  scopePatterns,
} from '../../src/modules/delivery/index.ts';
import { type Steadiness, steadily } from '../../src/platform/database/steadily.ts';
import { refusedAttempt } from '../permissions/disclosing.ts';
import { argumentCheck } from '../permissions/inputs.ts';
import { createOperationStudy } from '../permissions/operation.ts';
import { selectFields } from '../permissions/selection.ts';
import type { RequestIdentity } from '../request-context.ts';
import { type AuthenticateParts, authenticate } from '../server/authenticate.ts';
import { type AnswerStream, streamOf } from './answer-stream.ts';
import { type AnsweringParts, type Asking, createAnswering } from './answering.ts';
import { mayPass } from './passing.ts';

/** What each subscription follows. */
const FOLLOWED: Readonly<Record<string, ChangeType>> = {
  alertRaised: 'ALERT',
  householdChanged: 'HOUSEHOLD',
  caseChanged: 'CASE',
};

export interface StreamLimits {
  /** Streams that may be open in this process. */
  readonly atMost: number;
  /** Of these, one caller's. */
  readonly perCaller: number;
  /** An idle stream's caller is looked at again after so many seconds. */
  readonly recheckSeconds: number;
}

export const DEFAULT_STREAM_LIMITS: StreamLimits = { atMost: 10_000, perCaller: 100, recheckSeconds: 10 };

/** A reader that takes nothing while it is looked at so often is cut off. */
const LOOKS_AT_STALLED = 6;

/** How answers leave. */
export interface Outlet {
  /** Resolves once what was handed over before has left; false: it has not for so long. */
  ready(patienceMs: number): Promise<boolean>;
  /** The reader is too slow and is told no more. */
  cutOff(): void;
}

export interface StreamRequest extends Omit<Asking, 'key'> {
  readonly headers: IncomingHttpHeaders;
  readonly outlet: Outlet;
  /** Before any event it is told where it begins, so that it can go on from there when it breaks before the first. */
  readonly tellsPlace: boolean;
  /** Throws where the document is not trusted any more. */
  stillTrusted(organisation: string): Promise<unknown>;
  /** Errors as the caller is to see them. */
  show(errors: readonly GraphQLError[]): readonly GraphQLError[];
}

export interface Streams {
  /** Throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, TOO_MANY_SUBSCRIPTIONS, or what is wrong with the cursor. */
  open(request: StreamRequest): Promise<AnswerStream>;
  /** Throws UNAUTHENTICATED and what else keeps a caller out. */
  admit(headers: IncomingHttpHeaders): Promise<void>;
  /** Whose a caller is. Throws what keeps it out; it counts as no request. */
  organisationOf(headers: IncomingHttpHeaders): Promise<string>;
  /** Ends every stream. */
  close(): void;
}

export interface StreamParts extends AnsweringParts, Omit<AuthenticateParts, 'graph'> {
  readonly streams: StreamLimits;
}

interface Opened {
  readonly request: StreamRequest;
  readonly asking: Asking;
  /** The name its field is answered by. */
  readonly field: string;
  readonly place: FeedPlace;
  readonly feed: FeedState;
  readonly organisation: string;
}

/** Places for open streams: so many in all, and so many for one caller. */
function createPlaces({ atMost, perCaller }: StreamLimits) {
  const taken = new Map<string, number>();
  let all = 0;
  return ({ caller }: RequestIdentity): (() => void) => {
    const name = JSON.stringify([caller.organisation, caller.subject]);
    const own = taken.get(name) ?? 0;
    if (all >= atMost || own >= perCaller)
      throw new WanjiaError('TOO_MANY_SUBSCRIPTIONS', { limit: all >= atMost ? atMost : perCaller });
    all += 1;
    taken.set(name, own + 1);
    return () => {
      all -= 1;
      const left = (taken.get(name) ?? 1) - 1;
      if (left === 0) taken.delete(name);
      else taken.set(name, left);
    };
  };
}

export function createStreams(parts: StreamParts): Streams {
  const { schema, graph, disclosureLog, streams: limits } = parts;
  const study = createOperationStudy(schema);
  /** Looking again at who listens is not another request of theirs. */
  const again: StreamParts = { ...parts, requests: { admit: () => undefined } };
  const answer = createAnswering(parts);
  const takePlace = createPlaces(limits);
  const open = new Set<ChangeFollower>();
  const recheckMs = limits.recheckSeconds * 1_000;

  /** Who listens, as things stand now; throws where the stream is over for them. */
  async function whoListens({ request, organisation }: Opened): Promise<RequestIdentity> {
    const identity = await authenticate(request.headers, again);
    if (identity.caller.organisation !== organisation)
      throw new WanjiaError('UNAUTHENTICATED', { detail: 'another caller' });
    const { document, operation, variables } = request;
    if (study(document, operation, identity.clearance, variables).denied.length > 0)
      throw new WanjiaError('FORBIDDEN', { what: 'this subscription' });
    await request.stillTrusted(organisation);
    return identity;
  }

  /** Waits until what was told has left; whoever listens is looked at meanwhile, and cut off in the end. */
  async function untilTaken(opened: Opened, steady: Steadiness): Promise<void> {
    const { outlet } = opened.request;
    for (let looks = 1; !(await outlet.ready(recheckMs)); looks += 1) {
      try {
        await steadily(() => whoListens(opened), steady);
        if (looks === LOOKS_AT_STALLED) throw new WanjiaError('SLOW_READER', { waiting: 1 });
      } catch (error) {
        outlet.cutOff();
        throw error;
      }
    }
  }

  const cursorAt = ({ feed, organisation, place }: Opened, position: number): string =>
    graph.changes.cursorAt(feed, organisation, { position, since: place.since });

  /** What is to be told of a change, as things stand when it can be told. */
  async function tell(opened: Opened, change: Change): Promise<ExecutionResult> {
    const cursor = cursorAt(opened, change.position);
    return answer(await whoListens(opened), { change, cursor }, opened.asking);
  }

  /** No event: where the stream begins. */
  const beginning = (opened: Opened): ExecutionResult => ({
    data: { [opened.field]: null },
    extensions: { place: cursorAt(opened, opened.place.position) },
  });

  async function* answers(follower: ChangeFollower, opened: Opened): AnswerStream {
    const steady = { mayPass, isWanted: () => open.has(follower) };
    if (opened.request.tellsPlace) yield beginning(opened);
    for (;;) {
      await untilTaken(opened, steady);
      const change = await steadily(() => follower.next(recheckMs), steady);
      if (change === undefined) return;
      if (change === null) {
        await steadily(() => whoListens(opened), steady);
        continue;
      }
      const result = await steadily(() => tell(opened, change), steady);
      const told = Object.values(result.data ?? {}).some((value) => value !== null);
      if (told || result.errors !== undefined) yield result;
    }
  }

  /** The one field of the subscription and what it is given. */
  function fieldOf({ document, operation, variables }: StreamRequest) {
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (coerced.errors !== undefined)
      throw new WanjiaError('BAD_USER_INPUT', { input: 'variables', expected: 'what the operation declares' });
    const root = schema.getSubscriptionType();
    const fields = root?.getFields() ?? {};
    const [coordinate = ''] = [
      ...selectFields(schema, { document, operation, variables: null }, () => false).fields.keys(),
    ].filter((name) => name.startsWith(`${root?.name}.`));
    const field = fields[coordinate.split('.')[1] ?? ''];
    const node = operation.selectionSet.selections.find((selection) => selection.kind === 'Field');
    const type = field && FOLLOWED[field.name];
    if (field === undefined || node === undefined || type === undefined || node.name.value !== field.name)
      throw new WanjiaError('BAD_USER_INPUT', { input: 'query', expected: 'one subscription, selected directly' });
    const { value: name } = node.alias ?? node.name;
    return { field, name, type, args: getArgumentValues(field, node, coerced.coerced) };
  }

  async function refuse(identity: RequestIdentity, denied: readonly string[]): Promise<never> {
    await disclosureLog.admit().record(refusedAttempt(identity, denied));
    throw new WanjiaError('FORBIDDEN', { what: denied.join(', ') });
  }

  /** Checks what was asked and begins to follow; throws what is wrong with it. */
  async function begin(identity: RequestIdentity, request: StreamRequest) {
    const { document, operation, variables, outlet } = request;
    const { denied } = study(document, operation, identity.clearance, variables);
    if (denied.length > 0) return refuse(identity, denied);
    const { field, name, type, args } = fieldOf(request);
    argumentCheck('Subscription', field, identity.clearance)?.(args);
    const { organisation } = identity.caller;
    const { after, ...given } = args;
    const { place, feed } = await graph.changes.placeOf(organisation, typeof after === 'string' ? after : null);
    const patterns = scopePatterns(identity.caller);
    const cutOff = (): void => outlet.cutOff();
    const follower = await graph.follow({ after: place.position, type, patterns, cutOff });
    const key = JSON.stringify([document.loc?.source.body, operation.name?.value, given]);
    return {
      follower,
      opened: { request, asking: { document, operation, variables, key }, field: name, place, feed, organisation },
    };
  }

  return {
    async admit(headers) {
      await authenticate(headers, parts);
    },
    async organisationOf(headers) {
      return (await authenticate(headers, again)).caller.organisation;
    },
    async open(request) {
      const identity = await authenticate(request.headers, parts);
      const leave = takePlace(identity);
      try {
        const { follower, opened } = await begin(identity, request);
        open.add(follower);
        const left = (): void => {
          if (!open.delete(follower)) return;
          follower.close();
          leave();
        };
        return streamOf(answers(follower, opened), { left, show: request.show });
      } catch (error) {
        leave();
        throw error;
      }
    },
    close() {
      for (const follower of open) follower.close();
    },
  };
}
