/** A process of the hub, for operating it under a supervisor: configured by the environment alone, without the demo. */
import { runUntilStopped } from './cli/run.ts';

await runUntilStopped({}, (app) => app.start({ empty: true }));
