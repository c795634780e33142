/** Whether a failure says that the database was not there: a restart, a broken line, a switch to its standby. */

/** SQLSTATE: connection exceptions, and what a server says that stops, crashed or is still starting. */
const STATES = /^(08...|57P0[1-3])$/;
const SOCKET = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
/** Prisma's codes and its driver's kinds for the same. */
const PRISMA = new Set(['P1001', 'P1002', 'P1017', 'DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout']);
/** What node-postgres says without a code. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

interface Failure {
  readonly code?: unknown;
  readonly kind?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly originalError?: unknown;
}

const DEEP = 8;

/** Looks at an error and what it was caused by; by their fields, for errors come from several realms and packages. */
export function isDatabaseAway(error: unknown, deep = DEEP): boolean {
  if (typeof error !== 'object' || error === null || deep === 0) return false;
  const { code, kind, message, cause, originalError } = error as Failure;
  const named = [code, kind].some(
    (name) => typeof name === 'string' && (STATES.test(name) || SOCKET.has(name) || PRISMA.has(name)),
  );
  if (named || (typeof message === 'string' && WORDS.test(message))) return true;
  return isDatabaseAway(cause, deep - 1) || isDatabaseAway(originalError, deep - 1);
}
