/** Puts the hub's parts together over one database. The only place where they are constructed. */
import { join } from 'node:path';
import { CONTRACTS } from '../../connectors/index.ts';
import type { Config } from '../config/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { IDENTITY_MASKS } from '../modules/access/index.ts';
import {
  type AlertDesk,
  type Alerting,
  createAlertDesk,
  createAlerting,
  createLearning,
  createStaffing,
  type Learning,
  loadRoster,
  type Roster,
  type Staffing,
} from '../modules/alerting/index.ts';
import { type Audit, openAudit } from '../modules/audit/index.ts';
import {
  type Cases,
  type ClueDesk,
  countClues,
  createCaseBook,
  createCases,
  createClueDesk,
  createReviews,
  loadReviewRules,
  type Reviews,
} from '../modules/casework/index.ts';
import {
  type ChangeFanout,
  type ChangeFeed,
  createChangeFeed,
  createCursors,
  createFanout,
} from '../modules/delivery/index.ts';
import {
  createClueIntake,
  createDiscovery,
  createReleases,
  createRuleBook,
  createTrials,
  type Discovery,
  loadPack,
  type Pack,
  type Releases,
  type Trials,
} from '../modules/discovery/index.ts';
import { createDocuments, type Documents } from '../modules/documents/index.ts';
import {
  createLinks,
  type FileLinks,
  type FileStore,
  localStore,
  s3Store,
  sealedStore,
} from '../modules/exports/index.ts';
import { createHouseholdReader, createHouseholdService, type HouseholdReader } from '../modules/household/index.ts';
import { createIdentityDecisions, createIdentityResolver, type IdentityDecisions } from '../modules/identity/index.ts';
import {
  type Archive,
  type BatchApplier,
  createArchive,
  createBatchApplier,
  createQuarantine,
  createRetention,
  holdsBatches,
  type Quarantine,
  type Retention,
  readFeedStandings,
} from '../modules/ingestion/index.ts';
import { loadMessagePolicy, type Messages } from '../modules/messages/index.ts';
import type { Webhooks } from '../modules/webhooks/index.ts';
import { secretKey } from '../platform/crypto/key-file.ts';
import { fileKeyProvider } from '../platform/crypto/key-provider.ts';
import { openSealing, type Sealing } from '../platform/crypto/sealing.ts';
import { type Database, openDatabase } from '../platform/database/database.ts';
import { startEmbedded } from '../platform/database/embedded.ts';
import { migrate } from '../platform/database/migrate.ts';
import type { Log } from '../platform/log.ts';
import { openPrisma, type PrismaClient } from '../platform/prisma.ts';
import { type MessageSetting, openChannels, openMessages } from './message-channels.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';
import { packFolder } from './project.ts';
import { openWebhooks } from './webhooks.ts';

/** The jurisdiction whose policy pack is in force. */
const JURISDICTION = 'shanghai/changning';

/** The hub without its faces: what the server, the jobs and the commands work on. */
export interface Hub {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  readonly db: Database;
  /** Seals what must not lie readable in database and archive. */
  readonly sealing: Sealing;
  readonly prisma: PrismaClient;
  readonly pack: Pack;
  readonly archive: Archive;
  readonly applier: BatchApplier;
  readonly quarantine: Quarantine;
  readonly retention: Retention;
  readonly identity: IdentityDecisions;
  readonly households: HouseholdReader;
  readonly discovery: Discovery;
  readonly trials: Trials;
  readonly releases: Releases;
  readonly alerting: Alerting;
  readonly alertDesk: AlertDesk;
  readonly roster: Roster;
  readonly staffing: Staffing;
  readonly learning: Learning;
  readonly reviews: Reviews;
  readonly clues: ClueDesk;
  readonly cases: Cases;
  readonly audit: Audit;
  readonly changes: ChangeFeed;
  readonly webhooks: Webhooks;
  readonly documents: Documents;
  /** Where the files of exports are kept, sealed. */
  readonly exportFiles: FileStore;
  readonly exportLinks: FileLinks;
  readonly messages: Messages;
  /** When the staff are told, and by which ways. */
  readonly messaging: MessageSetting;
  readonly fanout: ChangeFanout;
  readonly pipeline: Pipeline;
  /** Whether the database runs inside the home folder. */
  readonly embedded: boolean;
  close(): Promise<void>;
}

/** The database that the configuration names, or the embedded one; migrated. */
interface OpenedDatabase {
  readonly db: Database;
  readonly embedded: boolean;
  close(): Promise<void>;
}

