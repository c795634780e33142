/**
 * Objects that are answered as they are stored: where every field of a selection is a stored value of the same name, and
 * the object is looked into, not read, its JSON is put together from pieces of the stored one.
 */
import { type GraphQLField, type GraphQLResolveInfo, getNullableType, isScalarType } from 'graphql';
import type { JsonBytes } from '../../src/platform/json/json-bytes.ts';
import { type CopiedKey, JsonCopy } from '../../src/platform/json/json-copy.ts';
import { JsonView } from '../../src/platform/json/json-view.ts';

type Field = GraphQLField<unknown, unknown>;
type Take = Pick<CopiedKey, 'fits' | 'serialize'>;
type Fits = Take['fits'];

/** A selected field, and what is written before its value. */
export interface CopiedField {
  readonly field?: Field;
  readonly key: Uint8Array;
}

const [QUOTE, NULL, OPEN_LIST, OPEN_OBJECT] = [0x22, 0x6e, 0x5b, 0x7b];

const isText: Fits = (first) => first === QUOTE;
const isWord: Fits = (first) => first !== QUOTE && first !== NULL && first !== OPEN_LIST && first !== OPEN_OBJECT;

interface Scalar {
  readonly nullable: boolean;
  serialize(value: unknown): unknown;
}

const fitting = (fits: Fits, { nullable }: Scalar): Fits =>
  nullable ? (first) => first === NULL || fits(first) : fits;

const asItStands =
  (fits: Fits) =>
  (scalar: Scalar): Take => ({ fits: fitting(fits, scalar) });

/** Values whose text is another one: an amount, a time. Nothing of it has to be escaped. */
const serialized =
  (fits: Fits) =>
  (scalar: Scalar): Take => ({
    fits: fitting(fits, scalar),
    serialize: (value) => String(scalar.serialize(value)),
  });

/** By scalar. Others are made as everywhere. */
const TAKES: Readonly<Record<string, (scalar: Scalar) => Take>> = {
  ...{ String: asItStands(isText), ID: asItStands(isText), Date: asItStands(isText), Month: asItStands(isText) },
  ...{ Int: asItStands(isWord), Boolean: asItStands(isWord) },
  ...{ Money: serialized(isWord), DateTime: serialized(isText) },
};

/** Whether a resolver gives the property of the field's own name, and nothing else. */
function isExposed({ name, resolve, args, extensions }: Field): boolean {
  if (extensions.pothosExposedField !== name || resolve === undefined || args.length > 0) return false;
  const value = {};
  try {
    return resolve({ [name]: value }, {}, undefined, { fieldName: name } as GraphQLResolveInfo) === value;
  } catch {
    return false;
  }
}

function takeOf(field: Field): Take | null {
  const type = getNullableType(field.type);
  if (!isScalarType(type) || !isExposed(field)) return null;
  const scalar = { nullable: type === field.type, serialize: (value: unknown) => type.serialize(value) };
  return TAKES[type.name]?.(scalar) ?? null;
}

/** Null: fields of this selection have to be resolved. The copy says false of what it cannot copy. */
export function copyObject(fields: readonly CopiedField[]): ((source: unknown, out: JsonBytes) => boolean) | null {
  const parts = fields.flatMap(({ field, key }): CopiedKey[] => {
    const take = field === undefined ? null : takeOf(field);
    return field === undefined || take === null ? [] : [{ name: field.name, key, ...take }];
  });
  if (parts.length === 0 || parts.length < fields.length) return null;
  const copy = new JsonCopy(parts);
  return (source, out) => source instanceof JsonView && copy.write(source, out);
}
