import { type Command, Option } from 'commander';
import type { AddressEntry, AddressPreferences, Listing } from '../app.ts';
import { idArgument, jsonOption, wholeNumberArgument, wordsArgument } from '../arguments.ts';
import { runCommand } from '../run.ts';
import { table } from '../table.ts';

interface JsonFlag {
  readonly json?: boolean;
}

const ID = ['<address>', 'its id, such as M3', idArgument('messageAddress')] as const;
const done = (): void => console.log('Done.');

/** What an address is told, and when. */
function preferring(command: Command): Command {
  return command
    .option('--kinds <kinds>', 'DIGEST, URGENT, RUNNING_OUT, PASSED_UP, EMERGENCY', wordsArgument)
    .option('--digest-at <hour>', 'such as 08:30')
    .option('--quiet-from <hour>', 'nothing is sent from then on')
    .option('--quiet-until <hour>', 'until then')
    .option('--no-urgent-in-quiet', 'not even what the policy lets pass');
}

function addLists(group: Command): void {
  const list = (name: string, description: string, read: 'list' | 'dead'): Command =>
    group
      .command(name)
      .description(description)
      .addOption(jsonOption())
      .action((flags: JsonFlag) =>
        runCommand<{ messages: Listing }>(flags, {
          work: async (app) => ({ messages: await app.messages[read]() }),
          show: ({ messages: rows }) => console.log(table(rows)),
        }),
      );
  list('list', 'addresses, what they are told and what waits for them', 'list');
  list('dead', 'messages that were given up', 'dead');
}

function addEntering(group: Command): void {
  preferring(group.command('add'))
    .description('enter an address; it is told what an account may see, for a purpose')
    .argument('<address>', 'a mailbox, or the https address of a robot')
    .requiredOption('--as <account>', 'handle of the account whose rights decide what is said')
    .requiredOption('--purpose <purpose>', 'for which it is told')
    .addOption(new Option('--channel <channel>').choices(['EMAIL', 'WECOM', 'DINGTALK']).default('EMAIL'))
    .option('--secret <secret>', 'with which a DingTalk robot’s messages are signed')
    .option('--audience <roles>', 'roles of a robot’s group: it is told what each of them may see', wordsArgument)
    .action((address: string, { as, ...entry }: Omit<AddressEntry, 'address' | 'account'> & { as: string }) =>
      runCommand(
        {},
        {
          work: (app) => app.messages.add({ ...entry, address, account: as }),
          show: (id) => console.log(`${id}\nNext: wanjia messages code ${id}`),
        },
      ),
    );
  preferring(group.command('set'))
    .description('change what an address is told, and when; what is not given stays')
    .argument(...ID)
    .action((id: bigint, given: AddressPreferences) =>
      runCommand({}, { work: (app) => app.messages.set(id, given), show: done }),
    );
  group
    .command('confirm')
    .description('begin to tell an address, with the code that was sent to it')
    .argument(...ID)
    .argument('<code>', 'six digits')
    .action((id: bigint, code: string) =>
      runCommand({}, { work: (app) => app.messages.confirm(id, code), show: done }),
    );
}

const ORDERS = {
  code: ['sendCode', 'send a code to the address, to prove whose it is'],
  test: ['test', 'send a message without content at once'],
  pause: ['pause', 'stop telling an address until a code is confirmed again'],
  remove: ['remove', 'remove an address with everything that waits for it'],
} as const;

/** `wanjia messages` */
export function addMessages(program: Command): void {
  const group = program.command('messages').description('where the staff are told of what waits for them');
  addLists(group);
  addEntering(group);
  for (const [name, [order, description]] of Object.entries(ORDERS))
    group
      .command(name)
      .description(description)
      .argument(...ID)
      .action((id: bigint) => runCommand({}, { work: (app) => app.messages[order](id), show: done }));
  group
    .command('resend')
    .description('send a message again that was given up')
    .argument(...ID)
    .argument('<message>', 'its number', wholeNumberArgument)
    .action((id: bigint, message: number) =>
      runCommand({}, { work: (app) => app.messages.sendAgain(id, message), show: done }),
    );
}
