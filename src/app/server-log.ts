/** The log of the process as its HTTP face writes it. */
import type { ServerLog } from '../../schema/server/server-log.ts';
import type { Log } from '../platform/log.ts';

export function serverLog(log: Log): ServerLog {
  return {
    info: (fields, message) => log.info(message, { ...fields }),
    warn: (fields, message) => log.warn(message, { ...fields }),
    error: (fields, message) => log.error(message, undefined, { ...fields }),
  };
}
