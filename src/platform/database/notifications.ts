/** Listens for PostgreSQL's notifications on a connection of its own, and takes it up again when it breaks. */
import pg from 'pg';

export interface Listening {
  close(): Promise<void>;
}

const PAUSE_MS = 1_000;

export interface ListenSettings {
  readonly url: string;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  readonly channel: string;
}

/**
 * Calls `heard` for every notification on a channel, and once after each connection: what was said in between may
 * have been missed. Notifications carry nothing; they say that there is something to read.
 */
export function listenTo({ url, applicationName, channel }: ListenSettings, heard: () => void): Listening {
  let closed = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  function again(): void {
    client = undefined;
    if (!closed) retry = setTimeout(connect, PAUSE_MS);
  }

  async function open(): Promise<void> {
    const opening = new pg.Client({ connectionString: url, application_name: applicationName, keepAlive: true });
    client = opening;
    opening.on('error', () => undefined);
    opening.on('notification', heard);
    try {
      await opening.connect();
      await opening.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch {
      await opening.end().catch(() => undefined);
      return again();
    }
    opening.once('end', again);
    heard();
  }

  function connect(): void {
    void open();
  }

  connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
