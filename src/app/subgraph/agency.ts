/** An agency's own process: its records in a database of its own, joined to the hub's persons, shown as a subgraph. */
import { join } from 'node:path';
import { CONTRACTS } from '../../../connectors/index.ts';
import { createAgencyServer } from '../../../schema/federation/agency-server.ts';
import type { HttpServer } from '../../../schema/server/http-server.ts';
import type { Config } from '../../config/index.ts';
import { AGENCY_OF, type AgencyId, RECORD_TYPES } from '../../kernel/agency.ts';
import type { Clock } from '../../kernel/clock.ts';
import { WanjiaError } from '../../kernel/errors.ts';
import { createErrandReader, hubKeys } from '../../modules/access/index.ts';
import { openAudit } from '../../modules/audit/index.ts';
import { createArchive, createBatchApplier, holdsBatches, readHubDays } from '../../modules/ingestion/index.ts';
import { createSections, forgetCursor, readCursor, takeLinks } from '../../modules/sections/index.ts';
import { fileKeyProvider } from '../../platform/crypto/key-provider.ts';
import { openSealing } from '../../platform/crypto/sealing.ts';
import type { Database } from '../../platform/database/database.ts';
import { migrate, pendingMigrations } from '../../platform/database/migrate.ts';
import type { Log } from '../../platform/log.ts';
import { openPolicy } from '../access.ts';
import { openHubDatabase } from '../hub.ts';
import { createIntake } from '../pipeline.ts';
import { serverLog } from '../server-log.ts';
import type { SyncTarget } from '../sync.ts';
import { type HubAddress, readLinks } from './hub-links.ts';

/** An agency's process without its face. */
export interface AgencyProcess extends SyncTarget {
  readonly agency: AgencyId;
  readonly db: Database;
  readonly pipeline: ReturnType<typeof createIntake>;
  /** Asks the hub for news of its links until there are none; tells how many pages there were. */
  follow(): Promise<number>;
  /** Builds the sections that records or links changed; tells how many are new. */
  build(): Promise<number>;
  serve(): Promise<HttpServer>;
  close(): Promise<void>;
}

export interface AgencyDeps {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly agency: AgencyId;
  readonly hub: HubAddress;
}

const applicationName = (agency: AgencyId): string => `wanjia-${agency}`;

async function follow(db: Database, hub: HubAddress): Promise<number> {
  for (let pages = 1; ; pages += 1) {
    const page = await readLinks(hub, await readCursor(db)).catch(async (error: unknown) => {
      // What came after the cursor is kept no longer: the present state is told from the beginning.
      if (error instanceof WanjiaError && String(error.params.code).startsWith('CURSOR_')) {
        await forgetCursor(db);
        return null;
      }
      throw error;
    });
    if (page === null) continue;
    await takeLinks(db, page);
    if (!page.hasNextPage) return pages;
  }
}

async function assemble(deps: AgencyDeps, db: Database, close: () => Promise<void>): Promise<AgencyProcess> {
  const { config, clock, log, agency, hub } = deps;
  const sealing = await openSealing({
    db,
    provider: fileKeyProvider(join(config.home, 'keys')),
    holdsRecords: () => holdsBatches(db),
    onFailure: (error) => log.error('the sealing keys could not be read again', error),
  });
  const { sealer, bulk } = sealing;
  const archive = createArchive(join(config.home, 'archive'), sealing.files);
  const applier = createBatchApplier({ db, clock, sealer, bulk, archive, contracts: CONTRACTS });
  const sections = createSections({ db, recordTypes: RECORD_TYPES.filter((type) => AGENCY_OF[type] === agency) });
  const audit = await openAudit({ db, clock, settings: { home: config.home, ...config.disclosures } });
  const policy = await openPolicy();
  return {
    agency,
    db,
    clock,
    log,
    pipeline: createIntake(applier),
    follow: () => follow(db, hub),
    async build() {
      const days = await readHubDays(db);
      return days === null ? 0 : sections.build(days.today);
    },
    serve: () =>
      createAgencyServer({
        agency,
        policy,
        clock,
        errands: createErrandReader({ agency, keys: hubKeys(hub.url), clock }),
        sections,
        log: serverLog(log),
        disclosureLog: audit.log,
        ready: async () => (await pendingMigrations(db)).length === 0,
      }),
    async close() {
      sealing.close();
      await audit.log.close();
      await close();
    },
  };
}

/** Opens and migrates the agency's database and builds its parts over it. */
export async function openAgency(deps: AgencyDeps): Promise<AgencyProcess> {
  const { db, close } = await openHubDatabase(deps.config, applicationName(deps.agency));
  try {
    await migrate(db);
    const [hub] = await db.query('select 1 from person limit 1');
    if (hub !== undefined) throw new WanjiaError('HUB_DATABASE');
    return await assemble(deps, db, close);
  } catch (error) {
    await close();
    throw error;
  }
}
