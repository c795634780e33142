/** Asks an agency for its sections, within a time; whatever goes wrong makes them unknown and nothing else. */
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { conforms } from './conforms.ts';
import type { Errand, Reason } from './errand.ts';
import { type SubgraphRequest, textOf } from './hub.ts';
import { BrokenOff, post, type Reply } from './post.ts';
import { unknownEntities } from './unavailable.ts';

/** How long an agency is waited for, and when it is not asked any more for a while. */
export interface Patience {
  readonly timeoutMs: number;
  readonly failures: number;
  readonly restMs: number;
}

export interface Agency {
  readonly name: string;
  readonly url: URL;
  readonly patience: Patience;
  /** Of the whole graph, to check what comes back. */
  readonly schema: GraphQLSchema;
}

class Unusable extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

const answered = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.looseObject({ message: z.string(), extensions: z.looseObject({ code: z.string() }).optional() }))
    .optional(),
});

function reasonOf(error: unknown): Reason {
  if (error instanceof Unusable) return error.reason;
  if (error instanceof BrokenOff) return 'UNREADABLE';
  if (error instanceof BrokenCircuitError) return 'CIRCUIT_OPEN';
  return error instanceof TaskCancelledError ? 'TIMEOUT' : 'UNREACHABLE';
}

type Answer = z.infer<typeof answered>;

/** What an agency says of single fields is told as the hub would tell it; what it says of all of them is a failure. */
function isRefusal({ data, errors = [] }: Answer): boolean {
  return data == null || errors.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readAnswer({ status, body }: Reply): Answer {
  if (status >= 300) throw new Unusable('REFUSED');
  const read = answered.safeParse(jsonOf(body));
  if (!read.success) throw new Unusable('UNREADABLE');
  if (isRefusal(read.data)) throw new Unusable('REFUSED');
  return read.data;
}

/** The way to one agency, with a circuit breaker of its own. */
export function createAgencyExecutor({ name, url, patience, schema }: Agency) {
  const policy = wrap(
    circuitBreaker(handleAll, {
      halfOpenAfter: patience.restMs,
      breaker: new ConsecutiveBreaker(patience.failures),
    }),
    // Whoever has answered need not be told to stop.
    timeout(patience.timeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false }),
  );

  async function ask(request: SubgraphRequest, errand: Errand, signal: AbortSignal): Promise<Answer> {
    const { document, variables } = request;
    const { signed } = errand;
    if (signed === undefined) throw new Unusable('REFUSED');
    const reply = await post(url, {
      headers: { authorization: `Bearer ${signed.token}` },
      body: JSON.stringify({ query: textOf(document), variables, extensions: { passes: signed.passes[name] } }),
      signal,
    });
    const answer = readAnswer(reply);
    if (!conforms(schema, request, answer.data)) throw new Unusable('UNREADABLE');
    return answer;
  }

  return async (request: SubgraphRequest, errand: Errand): Promise<ExecutionResult> => {
    try {
      // Without a signal of its own every request under way would listen to one that all share.
      const { signal: never } = new AbortController();
      const answer = await policy.execute(({ signal }) => ask(request, errand, signal), never);
      return answer as unknown as ExecutionResult;
    } catch (error) {
      errand.missed(name, reasonOf(error));
      const data = unknownEntities(schema, request.document, request.variables ?? {});
      return { data: data as Record<string, unknown> };
    }
  };
}