export async function openHubDatabase(config: Config, applicationName: string): Promise<OpenedDatabase> {
  const server = config.databaseUrl === undefined ? await startEmbedded({ home: config.home }) : null;
  const url = config.databaseUrl ?? server?.url ?? '';
  try {
    const db = await openDatabase({ url, applicationName });
    return {
      db,
      embedded: server !== null,
      close: async () => {
        await db.close();
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

const exportStoreOf = ({ exports: { folder, s3Url } }: Config): FileStore =>
  s3Url === undefined ? localStore(folder) : s3Store(s3Url);

/** Opens and migrates the database and builds every part over it. */
export async function openHub(deps: {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
}): Promise<Hub> {
  const { config, clock, log } = deps;
  const opened = await openHubDatabase(config, 'wanjia-hub');
  try {
    await migrate(opened.db);
    const sealing = await openSealing({
      db: opened.db,
      provider: fileKeyProvider(join(config.home, 'keys')),
      holdsRecords: () => holdsBatches(opened.db),
      onFailure: (error) => log.error('the sealing keys could not be read again', error),
    });
    return await assemble(deps, { ...opened, sealing }, await loadPack(packFolder(), JURISDICTION));
  } catch (error) {
    await opened.close();
    log.error('the hub could not be opened', error);
    throw error;
  }

  async function assemble(
    _deps: typeof deps,
    { db, sealing, embedded, close }: OpenedDatabase & { readonly sealing: Sealing },
    pack: Pack,
  ): Promise<Hub> {
    const { sealer, bulk } = sealing;
    const prisma = openPrisma({ url: db.url, applicationName: 'wanjia-hub' });
    const archive = createArchive(join(config.home, 'archive'), sealing.files);
    const applier = createBatchApplier({ db, clock, sealer, bulk, archive, contracts: CONTRACTS });
    const roster = await loadRoster(packFolder(), pack.name, pack.division);
    const discovery = createDiscovery({ db, pack, feedsOn: (day, at) => readFeedStandings(at, day) });
    // Packs that no longer fit what was released are told now, not at the next evaluation.
    await createRuleBook(pack).read(db);
    const trials = createTrials({
      db,
      pack,
      households: createHouseholdReader({ db, sealer }),
      feedsOn: (day, at) => readFeedStandings(at, day),
    });
    const alerting = createAlerting({ db, clock, pack, roster });
    const cases = createCases({ db, clock, sealer: sealing.sealer });
    const fanout = createFanout({ db, log });
    const messaging = openChannels(config, await loadMessagePolicy(packFolder(), pack.name));
    const audit = await openAudit({ db, clock, settings: { home: config.home, ...config.disclosures } });
    return {
      config,
      clock,
      log,
      db,
      sealing,
      prisma,
      pack,
      archive,
      applier,
      discovery,
      trials,
      releases: createReleases({ db, clock, pack, trials }),
      alerting,
      cases,
      roster,
      staffing: createStaffing({ db, roster, pack }),
      learning: createLearning({ db, pack, countClues: (period) => countClues(db, period) }),
      clues: createClueDesk({
        ...{ db, clock, sealer, roster, pack },
        intake: createClueIntake({ db, clock, sealer }),
      }),
      reviews: createReviews({ db, clock, sealer, rules: await loadReviewRules(packFolder(), pack) }),
      alertDesk: createAlertDesk({ db, clock, pack, sealer, cases: createCaseBook(pack) }),
      embedded,
      audit,
      quarantine: createQuarantine({ db, clock, sealer, applier, contracts: CONTRACTS }),
      documents: createDocuments({ db, clock }),
      webhooks: openWebhooks({ config, clock, db, sealing }),
      exportFiles: sealedStore(exportStoreOf(config), sealing.files),
      exportLinks: createLinks(await secretKey(join(config.home, 'keys'), 'export-link.key')),
      messaging,
      messages: openMessages({ db, clock, sealing }, messaging),
      fanout,
      changes: createChangeFeed({
        db,
        cursors: createCursors(await secretKey(join(config.home, 'keys'), 'cursor.key')),
      }),
      retention: createRetention({ db, clock, archive, ...config.retention }),
      identity: createIdentityDecisions({ db, sealer }),
      households: createHouseholdReader({ db, sealer }),
      pipeline: createPipeline({
        db,
        applier,
        cases,
        discovery,
        alerting,
        identity: createIdentityResolver({ db }),
        households: createHouseholdService({ db, sealer, bulk, masks: IDENTITY_MASKS }),
      }),
      close: async () => {
        sealing.close();
        messaging.close();
        await fanout.close();
        await audit.log.close();
        await prisma.$disconnect();
        await close();
      },
    };
  }
}
