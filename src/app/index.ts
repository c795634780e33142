/** The composition root's face: everything the commands can ask of the hub. Each call opens what it needs. */
import type { Refusal } from '../../schema/index.ts';
import type {
  AlertChanges,
  App,
  AppContext,
  CreateApp,
  EvaluateReport,
  IngestedBatch,
  IngestReport,
  Running,
  SyncReport,
} from '../cli/app.ts';
import { checkClock, checkDatabase, checkDisk, checkNode, checkQueue } from '../cli/doctor/index.ts';
import { beijingDay, systemClock } from '../kernel/clock.ts';
import type { Day } from '../kernel/day.ts';
import { WanjiaError } from '../kernel/errors.ts';
import { type BatchReport, readHubDays } from '../modules/ingestion/index.ts';
import { migrate } from '../platform/database/migrate.ts';
import { demoToken, openAccess, openPolicy } from './access.ts';
import { administerHub } from './administer.ts';
import { connectionsOf } from './connections.ts';
import { consentsOf, listConsents, withdrawAtCounter } from './consents.ts';
import { type IngestReport as Delivered, ingestDirectory, replayBatch } from './deliveries.ts';
import { checkDrift, checkFeeds, checkWaiting, checkWorkingDays } from './feed-checks.ts';
import { type Hub, openHub, openHubDatabase } from './hub.ts';
import { requestReseal } from './jobs.ts';
import { listHubKeys, resealHub, rotateHubKeys } from './keys.ts';
import { listFindings, listQuarantine, listReviews } from './listings.ts';
import { newConnector } from './new-connector.ts';
import { operateDocuments } from './operate-documents.ts';
import { operateExports } from './operate-exports.ts';
import { operateMessages } from './operate-messages.ts';
import { operateWebhooks } from './operate-webhooks.ts';
import { reportOfPerson } from './person-report.ts';
import type { DeriveReport, PipelineProgress } from './pipeline.ts';
import { connectorsFolder } from './project.ts';
import { REVIEW_REFUSALS, refusalOfRow, UNDO_REFUSALS } from './refusals.ts';
import { openFace, openHubQueue, runJobs } from './serve.ts';
import { startSimulated, writeSimulated } from './simulate.ts';
import { startHub } from './start.ts';
import { spawnGateway } from './subgraph/gateway.ts';
import { startAgency } from './subgraph/start-agency.ts';
import { startInParts } from './subgraph/start-in-parts.ts';
import { configuredAgencies, syncAgency } from './sync.ts';
import { keepWarehouse, syncWarehouseOnce } from './warehouse.ts';

const NO_ALERTS: AlertChanges = { raised: 0, changed: 0, closed: 0 };

function toldBatch(batch: BatchReport): IngestedBatch {
  const { agency: _agency, asOf: _asOf, id, unknownColumns, ...account } = batch;
  return { id: `B${id}`, ...account, unknownColumns: unknownColumns.join(' ') };
}

function told({ batches, refusedEntries, unlisted, derived }: Delivered): IngestReport {
  const refused = refusedEntries.map(({ name, message }) => ({
    id: null,
    unknownColumns: '',
    file: name,
    recordType: null,
    state: 'REFUSED',
    rows: 0,
    accepted: 0,
    unchanged: 0,
    superseded: 0,
    quarantined: 0,
    ended: 0,
    error: { code: 'MANIFEST_UNREADABLE', message, suggestion: 'Correct this entry of the manifest.' },
  }));
  return {
    batches: [...batches.map(toldBatch), ...refused],
    unlisted,
    households: derived?.households.changed ?? 0,
    alerts: derived?.alerts ?? NO_ALERTS,
  };
}

function refused({ code, params }: Refusal): WanjiaError {
  return new WanjiaError(code, params);
}

async function evaluateOn(hub: Hub, asOf: Day | undefined): Promise<EvaluateReport> {
  const days = await readHubDays(hub.db);
  if (days === null) throw new WanjiaError('NO_DATA_YET');
  const day = asOf ?? days.today;
  if (day < days.first) throw new WanjiaError('NO_DATA_BEFORE', { day: days.first });
  const write = day === days.today;
  const { rules } = await hub.discovery.evaluate({ day, scope: 'all', write });
  return { asOf: day, rules: await rules(), alerts: write ? await hub.alerting.apply(day) : NO_ALERTS };
}

