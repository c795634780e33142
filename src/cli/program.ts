/** All commands of the command line; nothing is run yet. */
import { Command } from 'commander';
import { addAdministration } from './commands/administration.ts';
import { addAudit } from './commands/audit.ts';
import { addConsents } from './commands/consents.ts';
import { addDecisions } from './commands/decisions.ts';
import { addExports } from './commands/exports.ts';
import { addInParts } from './commands/in-parts.ts';
import { addIngest } from './commands/ingest.ts';
import { addKeys } from './commands/keys.ts';
import { addMessages } from './commands/messages.ts';
import { addNewConnector } from './commands/new-connector.ts';
import { addOperations } from './commands/operations.ts';
import { addSimulate } from './commands/simulate.ts';
import { addStart } from './commands/start.ts';
import { addSync } from './commands/sync.ts';
import { addToken } from './commands/token.ts';
import { addUpkeep } from './commands/upkeep.ts';
import { addWarehouse } from './commands/warehouse.ts';
import { addWebhooks } from './commands/webhooks.ts';

const GROUPS = [
  addStart,
  addIngest,
  addSync,
  addInParts,
  addNewConnector,
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
  addOperations,
  addExports,
  addMessages,
];

/** The program `wanjia`. The hub itself is loaded only when a command needs it. */
export function createProgram(version: string): Command {
  const program = new Command('wanjia')
    .description('万家 Wanjia: what agencies know about families, joined for those who may see it')
    .version(version)
    .showHelpAfterError();
  for (const add of GROUPS) add(program);
  return program;
}
