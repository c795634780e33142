/** An agency's part in a process of its own, over the database that a test filled, until it is killed. */
import { openAgency } from '../../src/app/subgraph/agency.ts';
import { loadConfig } from '../../src/config/index.ts';
import { isAgencyId } from '../../src/kernel/agency.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { createLog } from '../../src/platform/log.ts';

const [agency = ''] = process.argv.slice(2);
if (!isAgencyId(agency)) throw new Error(`no agency is called ${agency}`);
const config = loadConfig();
const opened = await openAgency({
  config,
  clock: systemClock,
  log: createLog('silent'),
  agency,
  // It serves what it holds and follows nobody: no token is asked for.
  hub: { url: new URL(config.hub.url), token: async () => '' },
});
const server = await opened.serve();
process.stdout.write(`listens on port ${await server.listen(config.port)}\n`);