export const createApp: CreateApp = (context: AppContext): App => {
  const { config, log, terminal } = context;
  const clock = systemClock;
  const closing: (() => Promise<unknown>)[] = [];
  let opened: Promise<Hub> | undefined;

  const hub = (): Promise<Hub> => {
    opened ??= openHub({ config, clock, log }).then((found) => {
      closing.push(() => found.close());
      return found;
    });
    return opened;
  };
  const running = (found: Running): Running => {
    closing.push(() => found.close());
    return found;
  };
  /** Aborted when everything is closed. */
  const stopping = (): AbortSignal => {
    const controller = new AbortController();
    closing.push(async () => controller.abort(new Error('stopped')));
    return controller.signal;
  };
  const ingestProgress = (progress: (done: number, total?: number) => void): PipelineProgress => {
    let rows = 0;
    const applied = (report: BatchReport): void => {
      rows += report.rows;
      progress(rows);
    };
    return { applied, households: progress };
  };

  return {
    start: async (options) => running(await startHub({ config, clock, log, terminal }, options)),
    serveSubgraph: async (agency) => running(await startAgency({ config, clock, log, terminal, agency })),
    newConnector: (asked) => newConnector(connectorsFolder(), asked),
    serveGateway: async () => running(await spawnGateway(config, terminal)),
    startInParts: async () => running(await startInParts({ config, clock, log, terminal })),
    async work() {
      const found = await hub();
      const queue = await openHubQueue(found);
      closing.push(() => queue.close());
      const today = async (): Promise<Day> => beijingDay(clock.now());
      const face = await openFace(found, queue);
      return running(await runJobs(queue, { face, connections: config.agencies, today }));
    },
    async ingest(directory) {
      const found = await hub();
      return told(
        await terminal.stage('Delivery', (progress) => ingestDirectory(found, directory, ingestProgress(progress))),
      );
    },
    async sync(agency): Promise<SyncReport> {
      const connections = await connectionsOf(config);
      const agencies = configuredAgencies(connections, agency);
      const found = await hub();
      const today = beijingDay(clock.now());
      const reports = [];
      for (const one of agencies)
        reports.push(
          await terminal.stage(one, () => syncAgency(found, { agency: one, settings: connections[one], today })),
        );
      const derived: DeriveReport | null = await found.pipeline.derive();
      return {
        agencies: reports.map((report) => ({
          agency: report.agency,
          batches: report.batches.length,
          error: report.error?.message ?? null,
        })),
        households: derived?.households.changed ?? 0,
        alerts: derived?.alerts ?? NO_ALERTS,
      };
    },
    evaluate: async (asOf) => evaluateOn(await hub(), asOf),
    replay: async (batch) => told(await replayBatch(await hub(), Number(batch))),
    token: (name) => demoToken({ config, clock }, name, async () => (await openAccess(await hub())).administration),
    async migrate() {
      const { db, close } = await openHubDatabase(config, 'wanjia-migrate');
      closing.push(close);
      return migrate(db);
    },
    async doctor() {
      const machine = await Promise.all([checkNode(), checkDisk(config.home)]);
      const { db, close } = await openHubDatabase(config, 'wanjia-doctor');
      closing.push(close);
      const database = await checkDatabase(db);
      if (!database.ok) return [...machine, database, await checkClock(db)];
      const found = await hub();
      const queue = await openHubQueue(found);
      closing.push(() => queue.close());
      return [
        ...machine,
        database,
        await checkClock(db),
        await checkQueue(queue),
        await checkFeeds(db),
        await checkWaiting(db),
        await checkDrift(db),
        await checkWorkingDays(found.pack.workingDays, beijingDay(found.clock.now())),
      ];
    },
    syncWarehouse: (options) => syncWarehouseOnce(context, options, stopping()),
    async keepWarehouse(options) {
      await keepWarehouse(context, options, stopping());
      return { close: async () => undefined };
    },
    administration: administerHub(hub),
    webhooks: operateWebhooks(hub),
    operations: operateDocuments(hub),
    exports: operateExports(hub),
    messages: operateMessages(hub),
    listReviews: async () => listReviews((await hub()).db),
    async decideReview(review, person, decision) {
      const found = await hub();
      const outcome = await found.identity.decideReview(
        Number(review),
        { same: person === null ? null : Number(person) },
        decision,
      );
      if (!outcome.ok) throw refused(REVIEW_REFUSALS[outcome.error]);
      await found.pipeline.derive();
    },
    async undoLink(recordType, sourceKey, decision) {
      const found = await hub();
      const outcome = await found.identity.undoLink({ recordType, sourceKey }, decision);
      if (!outcome.ok) throw refused(UNDO_REFUSALS[outcome.error]);
      await found.pipeline.derive();
    },
    listQuarantine: async (agency) => listQuarantine((await hub()).db, agency),
    async resubmit(row, changes, by) {
      const found = await hub();
      const outcome = await found.quarantine.resubmit(Number(row), changes, by);
      if (!outcome.ok) throw refused(refusalOfRow(outcome.error));
      return told({
        batches: [outcome.value],
        unlisted: [],
        refusedEntries: [],
        derived: await found.pipeline.derive(),
      });
    },
    listFindings: async (agency) => listFindings((await hub()).db, agency),
    listConsents: async (household) => listConsents(consentsOf(await hub(), await openPolicy()), Number(household)),
    withdrawConsent: async (consent, withdrawal) =>
      withdrawAtCounter(await hub(), consentsOf(await hub(), await openPolicy()), Number(consent), withdrawal),
    listKeys: async () => listHubKeys(await hub()),
    async rotateKeys() {
      const found = await hub();
      const current = await rotateHubKeys(found);
      const queue = await openHubQueue(found);
      closing.push(() => queue.close());
      await requestReseal(queue);
      return current;
    },
    resealValues: async () => resealHub(await hub()),
    verifyDisclosures: async () => (await hub()).audit.verify(),
    reportDisclosures: async (person, by) => reportOfPerson(await hub(), Number(person), by),
    writeDelivery: writeSimulated,
    async serveAgencies(options) {
      const agencies = await startSimulated(options, config.home);
      terminal.line(JSON.stringify(agencies.settings, null, 2));
      return running({ close: () => agencies.stop() });
    },
    async close() {
      for (const close of closing.splice(0).reverse()) await close();
    },
  };
};
