/** What an operation asks for that a clearance holds back: found once per document and clearance. */
import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, print } from 'graphql';
import { holdsPersonalNumber } from '../../src/kernel/personal-number.ts';
import type { Clearance } from '../../src/modules/access/index.ts';
import { sm3 } from '../../src/platform/crypto/sm3.ts';
import { rule } from './coordinates.ts';
import { type AccessReport, entryFor, mergeReports } from './disclosures.ts';
import { conditionsOf, type Selected, selectFields, type Variables } from './selection.ts';

export interface OperationReport {
  readonly name: string | null;
  /** SM3 of the document's text. */
  readonly document: string;
  /** Every type the document selects from, whatever its variables leave out. */
  readonly types: ReadonlySet<string>;
  /** What is held back from the caller altogether. */
  readonly fixed: AccessReport;
  /** Coordinates that speak of persons; where there are none, nothing is disclosed. */
  readonly personal: readonly string[];
  /** Those of them that may come out: under nothing that is withheld or refused. */
  readonly disclosed: readonly string[];
  /** Root fields the caller may not use at all. */
  readonly denied: readonly string[];
  /** What the view layer decides per person, by coordinate. */
  readonly viewed: ReadonlyMap<string, string>;
}

interface Studied {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly clearance: Clearance;
  readonly variables: Variables;
}

/** Fields by what the clearance rules on them. */
function sortOut({ schema, operation, clearance }: Studied, { fields }: Selected) {
  const viewed = new Map<string, string>();
  const reports: AccessReport[] = [];
  const denied: string[] = [];
  const root = schema.getRootType(operation.operation)?.name;
  for (const [coordinate, dataClass] of fields) {
    const ruling = rule(clearance, coordinate, dataClass);
    if (ruling.kind === 'view') viewed.set(coordinate, ruling.noted);
    if (ruling.kind === 'view' || ruling.kind === 'allow') continue;
    // A denied root field is an error of its own.
    if (coordinate.split('.')[0] === root) denied.push(coordinate);
    else reports.push(entryFor(coordinate, ruling));
  }
  return { viewed, denied, fixed: mergeReports(reports) };
}

/** Callers name operations freely; the log keeps no number of a person that stands in a name. */
function nameOf({ name }: OperationDefinitionNode): string | null {
  return name === undefined || holdsPersonalNumber(name.value) ? null : name.value;
}

function study(studied: Studied): OperationReport {
  const { document, operation, clearance, variables, schema } = studied;
  const withholds = (coordinate: string, dataClass: string): boolean =>
    rule(clearance, coordinate, dataClass).kind === 'withhold';
  const selected = selectFields(schema, { document, operation, variables }, withholds);
  const whole = selectFields(schema, { document, operation, variables: null }, withholds);
  const personal = [...selected.fields].flatMap(([coordinate, dataClass]) =>
    clearance.isPersonal(dataClass) ? coordinate : [],
  );
  return {
    name: nameOf(operation),
    document: sm3(document.loc?.source.body ?? print(document)),
    types: new Set([...whole.fields.keys()].map((coordinate) => coordinate.split('.')[0] ?? '')),
    personal,
    disclosed: personal.filter((coordinate) => selected.open.has(coordinate)),
    ...sortOut(studied, selected),
  };
}

export type OperationStudy = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  clearance: Clearance,
  variables: Variables,
) => OperationReport;

/** Combinations of the variables in @skip and @include that are remembered of one operation. */
const KEPT_COMBINATIONS = 64;

/** Remembers reports for as long as the parsed document and the clearance are kept. */
export function createOperationStudy(schema: GraphQLSchema): OperationStudy {
  const kept = new WeakMap<OperationDefinitionNode, WeakMap<Clearance, Map<string, OperationReport>>>();
  return (document, operation, clearance, variables) => {
    const byClearance = kept.get(operation) ?? new WeakMap<Clearance, Map<string, OperationReport>>();
    kept.set(operation, byClearance);
    const combinations = byClearance.get(clearance) ?? new Map<string, OperationReport>();
    byClearance.set(clearance, combinations);
    const key = conditionsOf(document, operation, variables);
    const report = combinations.get(key) ?? study({ schema, document, operation, clearance, variables });
    if (combinations.size >= KEPT_COMBINATIONS) combinations.clear();
    combinations.set(key, report);
    return report;
  };
}

const withCarried = new WeakMap<OperationReport, Map<string, OperationReport>>();

/**
 * An operation together with what its answer carries as records: their coordinates were disclosed as if they had been
 * selected. Made once for what is carried together.
 */
export function includeCarried(report: OperationReport, carried: ReadonlySet<OperationReport>): OperationReport {
  if (carried.size === 0) return report;
  const known = withCarried.get(report) ?? new Map<string, OperationReport>();
  withCarried.set(report, known);
  const reports = [report, ...carried];
  const key = reports.map(({ document }) => document).join(' ');
  const whole = known.get(key) ?? {
    ...report,
    types: new Set(reports.flatMap(({ types }) => [...types])),
    personal: [...new Set(reports.flatMap(({ personal }) => personal))],
    disclosed: [...new Set(reports.flatMap(({ disclosed }) => disclosed))],
    fixed: onceEach(mergeReports(reports.map(({ fixed }) => fixed))),
    viewed: new Map(reports.flatMap(({ viewed }) => [...viewed])),
  };
  known.set(key, whole);
  return whole;
}

function onceEach({ withheld, masked }: AccessReport): AccessReport {
  const once = <T extends { readonly coordinate: string }>(entries: readonly T[]): T[] => [
    ...new Map(entries.map((entry) => [entry.coordinate, entry])).values(),
  ];
  return { withheld: once(withheld), masked: once(masked) };
}
