/** What a role with a purpose would be shown of an operation, before anybody sends it. */
import { type DocumentNode, type GraphQLSchema, isInputObjectType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { AccessPolicy, Clearance } from '../../src/modules/access/index.ts';
import { dataClassOf } from '../data-class-plugin.ts';
import type { Verb } from '../permissions/access-table.ts';
import type { Coordinate } from '../permissions/coordinates.ts';
import { explain } from '../permissions/explain.ts';
import { selectFields } from '../permissions/selection.ts';
import type { ReadDocument } from './document-check.ts';

/** A coordinate that does not simply come out clear. */
export interface OperationSight {
  readonly coordinate: string;
  /** What comes out in the least favourable circumstances. */
  readonly least: Verb;
  /** And in the most favourable. */
  readonly most: Verb;
}

export interface OperationAccess {
  readonly role: string;
  /** null: none is stated. */
  readonly purpose: string | null;
  readonly sights: readonly OperationSight[];
}

const RANK: readonly Verb[] = ['WITHHOLD', 'MASK', 'ALLOW'];

/** Arguments and input fields written in the document; what comes by variables is decided when it comes. */
function inputsOf(schema: GraphQLSchema, document: DocumentNode): Coordinate[] {
  const found = new Map<string, Coordinate>();
  const add = (coordinate: Coordinate): void => void found.set(coordinate.name, coordinate);
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: () => {
        const [argument, field, parent] = [types.getArgument(), types.getFieldDef(), types.getParentType()];
        if (argument && field && parent && types.getDirective() == null)
          add({
            name: `${parent.name}.${field.name}(${argument.name}:)`,
            dataClass: dataClassOf(argument),
            kind: 'argument',
          });
      },
      ObjectField: ({ name }) => {
        const parent = types.getParentInputType();
        const field = isInputObjectType(parent) ? parent.getFields()[name.value] : undefined;
        if (isInputObjectType(parent) && field !== undefined)
          add({ name: `${parent.name}.${field.name}`, dataClass: dataClassOf(field), kind: 'input field' });
      },
    }),
  );
  return [...found.values()];
}

function coordinatesOf(schema: GraphQLSchema, { document, operation }: ReadDocument): Coordinate[] {
  const { fields } = selectFields(schema, { document, operation, variables: null }, () => false);
  const selected = [...fields].map(([name, dataClass]): Coordinate => ({ name, dataClass, kind: 'field' }));
  return [...selected, ...inputsOf(schema, document)];
}

function sightsOf(coordinates: readonly Coordinate[], clearance: Clearance): OperationSight[] {
  return coordinates.flatMap((coordinate) => {
    const verbs = explain(coordinate, clearance).cases.map(({ outcome }) => outcome.verb);
    const ranks = verbs.map((verb) => RANK.indexOf(verb));
    const [least, most] = [RANK[Math.min(...ranks)], RANK[Math.max(...ranks)]];
    return least === undefined || most === undefined || least === 'ALLOW'
      ? []
      : { coordinate: coordinate.name, least, most };
  });
}

/** For each of these roles, without a purpose and for each it holds; a contract, where one is asked for, is taken to run. */
export function operationAccess(
  schema: GraphQLSchema,
  read: ReadDocument,
  { policy, roles }: { readonly policy: AccessPolicy; readonly roles: Iterable<string> },
): OperationAccess[] {
  const coordinates = coordinatesOf(schema, read);
  return [...roles].flatMap((role) =>
    [null, ...policy.purposesOf([role])].map((purpose) => ({
      role,
      purpose,
      sights: sightsOf(coordinates, policy.clear([role], purpose, { contract: true })),
    })),
  );
}
