/** The command line `wanjia`. */
import manifest from '../package.json' with { type: 'json' };
import { createProgram } from './cli/program.ts';

await createProgram(manifest.version).parseAsync();
