/** A process that only runs jobs; any number of them, on any machine. */
import { runUntilStopped } from './cli/run.ts';

await runUntilStopped({}, (app) => app.work());
