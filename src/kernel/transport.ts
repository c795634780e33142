/** The ways in which agencies hand their records over. */
export const TRANSPORTS = ['sql-views', 'drop-folder', 'http-pages', 'http-cursor'] as const;

export type Transport = (typeof TRANSPORTS)[number];
