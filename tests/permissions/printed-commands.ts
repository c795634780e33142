/** What the commands print with --json: every one that can, found in the program itself. */
import type { Command } from 'commander';
import { createProgram } from '../../src/cli/program.ts';
import type { ServedHub } from '../support/served-hub.ts';

/** They take in, write or copy where the caller says; what they let out is searched as exports, files and tables. */
const ELSEWHERE = new Set(['ingest', 'replay', 'sync', 'sim write', 'warehouse sync', 'operations register']);

/** Values for what commands ask for, by its name. */
const SAMPLES: Readonly<Record<string, string>> = {
  household: 'H1',
  person: 'P1',
  row: 'Q1',
  webhook: 'W1',
  id: 'M1',
  url: 'https://example.gov.cn/hook',
  hashes: 'a'.repeat(64),
  '--organisation': 'changning-education',
  '--as': 'warehouse',
  '--purpose': 'operations',
  '--types': 'HOUSEHOLD',
};

interface Leaf {
  readonly name: string;
  readonly command: Command;
}

function leavesOf(command: Command, before: readonly string[] = []): Leaf[] {
  return command.commands.flatMap((one) => {
    const path = [...before, one.name()];
    const leaf = one.commands.length === 0 ? [{ name: path.join(' '), command: one }] : [];
    return [...leaf, ...leavesOf(one, path)];
  });
}

function sample(name: string, of: string): string {
  const value = SAMPLES[name];
  if (value === undefined) throw new Error(`no value is known for ${name} of ${of}`);
  return value;
}

function wordsFor({ name, command }: Leaf): string[] {
  const given = command.registeredArguments.filter(({ required }) => required).map((one) => sample(one.name(), name));
  const options = command.options.filter(({ mandatory, long }) => mandatory && long != null);
  return [
    ...name.split(' '),
    ...given,
    ...options.flatMap(({ long }) => [long ?? '', sample(long ?? '', name)]),
    '--json',
  ];
}

/** Runs the work with what it writes to standard output kept instead. */
async function captured(work: () => Promise<void>): Promise<string> {
  const kept: string[] = [];
  const { write } = process.stdout;
  process.stdout.write = ((text: string | Uint8Array) => kept.push(String(text)) > 0) as typeof write;
  try {
    await work();
    return kept.join('');
  } finally {
    process.stdout.write = write;
  }
}

export async function printedCommands({ hub }: Pick<ServedHub, 'hub'>): Promise<string> {
  const [before, exitCode] = [process.env, process.exitCode];
  process.env = { ...before, WANJIA_HOME: hub.config.home, DATABASE_URL: hub.db.url, WANJIA_LOG_LEVEL: 'silent' };
  const printing = leavesOf(createProgram('test')).filter(
    ({ name, command }) => !ELSEWHERE.has(name) && command.options.some(({ long }) => long === '--json'),
  );
  const told: string[] = [];
  try {
    for (const leaf of printing)
      told.push(
        `${leaf.name} ${await captured(async () => void (await createProgram('test').parseAsync(wordsFor(leaf), { from: 'user' })))}`,
      );
    return told.join('\n');
  } finally {
    process.env = before;
    process.exitCode = exitCode;
  }
}
