/** Starts the gateway, configured by the environment alone. Prints the port it listens on. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { startGateway } from './gateway.ts';

const AGENCIES = ['civil-affairs', 'health-insurance', 'education', 'human-resources', 'disability-federation'];

const variable = (agency: string): string => `WANJIA_SUBGRAPH_${agency.replaceAll('-', '_').toUpperCase()}_URL`;

const address = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text));
const whole = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

const environment = z
  .object({
    WANJIA_HUB_URL: address,
    WANJIA_SUPERGRAPH: z.string().min(1),
    WANJIA_SUBGRAPH_TIMEOUT_MS: whole(2_000),
    WANJIA_SUBGRAPH_FAILURES: whole(5),
    WANJIA_SUBGRAPH_REST_MS: whole(5_000),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
    ...Object.fromEntries(AGENCIES.map((agency) => [variable(agency), address] as const)),
  })
  .safeParse(process.env);

if (!environment.success) {
  for (const { path, message } of environment.error.issues) console.error(`✖ ${path.join('.')}: ${message}`);
  process.exit(1);
}

const env = environment.data;
const gateway = await startGateway({
  supergraph: await readFile(env.WANJIA_SUPERGRAPH, 'utf8'),
  hub: env.WANJIA_HUB_URL,
  agencies: Object.fromEntries(
    AGENCIES.map((agency) => [agency, (env as Record<string, unknown>)[variable(agency)] as URL]),
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
