/** Arguments and input fields a caller may not use: a filter on a hidden value would tell it. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { Clearance } from '../../src/modules/access/index.ts';
import { dataClassOf } from '../data-class-plugin.ts';
import { mayUse } from './coordinates.ts';

type Check = (value: unknown) => void;
const NOTHING_TO_CHECK: Check = () => {};

function checkOf(element: GraphQLArgument | GraphQLInputField, coordinate: string, clearance: Clearance): Check {
  if (!mayUse(clearance, dataClassOf(element))) {
    return () => {
      throw new WanjiaError('FORBIDDEN', { what: coordinate });
    };
  }
  const type = getNamedType(element.type);
  return isInputObjectType(type) ? checkFieldsOf(type, clearance) : NOTHING_TO_CHECK;
}

function checkFieldsOf(type: GraphQLInputObjectType, clearance: Clearance): Check {
  const checks = new Map(
    Object.values(type.getFields()).map((field) => [
      field.name,
      checkOf(field, `${type.name}.${field.name}`, clearance),
    ]),
  );
  if ([...checks.values()].every((check) => check === NOTHING_TO_CHECK)) return NOTHING_TO_CHECK;
  return (value) => {
    for (const item of Array.isArray(value) ? value : [value])
      if (item !== null && typeof item === 'object')
        for (const [name, given] of Object.entries(item)) checks.get(name)?.(given);
  };
}

/** A check of the arguments a request gives a field, or null where all are open. Defaults count as not given. */
export function argumentCheck(
  typeName: string,
  field: GraphQLField<unknown, unknown>,
  clearance: Clearance,
): ((args: Readonly<Record<string, unknown>>) => void) | null {
  const checks = field.args
    .map((arg) => ({ arg, check: checkOf(arg, `${typeName}.${field.name}(${arg.name}:)`, clearance) }))
    .filter(({ check }) => check !== NOTHING_TO_CHECK);
  if (checks.length === 0) return null;
  return (args) => {
    for (const { arg, check } of checks)
      if (args[arg.name] !== undefined && args[arg.name] !== arg.defaultValue) check(args[arg.name]);
  };
}
