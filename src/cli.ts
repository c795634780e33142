/** The command line `wanjia`. The hub itself is loaded only when a command needs it. */
import { Command } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { addAdministration } from './cli/commands/administration.ts';
import { addAudit } from './cli/commands/audit.ts';
import { addConsents } from './cli/commands/consents.ts';
import { addDecisions } from './cli/commands/decisions.ts';
import { addExports } from './cli/commands/exports.ts';
import { addInParts } from './cli/commands/in-parts.ts';
import { addIngest } from './cli/commands/ingest.ts';
import { addKeys } from './cli/commands/keys.ts';
import { addMessages } from './cli/commands/messages.ts';
import { addSimulate } from './cli/commands/simulate.ts';
import { addStart } from './cli/commands/start.ts';
import { addSync } from './cli/commands/sync.ts';
import { addToken } from './cli/commands/token.ts';
import { addUpkeep } from './cli/commands/upkeep.ts';
import { addWarehouse } from './cli/commands/warehouse.ts';
import { addWebhooks } from './cli/commands/webhooks.ts';

const program = new Command('wanjia')
  .description('万家 Wanjia: what five agencies know about families, joined for those who may see it')
  .version(manifest.version)
  .showHelpAfterError();

for (const add of [
  addStart,
  addIngest,
  addSync,
  addInParts,
  addToken,
  addSimulate,
  addWarehouse,
  addUpkeep,
  addDecisions,
  addConsents,
  addAudit,
  addAdministration,
  addKeys,
  addWebhooks,
  addExports,
  addMessages,
])
  add(program);

await program.parseAsync();
