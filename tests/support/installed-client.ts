/** The client package as somebody else installs it: packed, unpacked elsewhere, compiled against and run by plain Node. */
import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll } from '@jest/globals';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGE = join(PROJECT, 'packages/client');
const run = promisify(execFile);

export interface InstalledClient {
  /** Files of the package. */
  readonly files: readonly string[];
  /** Compiles modules that use the package; what the compiler says, empty if nothing. */
  compile(modules: Readonly<Record<string, string>>): Promise<string>;
  /** Starts a compiled module. */
  start(name: string, environment: Readonly<Record<string, string>>): Started;
}

export interface Started {
  /** Standard output, once it contains the text or the process ended. */
  said(text: string): Promise<string>;
  /** Standard output of a process that ends by itself. */
  ended(): Promise<string>;
  kill(): void;
}

async function linkDependencies(into: string): Promise<void> {
  const { dependencies } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    await mkdir(dirname(join(into, name)), { recursive: true });
    await symlink(join(PROJECT, 'node_modules', name), join(into, name));
  }
}

export async function installClient(): Promise<InstalledClient> {
  const folder = await mkdtemp(join(process.env.WANJIA_TEST_HOME ?? '', 'client-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: PACKAGE });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as { filename: string }[];
  const modules = join(folder, 'node_modules');
  const installed = join(modules, '@wanjia/client');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', join(folder, packed?.filename ?? ''), '-C', installed, '--strip-components=1']);
  await linkDependencies(modules);
  const compilerOptions = {
    module: 'nodenext',
    target: 'es2023',
    strict: true,
    types: ['node'],
    skipLibCheck: true,
    outDir: 'out',
  };
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  return {
    files: (await readdir(installed, { recursive: true })).filter((name) => name.includes('.')),
    async compile(sources) {
      for (const [name, text] of Object.entries(sources)) await writeFile(join(folder, `${name}.ts`), text);
      const compiler = join(PROJECT, 'node_modules/typescript/bin/tsc');
      return run(process.execPath, [compiler, '-p', folder]).then(
        () => '',
        (error: { readonly stdout: string }) => error.stdout,
      );
    },
    start(name, environment) {
      const env = { PATH: process.env.PATH, ...environment };
      const child = spawn(process.execPath, [join(folder, `out/${name}.js`)], { env });
      let output = '';
      const heard = new Set<() => void>();
      const hear = (chunk: Buffer | string): void => {
        output += String(chunk);
        for (const listener of heard) listener();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
      return {
        async said(text) {
          const appeared = new Promise<void>((resolve) => {
            heard.add(() => output.includes(text) && resolve());
            if (output.includes(text)) resolve();
          });
          await Promise.race([appeared, closed]);
          return output;
        },
        async ended() {
          await closed;
          return output;
        },
        kill: () => void child.kill(),
      };
    },
  };
}
