/**
 * A Pothos plugin of ours: what becomes of a text that a mutation is given. One that says in which sealed column it ends
 * (`sealedIn`) may hold anything. Every other one is kept readable, a code, a handle, a reason why the hub was changed, and
 * is refused where it holds a number of a person.
 */
import SchemaBuilder, {
  BasePlugin,
  type FieldRequiredness,
  type InputType,
  type PothosInputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
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
import { WanjiaError } from '../src/kernel/errors.ts';
import { holdsPersonalNumber } from '../src/kernel/personal-number.ts';
import { type RefusedView, refused } from './shared/refused.ts';

const NAME = 'storedText';

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      storedText: StoredTextPlugin<Types>;
    }
    interface InputFieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      Type extends InputType<Types> | [InputType<Types>] = InputType<Types> | [InputType<Types>],
      Req extends FieldRequiredness<Type> = FieldRequiredness<Type>,
    > {
      /** Of a text that a mutation is given: the columns it is sealed in, as `<table>.<column>`. */
      sealedIn?: readonly string[];
      /** It names somebody at work, a handle or a name; it is no sentence. */
      names?: boolean;
    }
  }
}

type Input = GraphQLArgument | GraphQLInputField;

/** The sealed columns a text ends in; null: it is kept readable. */
export function sealedIn(element: { readonly extensions?: unknown }): readonly string[] | null {
  const stated = (element.extensions as Record<string, Stated> | undefined)?.[NAME];
  return stated?.sealedIn ?? null;
}

interface Stated {
  readonly sealedIn?: readonly string[];
  readonly names?: boolean;
}

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
  const { names = false } = (element.extensions as Record<string, Stated>)[NAME] ?? {};
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
  if (element.name === KEY || sealedIn(element) !== null) return null;
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

class StoredTextPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onInputFieldConfig(config: PothosInputFieldConfig<Types>): PothosInputFieldConfig<Types> {
    const { sealedIn, names } = config.pothosOptions as Stated;
    const stated = { ...(sealedIn === undefined ? {} : { sealedIn }), ...(names === undefined ? {} : { names }) };
    return { ...config, extensions: { ...config.extensions, [NAME]: stated } };
  }

  override afterBuild(schema: GraphQLSchema): GraphQLSchema {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) guard(field);
    return schema;
  }
}

SchemaBuilder.registerPlugin(NAME, StoredTextPlugin);

export default NAME;
