/** A process that sends webhooks until it is killed; it says when it has begun. */
import { createDispatcher, createEndpointStore } from '../../../src/modules/webhooks/index.ts';
import { openDatabase } from '../../../src/platform/database/database.ts';
import { createOutgoing } from '../../../src/platform/http/outgoing.ts';
import { createLog } from '../../../src/platform/log.ts';
import { testSealer } from '../../support/sealer.ts';
import { allSeeing } from './all-seeing.ts';

/** So many minutes ahead of now: what those before it had claimed is free again. */
const [url = '', organisation = '', ahead = '0'] = process.argv.slice(2);
const db = await openDatabase({ url, applicationName: 'wanjia-dispatching', max: 4 });
const dispatcher = createDispatcher({
  db,
  endpoints: createEndpointStore(db, testSealer),
  clock: { now: () => new Date(Date.now() + Number(ahead) * 61_000) },
  log: createLog('silent'),
  send: createOutgoing({ allowedAddresses: ['127.0.0.1'], timeoutMs: 5_000 }),
  viewerOf: async () => allSeeing(db, organisation),
});
process.stdout.write('begun\n');
await dispatcher.drain();
// Killed, not ended.
setInterval(() => undefined, 60_000);
