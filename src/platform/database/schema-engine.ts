import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type * as Engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

type EngineModule = typeof Engine & { __wbg_set_wasm(exports: object): void };

/** What is used of the global of that name; its types belong to the browser's library. */
interface WebAssemblyGlobal {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
}

/** Where the engine puts its last words before it gives up; thrown, they are seen instead of "unreachable". */
const panics = {
  set_message(message: string): never {
    throw new Error(message);
  },
};

/** The least the engine must know: for which kind of database it speaks. */
const KIND_ONLY: [string, string][] = [['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n']];

let loaded: Promise<EngineModule> | undefined;

/** The engine sets itself a limit for its lock and never clears it; a process must not wait for that to end. */
function withoutTies(module: EngineModule): object {
  const timer = Object.keys(module).find((name) => name.startsWith('__wbg_setTimeout'));
  const setUntied = (done: () => void, ms: number): NodeJS.Timeout => setTimeout(done, ms).unref();
  return { ...module, ...(timer ? { [timer]: setUntied } : {}) };
}

/** Prisma's own loader expects a bundler, so its WebAssembly is instantiated by hand. */
async function load(): Promise<EngineModule> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });
  const name = '@prisma/schema-engine-wasm/schema_engine_bg';
  const module = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineModule;
  const path = fileURLToPath(import.meta.resolve(name)).replace(/\.js$/, '.wasm');
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyGlobal };
  const { instance } = await WebAssembly.instantiate(await readFile(path), {
    './schema_engine_bg.js': withoutTies(module),
  });
  module.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return module;
}

/**
 * PostgreSQL's catalogue keeps kinds of things in a type of one letter. The adapter refuses it and the engine asks for
 * it, so such columns pass the adapter as text and are given back to the engine as letters.
 */
function speakingLetters(adapter: SqlDriverAdapter & { underlyingDriver(): pg.Pool }): SqlDriverAdapter {
  const { CHAR, TEXT } = pg.types.builtins;
  const letters = new Set<string>();
  const driver = adapter.underlyingDriver();
  const query = driver.query.bind(driver) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  driver.query = (async (config: pg.QueryConfig) => {
    const result = await query(config);
    for (const field of result.fields.filter(({ dataTypeID }) => dataTypeID === CHAR)) {
      letters.add(field.name);
      field.dataTypeID = TEXT;
    }
    return result;
  }) as typeof driver.query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (asked) => {
    const result = await queryRaw(asked);
    const types = result.columnTypes.map((type, index) =>
      letters.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes: types };
  };
  return adapter;
}

interface Connections {
  readonly factory: SqlMigrationAwareDriverAdapterFactory;
  close(): Promise<void>;
}

function connectionsTo(url: string): Connections {
  const prisma = new PrismaPg({ connectionString: url, application_name: 'wanjia-migration' });
  const opened: pg.Pool[] = [];
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await prisma.connect();
    opened.push(adapter.underlyingDriver());
    return speakingLetters(adapter);
  };
  return {
    // Prisma's own shadow database is the main one whenever that is given by URL, so it is not offered as another.
    factory: { provider: prisma.provider, adapterName: prisma.adapterName, connect, connectToShadowDb: connect },
    close: async () => {
      // The engine closes some by itself.
      await Promise.all(opened.filter((pool) => !pool.ended).map((pool) => pool.end()));
    },
  };
}

/**
 * Runs `work` with Prisma's schema engine, which compares schemas and applies migrations. It comes as WebAssembly from
 * npm and needs no download. To compare migrations it plays them in the database of the URL: hand it an empty one.
 */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: Engine.SchemaEngine) => Promise<T>,
  datamodels: [string, string][] = KIND_ONLY,
): Promise<T> {
  loaded ??= load();
  const { SchemaEngine } = await loaded;
  const connections = connectionsTo(url);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(connections.factory);
    const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter);
    const result = await work(engine);
    engine.free();
    return result;
  } finally {
    await connections.close();
  }
}
