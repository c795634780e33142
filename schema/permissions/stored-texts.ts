/**
 * What becomes of a text that a mutation is given. One that says in which sealed column it ends may hold anything. Every
 * other one is kept readable, a code, a handle, a reason why the hub was changed, and is refused where it holds a number of
 * a person.
 */
import {
  defaultFieldResolver,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isUnionType,
} from 'graphql';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { holdsPersonalNumber } from '../../src/kernel/personal-number.ts';
import { type RefusedView, refused } from '../shared/refused.ts';
import { storedText } from '../stored-text-plugin.ts';

type Input = GraphQLArgument | GraphQLInputField;

/** Only its keyed digest is kept. */
const KEY = 'idempotencyKey';
const TEXTS: readonly string[] = ['String', 'ID', 'JSON'];
const LONGEST_NAME = 64;
/** What a handle or a person's name is written with. */
const NAMED = new RegExp(`^[\\p{L}\\p{N}][\\p{L}\\p{N} ._@·()（）-]{0,${LONGEST_NAME - 1}}$`, 'u');

/** What was expected at a place, of a value that may not be kept there. */
interface Fault {
  readonly input: string;
  readonly expected: string;
}

type Check = (value: unknown) => Fault | null;

function textCheck(element: Input, path: string): Check {
  const { names = false } = storedText(element);
  return (value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (holdsPersonalNumber(text))
      return { input: path, expected: 'a text without a number of a person: it is kept readable' };
    if (!names || text.trim() === '' || NAMED.test(text.trim())) return null;
    return { input: path, expected: `a handle or a name, of at most ${LONGEST_NAME} characters` };
  };
}

function each(check: Check): Check {
  return (value) => {
    for (const one of Array.isArray(value) ? value : [value]) {
      const fault = one === null || one === undefined ? null : check(one);
      if (fault !== null) return fault;
    }
    return null;
  };
}

function checkOf(element: Input, path: string): Check | null {
  if (element.name === KEY || storedText(element).sealedIn !== undefined) return null;
  const type = getNamedType(element.type);
  if (TEXTS.includes(type.name)) return each(textCheck(element, path));
  if (!isInputObjectType(type)) return null;
  const inside = Object.values(type.getFields()).flatMap((field) => {
    const check = checkOf(field, `${path}.${field.name}`);
    return check === null ? [] : [[field.name, check] as const];
  });
  return each((value) => {
    for (const [name, check] of inside) {
      const fault = check((value as Record<string, unknown>)[name]);
      if (fault !== null) return fault;
    }
    return null;
  });
}

/** Refused as data where the mutation can say so. */
function refuse(type: GraphQLOutputType, params: Fault & Record<string, string>): RefusedView {
  const named = getNamedType(type);
  if (isUnionType(named) && named.getTypes().some(({ name }) => name === 'Refused'))
    return refused({ code: 'BAD_USER_INPUT', params });
  throw new WanjiaError('BAD_USER_INPUT', params);
}

/** The mutation, refusing what may not be kept before anything is done. */
function guard(field: GraphQLField<unknown, unknown>): void {
  const checks = field.args.flatMap((arg) => {
    const check = checkOf(arg, arg.name);
    return check === null ? [] : [[arg.name, check] as const];
  });
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, args, context, info) => {
    for (const [name, check] of checks) {
      const fault = check(args[name]);
      if (fault !== null) return refuse(field.type, { ...fault });
    }
    return resolve(root, args, context, info);
  };
}

/** The schema with every mutation guarded. */
export function guardTexts(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) guard(field);
  return schema;
}
