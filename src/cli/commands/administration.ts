import { userInfo } from 'node:os';
import { Argument, type Command } from 'commander';
import type { AccountChanges, AdministrationApp, Decision, OrganisationChanges } from '../app.ts';
import { idArgument, jsonOption, timeArgument, wholeNumberArgument, wordsArgument } from '../arguments.ts';
import { runCommand } from '../run.ts';
import { table } from '../table.ts';

const done = (): void => console.log('Done; it holds from the next request on, within seconds in every process.');

const oneOf = (name: string, description: string, words: readonly string[]): Argument =>
  new Argument(name, description).choices(words);

/** Every change is kept with who made it and why. */
function decided(command: Command): Command {
  return command
    .requiredOption('--reason <text>', 'why; kept in the history')
    .option('--by <name>', 'who decides', `cli:${userInfo().username}`);
}

function addList(group: Command, what: Parameters<AdministrationApp['list']>[0]): void {
  group
    .command('list')
    .description('all of them')
    .addOption(jsonOption())
    .action((flags: { json?: boolean }) =>
      runCommand(flags, {
        work: async (app) => ({ [what]: await app.administration.list(what) }),
        show: ({ [what]: rows = [] }) => console.log(table(rows)),
      }),
    );
}

interface Switches {
  readonly suspend?: boolean | undefined;
  readonly resume?: boolean | undefined;
}

/** `--suspend` and `--resume` are two words for one flag of the record. */
function suspended({ suspend, resume }: Switches): { suspended?: boolean } {
  if (suspend) return { suspended: true };
  return resume ? { suspended: false } : {};
}

type Save<Changes> = Decision & Changes & Switches;

function addOrganisations(program: Command): void {
  const group = program.command('organisations').description('the bodies whose people and systems may call');
  addList(group, 'organisations');
  decided(group.command('save').description('register an organisation, or change what is said of it'))
    .argument('<id>', 'its code, such as care-centre')
    .option('--title <text>', 'its name')
    .option('--kind <kind>', 'its line of work, such as civil-affairs, subdistrict, service-organisation')
    .option('--divisions <codes>', 'division prefixes it reaches at most', wordsArgument)
    .option('--contract-from <day>', 'first day of its contract')
    .option('--contract-until <day>', 'last day of its contract')
    .option('--suspend', 'nobody of it is admitted any more')
    .option('--resume', 'and again')
    .action((id: string, { reason, by, suspend, resume, ...changes }: Save<OrganisationChanges>) =>
      runCommand(
        {},
        {
          work: (app) =>
            app.administration.saveOrganisation(id, { ...changes, ...suspended({ suspend, resume }) }, { reason, by }),
          show: done,
        },
      ),
    );
}

type Quotas = NonNullable<AccountChanges['quotas']>;
type AccountFlags = Save<Omit<AccountChanges, 'quotas'> & Quotas>;

function addAccounts(program: Command, what: 'staff' | 'clients'): void {
  const people = what === 'staff';
  const group = program.command(what).description(people ? 'people who may call' : 'systems that may call');
  addList(group, what);
  const save = decided(group.command('save').description('register an account, or change what is said of it'))
    .argument('<handle>', people ? 'the 工号, no number of a person' : "the system's name")
    .option('--issuer <address>', 'whose tokens speak of it (default: the first that is configured)')
    .option('--subject <sub>', '`sub` of its tokens (default: the handle)')
    .option('--organisation <id>', 'its organisation')
    .option('--roles <names>', 'roles it has', wordsArgument)
    .option('--divisions <codes>', 'division prefixes it reaches', wordsArgument)
    .option('--purposes <names>', 'the only purposes it may state', wordsArgument)
    .option('--expires-on <day>', 'the last day it may call')
    .option('--requests-per-minute <number>', 'requests a minute, per process', wholeNumberArgument)
    .option('--lookups-per-hour <number>', 'citizen numbers it may look up', wholeNumberArgument)
    .option('--misses-per-hour <number>', 'how many of them may lead nowhere', wholeNumberArgument)
    .option('--export-rows-per-day <number>', 'rows it may export', wholeNumberArgument)
    .option('--suspend', 'it is not admitted any more')
    .option('--resume', 'and again');
  if (!people) save.option('--client-id <name>', 'the client its tokens are issued to (default: the handle)');
  save.action((handle: string, flags: AccountFlags) => {
    const { reason, by, suspend, resume, requestsPerMinute, lookupsPerHour, missesPerHour, exportRowsPerDay, ...rest } =
      flags;
    const given = { requestsPerMinute, lookupsPerHour, missesPerHour, exportRowsPerDay };
    const quotas = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const client = people ? {} : { clientId: rest.clientId ?? handle };
    const changes = { ...rest, ...client, quotas, ...suspended({ suspend, resume }) };
    return runCommand(
      {},
      { work: (app) => app.administration.saveAccount(handle, changes, { reason, by }), show: done },
    );
  });
}

function addSuspensions(program: Command): void {
  const group = program.command('suspensions').description('data classes that are not shown to some for a time');
  addList(group, 'suspensions');
  decided(group.command('add').description('suspend a data class'))
    .addArgument(oneOf('<target>', 'for whom', ['organisation', 'role', 'account']))
    .argument('<of>', 'code of the organisation, name of the role, handle of the account')
    .argument('<dataClass>', 'a class of docs/access.md, such as phone')
    .option('--until <time>', 'until when (left out: until it is lifted)', timeArgument)
    .action((target: string, of: string, dataClass: string, { reason, by, until }: Decision & { until?: Date }) =>
      runCommand(
        {},
        {
          work: (app) =>
            app.administration.suspendClass(
              { target: target.toUpperCase(), of, dataClass, until: until ?? null },
              { reason, by },
            ),
          show: (id) => console.log(id),
        },
      ),
    );
  decided(group.command('lift').description('show it again'))
    .argument('<id>', 'the suspension, such as X3', idArgument('classSuspension'))
    .action((id: bigint, decision: Decision) =>
      runCommand({}, { work: (app) => app.administration.liftSuspension(id, decision), show: done }),
    );
}

const REVOCABLE = ['token', 'session', 'subject'] as const;
const KINDS = { token: 'TOKEN', session: 'SESSION', subject: 'SUBJECT' } as const;

function addRevocation(program: Command): void {
  decided(program.command('revoke').description('refuse tokens whose time has not run out'))
    .addArgument(oneOf('<kind>', 'token (jti), session (sid) or subject (all issued up to now)', REVOCABLE))
    .argument('<value>', 'the jti, sid or sub')
    .option('--issuer <address>', 'who issued them (default: the first that is configured)')
    .action((kind: (typeof REVOCABLE)[number], value: string, flags: Decision & { issuer?: string }) => {
      const { reason, by, issuer } = flags;
      return runCommand(
        {},
        {
          work: (app) => app.administration.revokeTokens({ kind: KINDS[kind], value, issuer }, { reason, by }),
          show: done,
        },
      );
    });
}

/** `wanjia organisations`, `staff`, `clients`, `suspensions`, `revoke` */
export function addAdministration(program: Command): void {
  addOrganisations(program);
  addAccounts(program, 'staff');
  addAccounts(program, 'clients');
  addSuspensions(program);
  addRevocation(program);
}
