/**
 * Errors as callers see them: a stable code, Chinese and English, what to do next. Never a value of the request, and
 * never the text of an error the hub did not expect.
 */
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError, Kind, print } from 'graphql';
import { type ErrorCode, type ErrorParams, errorMessage, WanjiaError } from '../../src/kernel/errors.ts';
import { isDatabaseAway } from '../../src/platform/database/away.ts';
import type { ServerLog } from './server-log.ts';

/** The body of an answer that holds one error. */
export function formatCatalogued(code: ErrorCode, params: ErrorParams = {}): GraphQLFormattedError {
  return {
    message: `${errorMessage(code, params, 'zh')} ${errorMessage(code, params, 'en')}`,
    extensions: { code, suggestion: errorMessage(code, params, 'suggestion') },
  };
}

/** An error for graphql-js that keeps its code through wrapping; `status` is for what is refused before it runs. */
export function asGraphQLError(
  error: WanjiaError,
  options: { readonly nodes?: GraphQLError['nodes']; readonly status?: number } = {},
): GraphQLError {
  const { nodes = null, status } = options;
  const http = status === undefined ? {} : { extensions: { http: { status } } };
  return new GraphQLError(error.message, { nodes, originalError: error, ...http });
}

function* causes(error: unknown): Generator<unknown> {
  for (let cause = error; cause instanceof Error; cause = (cause as { originalError?: unknown }).originalError)
    yield cause;
}

function expected(error: unknown): WanjiaError | null {
  for (const cause of causes(error)) {
    if (cause instanceof WanjiaError) return cause;
    // Pothos finds page arguments wrong: cursors, negative sizes, both directions at once.
    if (cause instanceof Error && cause.name === 'PothosValidationError')
      return new WanjiaError('BAD_USER_INPUT', {
        input: 'first, after, last, before',
        expected: 'a page of this list',
      });
  }
  return isDatabaseAway(error) ? new WanjiaError('DATABASE_AWAY') : null;
}

/** Names in the operation's own text may be repeated; literal values may not. */
export function redact(message: string): string {
  return message
    .replace(/(found|value:?|got invalid value) .*$/s, '$1 …')
    .replace(/^Value .* does not exist/s, 'The value does not exist')
    .replaceAll(/"([^"]*)"/g, (quoted, text: string) =>
      /^[$@[]?[A-Za-z_][\w.!\]]*$/.test(text) && !/\d{6}/.test(text) ? quoted : '"…"',
    )
    .replaceAll(/\d{6,}/g, '…');
}

const REQUEST_FAULTS: ReadonlySet<string> = new Set([
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

function badVariable(error: unknown): GraphQLFormattedError {
  for (const cause of causes(error)) {
    const node = cause instanceof GraphQLError ? cause.nodes?.[0] : undefined;
    if (node?.kind === Kind.VARIABLE_DEFINITION)
      return formatCatalogued('BAD_USER_INPUT', { input: print(node.variable), expected: print(node.type) });
  }
  return formatCatalogued('BAD_USER_INPUT', { input: 'a variable', expected: 'what the operation declares' });
}

function faultOfRequest(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const detail = redact(formatted.message);
  const { message, extensions } = formatCatalogued('REQUEST_MALFORMED', { detail });
  return { message, extensions: { ...extensions, code: formatted.extensions?.code } };
}

function reportUnexpected(error: unknown, log: ServerLog): GraphQLFormattedError {
  const reference = randomUUID();
  const innermost = [...causes(error)].at(-1);
  // A message may hold values of rows; where it happened does not.
  const stack =
    innermost instanceof Error ? (innermost.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = innermost instanceof Error ? innermost.name : typeof innermost;
  log.error({ reference, error: name, stack }, 'unexpected error while answering');
  return formatCatalogued('INTERNAL_SERVER_ERROR', { reference });
}

function textOf(formatted: GraphQLFormattedError, error: unknown, log: ServerLog): GraphQLFormattedError {
  const known = expected(error);
  if (known !== null) return formatCatalogued(known.code, known.params);
  const code = String(formatted.extensions?.code);
  if (code === 'BAD_USER_INPUT') return badVariable(error);
  if (code === 'GRAPHQL_PARSE_FAILED') return faultOfRequest({ ...formatted, message: 'syntax error' });
  if (REQUEST_FAULTS.has(code)) return faultOfRequest(formatted);
  if (code.startsWith('PERSISTED_QUERY')) return formatted;
  return reportUnexpected(error, log);
}

/** The `formatError` of the server. */
export function createFormatError(log: ServerLog) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { locations, path } = formatted;
    return {
      ...textOf(formatted, error, log),
      ...(locations === undefined ? {} : { locations }),
      ...(path === undefined ? {} : { path }),
    };
  };
}
