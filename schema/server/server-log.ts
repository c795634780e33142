/** What the server writes to a log: counts, codes and ids, never names, numbers or payloads. */
export interface ServerLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
