/** Figures for Prometheus: counts and durations, no value of a person. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Counts of the pipeline by name, such as rows waiting in quarantine. */
export type PipelineCounts = () => Promise<Readonly<Record<string, number>>>;

export interface ServerMetrics {
  readonly contentType: string;
  request(route: string, status: number): void;
  operation(outcome: { readonly kind: string; readonly code: string; readonly seconds: number }): void;
  render(): Promise<string>;
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createServerMetrics(pipelineCounts?: PipelineCounts): ServerMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'wanjia_' });
  const requests = new Counter({
    name: 'wanjia_http_requests_total',
    help: 'Requests by route and status',
    labelNames: ['route', 'status'],
    registers,
  });
  const operations = new Histogram({
    name: 'wanjia_graphql_operation_seconds',
    help: 'GraphQL operations by kind and outcome',
    labelNames: ['kind', 'code'],
    buckets: SECONDS,
    registers,
  });
  if (pipelineCounts !== undefined)
    new Gauge({
      name: 'wanjia_pipeline',
      help: 'What the pipeline holds',
      labelNames: ['what'],
      registers,
      async collect() {
        for (const [what, count] of Object.entries(await pipelineCounts())) this.set({ what }, count);
      },
    });
  return {
    contentType: registry.contentType,
    request: (route, status) => requests.inc({ route, status }),
    operation: ({ kind, code, seconds }) => operations.observe({ kind, code }, seconds),
    render: () => registry.metrics(),
  };
}
