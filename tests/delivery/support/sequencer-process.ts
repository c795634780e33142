/** A process that keeps the feed up with the outbox until it is killed; it says when it has begun. */
import { startSequencer } from '../../../src/modules/delivery/index.ts';
import { openDatabase } from '../../../src/platform/database/database.ts';
import { createLog } from '../../../src/platform/log.ts';

const [url = '', batch = ''] = process.argv.slice(2);
const db = await openDatabase({ url, applicationName: 'wanjia-sequencing', max: 2 });
startSequencer({ db, log: createLog('silent'), batch: Number(batch) });
process.stdout.write('begun\n');
// Nothing else keeps the process alive.
setInterval(() => undefined, 60_000);
