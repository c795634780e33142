/** What an operation asks for that a clearance holds back: found once per document and clearance. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Clearance } from '../../src/modules/access/index.ts';
import { sm3 } from '../../src/platform/crypto/sm3.ts';
import { dataClassOf } from '../data-class-plugin.ts';
import { isRoot, rule } from './coordinates.ts';
import { type AccessReport, entryFor, mergeReports } from './disclosures.ts';

export interface OperationReport {
  readonly name: string | null;
  /** SM3 of the document's text. */
  readonly document: string;
  /** Every coordinate the operation selects. */
  readonly coordinates: readonly string[];
  /** What is held back from the caller altogether. */
  readonly fixed: AccessReport;
  /** Coordinates that speak of persons; where there are none, nothing is disclosed. */
  readonly personal: readonly string[];
  /** Root fields the caller may not use at all. */
  readonly denied: readonly string[];
  /** Every root field is denied. */
  readonly deniedWhole: boolean;
  /** What the view layer decides per person, by coordinate. */
  readonly viewed: ReadonlyMap<string, string>;
}

/** Fields of the operation, through its fragments, each coordinate once. */
function selectedFields(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
  const found = new Map<string, string>();
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const pending: (OperationDefinitionNode | FragmentDefinitionNode)[] = [operation];
  const reached = new Set<string>();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const types = new TypeInfo(schema);
    visit(
      node,
      visitWithTypeInfo(types, {
        Field: () => {
          const field = types.getFieldDef();
          const parent = types.getParentType();
          if (field && parent && !field.name.startsWith('__') && !parent.name.startsWith('__'))
            found.set(`${parent.name}.${field.name}`, dataClassOf(field));
        },
        FragmentSpread: ({ name }) => {
          const fragment = fragments.get(name.value);
          if (fragment === undefined || reached.has(name.value)) return;
          reached.add(name.value);
          pending.push(fragment);
        },
      }),
    );
  }
  return found;
}

function study(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  clearance: Clearance,
): OperationReport {
  const fields = selectedFields(schema, document, operation);
  const viewed = new Map<string, string>();
  const reports: AccessReport[] = [];
  const denied: string[] = [];
  const isRootField = (coordinate: string): boolean => isRoot(schema, coordinate.split('.')[0] ?? '');
  for (const [coordinate, dataClass] of fields) {
    const ruling = rule(clearance, coordinate, dataClass);
    if (ruling.kind === 'view') viewed.set(coordinate, dataClass);
    if (ruling.kind === 'view' || ruling.kind === 'allow') continue;
    // A denied root field is an error of its own.
    if (isRootField(coordinate)) denied.push(coordinate);
    else reports.push(entryFor(coordinate, ruling));
  }
  const roots = [...fields.keys()].filter(isRootField);
  return {
    name: operation.name?.value ?? null,
    document: sm3(document.loc?.source.body ?? print(document)),
    coordinates: [...fields.keys()],
    personal: [...fields].flatMap(([coordinate, dataClass]) => (clearance.isPersonal(dataClass) ? coordinate : [])),
    fixed: mergeReports(reports),
    denied,
    deniedWhole: roots.length > 0 && roots.length === denied.length,
    viewed,
  };
}

export type OperationStudy = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  clearance: Clearance,
) => OperationReport;

/** Remembers reports for as long as the parsed document and the clearance are kept. */
export function createOperationStudy(schema: GraphQLSchema): OperationStudy {
  const kept = new WeakMap<OperationDefinitionNode, WeakMap<Clearance, OperationReport>>();
  return (document, operation, clearance) => {
    const byClearance = kept.get(operation) ?? new WeakMap<Clearance, OperationReport>();
    kept.set(operation, byClearance);
    const report = byClearance.get(clearance) ?? study(schema, document, operation, clearance);
    byClearance.set(clearance, report);
    return report;
  };
}
