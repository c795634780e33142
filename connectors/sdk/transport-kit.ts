import type { RecordType } from '../../src/kernel/agency.ts';
import type { Connector } from './connector.ts';
import type { TestRunner } from './contract-kit.ts';
import { type KitAnswer, type KitHandler, type KitServer, startKitServer } from './transports/kit-server.ts';
import { type SyncOutcome, syncOnce } from './transports/kit-sync.ts';
import type { Patience } from './transports/resilience.ts';

/** An HTTP connector, and an agency that answers it as it should. */
export interface HttpConnectorUnderTest {
  connector(patience: Partial<Patience>): Connector;
  settings(baseUrl: string): object;
  /** Serves at least one row of every record type. */
  backend(): KitHandler;
  /** What may never stand in a message. */
  readonly secret: string;
}

const QUICK: Partial<Patience> = { firstDelayMs: 5, longestDelayMs: 2000, timeoutMs: 200, retries: 3 };

/** The faults an agency shows before it answers as it should. */
type Fault = KitAnswer;

function withFaults(backend: KitHandler, faults: readonly Fault[]): KitHandler {
  const left = [...faults];
  return (request) => left.shift() ?? backend(request);
}

interface Trial {
  readonly outcome: SyncOutcome;
  readonly server: KitServer;
  readonly milliseconds: number;
}

async function tryFaults(under: HttpConnectorUnderTest, faults: readonly Fault[]): Promise<Trial> {
  const server = await startKitServer(withFaults(under.backend(), faults));
  const started = performance.now();
  try {
    const outcome = await syncOnce(under.connector(QUICK), under.settings(server.url));
    return { outcome, server, milliseconds: performance.now() - started };
  } finally {
    await server.close();
  }
}

function typesRead({ rows }: SyncOutcome): readonly RecordType[] {
  return [...rows].filter(([, read]) => read.length > 0).map(([recordType]) => recordType);
}

/** The tests that every connector over HTTP passes. */
export function describeHttpConnector({ describe, it, expect }: TestRunner, under: HttpConnectorUnderTest): void {
  const all = under.connector(QUICK).contracts.map(({ recordType }) => recordType);
  const always = (fault: Fault): readonly Fault[] => Array.from({ length: 1000 }, () => fault);

  describe('an agency with troubles', () => {
    it.each([
      ['5xx', { status: 503, text: 'busy' }],
      ['a dropped connection', { dropped: true }],
      ['no answer in time', { silent: true }],
    ] as const)('is asked again after %s', async (_, fault) => {
      const { outcome } = await tryFaults(under, [fault, fault]);
      expect(outcome.failure).toBeNull();
      expect(typesRead(outcome)).toEqual(all);
    });

    it('is given the time it asks for', async () => {
      const { outcome, milliseconds } = await tryFaults(under, [
        { status: 429, headers: { 'retry-after': '1' }, text: '' },
      ]);
      expect(typesRead(outcome)).toEqual(all);
      expect(milliseconds).toBeGreaterThan(950);
    });

    it('is not waited for beyond all patience', async () => {
      const { outcome } = await tryFaults(under, always({ status: 429, headers: { 'retry-after': '3600' }, text: '' }));
      expect(outcome.failure).toMatchObject({ code: 'SOURCE_REFUSED', params: { status: 429 } });
    });

    it('is left alone after failing again and again', async () => {
      const server = await startKitServer(() => ({ status: 500, text: '' }));
      const connector = under.connector({ ...QUICK, failuresBeforePause: 4, pauseMs: 60_000 });
      await syncOnce(connector, under.settings(server.url));
      const asked = server.requests.length;
      const { failure } = await syncOnce(connector, under.settings(server.url));
      await server.close();
      expect(failure).toMatchObject({ code: 'SOURCE_PAUSED' });
      expect([asked, server.requests.length]).toEqual([4, 4]);
    });

    it('is not asked again for what it refuses', async () => {
      const { outcome, server } = await tryFaults(under, always({ status: 404, text: '' }));
      expect(outcome.failure).toMatchObject({ code: 'SOURCE_REFUSED', params: { status: 404 } });
      expect(server.requests).toHaveLength(all.length);
    });

    it('that is down is named as such', async () => {
      const server = await startKitServer(() => ({ text: '' }));
      await server.close();
      const { failure } = await syncOnce(under.connector(QUICK), under.settings(server.url));
      expect(failure).toMatchObject({ code: 'SOURCE_UNREACHABLE', params: { detail: 'ECONNREFUSED' } });
    });

    it.each([
      ['no JSON', { text: '<html>' }],
      ['other JSON', { json: { rows: 'none' } }],
    ] as const)('that answers with %s is understood as such', async (_, answer) => {
      const { outcome } = await tryFaults(under, always(answer));
      expect(outcome.failure).toMatchObject({ code: 'SOURCE_ANSWER' });
    });

    it('that does not accept the credentials is told apart, without showing them', async () => {
      const { outcome } = await tryFaults(under, always({ status: 401, text: '' }));
      expect(outcome.failure).toMatchObject({ code: 'SOURCE_CREDENTIALS' });
      expect(JSON.stringify(outcome.failure) + String(outcome.failure)).not.toContain(under.secret);
    });
  });

  describe('settings', () => {
    it('that are missing are named', async () => {
      const { failure } = await syncOnce(under.connector(QUICK), {});
      expect(failure).toMatchObject({ code: 'SETTINGS_MISSING' });
    });
  });
}
