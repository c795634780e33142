/** Starts the gateway, configured by the environment alone. Prints the port it listens on. */
import { readFile } from 'node:fs/promises';
import { parse } from 'graphql';
import { z } from 'zod';
import { startGateway } from './gateway.ts';
import { agenciesIn } from './sections.ts';

const variable = (agency: string): string => `WANJIA_SUBGRAPH_${agency.replaceAll('-', '_').toUpperCase()}_URL`;

const address = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text));
const whole = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

const settings = z.object({
  WANJIA_HUB_URL: address,
  WANJIA_SUPERGRAPH: z.string().min(1),
  WANJIA_SUBGRAPH_TIMEOUT_MS: whole(2_000),
  WANJIA_SUBGRAPH_FAILURES: whole(5),
  WANJIA_SUBGRAPH_REST_MS: whole(5_000),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
});

/** What the environment says, or the end with all that is wrong: names and what was expected, never values. */
function read<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) console.error(`✖ ${path.join('.')}: ${message}`);
  process.exit(1);
}

const env = read(settings);
const supergraph = await readFile(env.WANJIA_SUPERGRAPH, 'utf8');
// Which agencies there are is said by the supergraph.
const names = agenciesIn(parse(supergraph));
const addresses = read(z.object(Object.fromEntries(names.map((name) => [variable(name), address]))));
const gateway = await startGateway({
  supergraph,
  hub: env.WANJIA_HUB_URL,
  agencies: Object.fromEntries(
    names.flatMap((name) => {
      const url = addresses[variable(name)];
      return url === undefined ? [] : [[name, url]];
    }),
  ),
  patience: {
    timeoutMs: env.WANJIA_SUBGRAPH_TIMEOUT_MS,
    failures: env.WANJIA_SUBGRAPH_FAILURES,
    restMs: env.WANJIA_SUBGRAPH_REST_MS,
  },
  host: env.HOST,
  port: env.PORT,
});
console.log(`The gateway listens on port ${gateway.port}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    gateway.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
