import { pino } from 'pino';
import { failureReason } from './failure-reason.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What a log line may tell besides its message: counts, durations, codes and ids. Never a record or a part of one. */
export type LogFacts = Readonly<Record<string, string | number | bigint | boolean | null | undefined>>;

/**
 * The hub's log. Messages are fixed texts; what varies goes into the facts. An error is logged by its catalogue text
 * or its kind, because the message of a foreign error may quote a row.
 */
export interface Log {
  debug(message: string, facts?: LogFacts): void;
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, error?: unknown, facts?: LogFacts): void;
  /** A log that adds these facts to every line. */
  with(facts: LogFacts): Log;
}

/** A number of a person or a telephone, should one get into a fact after all. */
const PERSONAL = /\d{15,22}[\dXx]?|1[3-9]\d{9}/g;

function clean(facts: LogFacts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => {
      if (typeof value === 'bigint') return [name, String(value)];
      return [name, typeof value === 'string' ? value.replace(PERSONAL, '[withheld]') : value];
    }),
  );
}

function over(logger: pino.Logger): Log {
  return {
    debug: (message, facts = {}) => logger.debug(clean(facts), message),
    info: (message, facts = {}) => logger.info(clean(facts), message),
    warn: (message, facts = {}) => logger.warn(clean(facts), message),
    error: (message, error, facts = {}) => logger.error(clean({ ...facts, reason: failureReason(error) }), message),
    with: (facts) => over(logger.child(clean(facts))),
  };
}

/** A log of JSON lines, to standard error unless another destination is given. */
export function createLog(level: LogLevel, destination: pino.DestinationStream = pino.destination(2)): Log {
  return over(pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination));
}
