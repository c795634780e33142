/**
 * A stand-in for the database client over rows in memory: enough of `where`, relations and pages for the resolvers.
 * Tests of the API against a real database are elsewhere; these are for what the face decides itself.
 */
import type { PrismaClient } from '../../../prisma/generated/client/client.ts';

type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, readonly Row[]>>;
type Where = Readonly<Record<string, unknown>>;

interface Query {
  readonly where?: Where;
  readonly take?: number;
  readonly skip?: number;
  readonly cursor?: Row;
  readonly include?: Readonly<Record<string, unknown>>;
  readonly select?: Readonly<Record<string, unknown>>;
  readonly orderBy?: unknown;
}

/** How relations are found: field → [model, own key, other's key]. */
const RELATIONS: Readonly<Record<string, Readonly<Record<string, readonly [string, string, string]>>>> = {
  alert: {
    hits: ['alertHit', 'id', 'alertId'],
    visits: ['visit', 'id', 'alertId'],
    events: ['alertEvent', 'id', 'alertId'],
  },
  alertHit: { alert: ['alert', 'alertId', 'id'] },
  feed: { batches: ['batch', 'recordType', 'recordType'] },
};
const SINGLE: ReadonlySet<string> = new Set(['alert']);

function plain(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value;
}

function meets(value: unknown, condition: unknown): boolean {
  if (condition === null || typeof condition !== 'object' || condition instanceof Date)
    return plain(value) === plain(condition);
  if ('path' in condition && 'equals' in condition) {
    const at = (condition.path as readonly string[]).reduce<unknown>((held, key) => (held as Row | null)?.[key], value);
    return at === condition.equals;
  }
  return Object.entries(condition).every(([operator, operand]) => {
    const [left, right] = [plain(value), plain(operand)] as [number, number];
    if (operator === 'in') return (operand as unknown[]).includes(value);
    if (operator === 'notIn') return !(operand as unknown[]).includes(value);
    if (operator === 'not') return left !== right;
    if (operator === 'startsWith') return typeof value === 'string' && value.startsWith(String(operand));
    if (operator === 'lt') return value !== null && left < right;
    if (operator === 'lte') return value !== null && left <= right;
    if (operator === 'gt') return value !== null && left > right;
    throw new Error(`the stand-in does not know the operator ${operator}`);
  });
}

class Table {
  readonly #rows: Rows;
  readonly #model: string;

  constructor(rows: Rows, model: string) {
    this.#rows = rows;
    this.#model = model;
  }

  #related(row: Row, field: string): readonly Row[] {
    const [model, own, other] = RELATIONS[this.#model]?.[field] ?? ['', '', ''];
    return (this.#rows[model] ?? []).filter((candidate) => candidate[other] === row[own]);
  }

  #matches(row: Row, where: Where = {}): boolean {
    return Object.entries(where).every(([key, condition]) => {
      const all = Array.isArray(condition) ? (condition as Where[]) : [condition as Where];
      if (key === 'AND') return all.every((part) => this.#matches(row, part));
      if (key === 'OR') return all.some((part) => this.#matches(row, part));
      if (key === 'NOT') return all.every((part) => !this.#matches(row, part));
      const [model] = RELATIONS[this.#model]?.[key] ?? [];
      if (model === undefined) return meets(row[key], condition);
      const some = (condition as { some?: Where }).some ?? (condition as Where);
      return this.#related(row, key).some((related) => new Table(this.#rows, model).#matches(related, some));
    });
  }

  #withRelations(row: Row, query: Query): Row {
    const asked = Object.entries({ ...query.include, ...query.select }).filter(
      ([field, wanted]) => wanted !== false && RELATIONS[this.#model]?.[field] !== undefined,
    );
    const loaded = asked.map(([field, inner]) => {
      const [model = ''] = RELATIONS[this.#model]?.[field] ?? [];
      const related = this.#related(row, field);
      const found = new Table({ ...this.#rows, [model]: related }, model).find(inner === true ? {} : (inner as Query));
      return [field, SINGLE.has(field) ? found[0] : found];
    });
    return { ...row, ...Object.fromEntries(loaded) };
  }

  find(query: Query): Row[] {
    const matching = (this.#rows[this.#model] ?? []).filter((row) => this.#matches(row, query.where));
    const cursor = query.cursor;
    const from =
      cursor === undefined
        ? 0
        : matching.findIndex((row) => Object.entries(cursor).every(([key, value]) => row[key] === value));
    const start = from + (query.skip ?? 0);
    const page = matching.slice(start, query.take === undefined ? undefined : start + query.take);
    return page.map((row) => this.#withRelations(row, query));
  }
}

/** The tally that the database keeps of alerts: here one row for each. */
function withTally(rows: Rows): Rows {
  return { ...rows, alertTally: (rows.alert ?? []).map((alert) => ({ ...alert, rows: 1 })) };
}

function sum(rows: readonly Row[], field: string): number {
  return rows.reduce((all, row) => all + Number(row[field]), 0);
}

export function createFakePrisma(given: Rows): PrismaClient {
  const rows = withTally(given);
  const tables = Object.keys(rows).map((model) => {
    const table = new Table(rows, model);
    return [
      model,
      {
        findMany: async (query: Query) => table.find(query),
        findFirst: async (query: Query) => table.find(query)[0] ?? null,
        findUnique: async (query: Query) => table.find(query)[0] ?? null,
        findUniqueOrThrow: async (query: Query) => table.find(query)[0],
        count: async (query: Query) => table.find({ where: query.where ?? {} }).length,
        aggregate: async ({ where = {}, _sum }: Query & { readonly _sum: Row }) => {
          const found = table.find({ where });
          return { _sum: Object.fromEntries(Object.keys(_sum).map((field) => [field, sum(found, field)])) };
        },
      },
    ];
  });
  return Object.fromEntries(tables) as unknown as PrismaClient;
}
