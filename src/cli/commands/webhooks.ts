import { type Command, Option } from 'commander';
import type { EndpointEntry, Listing, WebhookSecretTold } from '../app.ts';
import { idArgument, jsonOption, timeArgument, wholeNumberArgument, wordsArgument } from '../arguments.ts';
import { runCommand } from '../run.ts';
import { table } from '../table.ts';

interface JsonFlag {
  readonly json?: boolean;
}

const ID = ['<webhook>', 'its id, such as W3', idArgument('webhook')] as const;

const showSecret = ({ id, secret }: WebhookSecretTold): void => {
  console.log(`${id}\nIts secret, told this once:\n${secret}`);
};

function addEntering(group: Command): void {
  group
    .command('add')
    .description('enter an endpoint; it is told with the rights of an account, for a purpose')
    .argument('<url>', 'absolute https address')
    .requiredOption('--as <account>', 'handle of the account whose rights decide what is sent')
    .requiredOption('--purpose <purpose>', 'for which it is sent')
    .requiredOption('--types <types>', 'of what it is told, such as ALERT,HOUSEHOLD', wordsArgument)
    .addOption(new Option('--detail <detail>', 'how much a message carries').choices(['THIN', 'FAT']).default('THIN'))
    .addOption(
      new Option('--signature <algorithm>', 'how messages are signed')
        .choices(['HMAC_SHA256', 'HMAC_SM3'])
        .default('HMAC_SHA256'),
    )
    .addOption(jsonOption())
    .action((url: string, { as, json, ...entry }: Omit<EndpointEntry, 'url' | 'account'> & JsonFlag & { as: string }) =>
      runCommand(json ? { json } : {}, {
        work: (app) => app.webhooks.add({ ...entry, url, account: as }),
        show: (told) => {
          showSecret(told);
          console.log(`Next: wanjia webhooks enable ${told.id}`);
        },
      }),
    );
  group
    .command('rotate-secret')
    .description('a new secret; the old one signs beside it for a day')
    .argument(...ID)
    .addOption(jsonOption())
    .action((id: bigint, flags: JsonFlag) =>
      runCommand(flags, { work: (app) => app.webhooks.rotateSecret(id), show: showSecret }),
    );
}

function addLists(group: Command): void {
  const list = (name: string, description: string, read: 'list' | 'dead'): Command =>
    group
      .command(name)
      .description(description)
      .argument('[webhook]', 'of one endpoint', ID[2])
      .addOption(jsonOption())
      .action((id: bigint | undefined, flags: JsonFlag) =>
        runCommand<{ webhooks: Listing }>(flags, {
          work: async (app) => ({ webhooks: await app.webhooks[read](id ?? null) }),
          show: ({ webhooks: rows }) => console.log(table(rows)),
        }),
      );
  list('list', 'endpoints, how they bear up and what waits for them', 'list');
  list('dead', 'messages that were given up after three days', 'dead');
}

const SWITCHES = {
  enable: 'ask the receiver whether it wants to be told, and begin; also after a pause or a stop',
  disable: 'stop sending; what changes meanwhile is sent when it goes on',
  remove: 'remove an endpoint with everything that waits for it',
} as const;

function addSwitches(group: Command): void {
  for (const name of ['enable', 'disable', 'remove'] as const)
    group
      .command(name)
      .description(SWITCHES[name])
      .argument(...ID)
      .action((id: bigint) =>
        runCommand({}, { work: (app) => app.webhooks[name](id), show: () => console.log(`Done: ${name}.`) }),
      );
}

function addSending(group: Command): void {
  group
    .command('test')
    .description('send one signed message without content at once')
    .argument(...ID)
    .addOption(jsonOption())
    .action((id: bigint, flags: JsonFlag) =>
      runCommand(flags, {
        work: (app) => app.webhooks.test(id),
        show: ({ status, error }) => console.log(status === null ? `No answer: ${error}` : `Answered with ${status}.`),
        exitCode: ({ status }) => (status !== null && status >= 200 && status < 300 ? 0 : 1),
      }),
    );
  group
    .command('replay')
    .description('send again: everything since a time, or one message; they keep their ids')
    .argument(...ID)
    .addOption(new Option('--since <time>', 'what changed from then on').argParser(timeArgument).conflicts('message'))
    .addOption(new Option('--message <position>', 'one message, by its position').argParser(wholeNumberArgument))
    .action((id: bigint, what: { since?: Date; message?: number }, command: Command) => {
      const { since, message } = what;
      if (since === undefined && message === undefined) return command.error("error: give '--since' or '--message'");
      return runCommand(
        {},
        {
          work: (app) => app.webhooks.replay(id, since === undefined ? { position: message ?? 0 } : { since }),
          show: () => console.log('Planned; the running hub, or the next one, sends it.'),
        },
      );
    });
}

/** `wanjia webhooks` */
export function addWebhooks(program: Command): void {
  const group = program.command('webhooks').description("partners' systems that are told of changes");
  addEntering(group);
  addLists(group);
  addSwitches(group);
  addSending(group);
}
