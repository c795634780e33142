/** The warehouse job as a command: who it signs in as, once or round after round, and what it tells. */
import {
  type ClientOptions,
  clientCredentials,
  createClient,
  type ExportProgress,
  HubError,
} from '../../packages/client/src/index.ts';
import type { AppContext, WarehouseOptions, WarehouseReport } from '../cli/app.ts';
import type { Config } from '../config/index.ts';
import { WanjiaError } from '../kernel/errors.ts';
import type { Progress } from '../platform/terminal/terminal.ts';
import { openTarget, syncWarehouse, type Target } from '../warehouse/index.ts';

/** The hub is away, or busy for a while: the next round asks again. */
const PASSING: ReadonlySet<string> = new Set(['NETWORK', 'TIMEOUT', 'NOT_AN_ANSWER', 'TOO_MANY_REQUESTS']);

function tokenOf({ token, credentials }: Config['client']): ClientOptions['token'] {
  if (credentials !== undefined) return clientCredentials(credentials);
  if (token === undefined) throw new WanjiaError('WAREHOUSE_SIGN_IN_MISSING');
  return token;
}

function toldBy(error: unknown): unknown {
  if (!(error instanceof HubError)) return error;
  const { code, message, suggestion } = error;
  const params = { code, message, suggestion: suggestion ?? 'Check WANJIA_HUB_URL and that the hub is up.' };
  return new WanjiaError('WAREHOUSE_HUB_REFUSED', params, { cause: error });
}

interface Job {
  readonly context: AppContext;
  readonly options: WarehouseOptions;
  readonly target: Target;
  readonly signal: AbortSignal;
}

/** One round; `progress` is told of rows of an export under way. */
function round({ context, options, target, signal }: Job, anew: boolean, progress: Progress): Promise<WarehouseReport> {
  const { hubUrl: url, purpose } = context.config.client;
  const client = createClient({ url, purpose, token: tokenOf(context.config.client) });
  let waiting = false;
  const told = ({ id, state, rows, expectedRows }: ExportProgress): void => {
    const waits = state === 'WAITING';
    if (waits && !waiting) context.log.info('the export waits for another person to agree', { export: id ?? '' });
    waiting = waits;
    progress(rows ?? 0, expectedRows ?? undefined);
  };
  return syncWarehouse({ client, target, signal, progress: told }, { anew: anew && options.snapshot });
}

/** One round; tells what was done and whether the copy agrees with the hub. */
export async function syncWarehouseOnce(
  context: AppContext,
  options: WarehouseOptions,
  signal: AbortSignal,
): Promise<WarehouseReport> {
  tokenOf(context.config.client);
  const target = await openTarget(options.to);
  try {
    return await context.terminal.stage('Warehouse', (progress) =>
      round({ context, options, target, signal }, true, progress),
    );
  } catch (error) {
    throw toldBy(error);
  } finally {
    await target.close();
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Round after round until the signal; a hub that is away for a while is waited for. */
export async function keepWarehouse(
  context: AppContext,
  options: WarehouseOptions,
  signal: AbortSignal,
): Promise<void> {
  const { log } = context;
  tokenOf(context.config.client);
  const target = await openTarget(options.to);
  try {
    for (let first = true; !signal.aborted; await pause(options.everySeconds * 1_000, signal)) {
      try {
        const { counts, ...report } = await round({ context, options, target, signal }, first, () => undefined);
        first = false;
        const { agrees, ...done } = report;
        if (agrees) log.info('the copy is up to date', done);
        else log.warn('the copy and the hub count differently', done);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof HubError) || !PASSING.has(error.code)) throw toldBy(error);
        log.warn('the hub could not be asked', { code: error.code });
      }
    }
  } finally {
    await target.close();
  }
}
