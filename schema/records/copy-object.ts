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

const [QUOTE, NULL, OPEN_LIST, OPEN_OBJECT] = [0x22, 0x6e, 0x5b, 0x7b];

const isText = (first: number): boolean => first === QUOTE || first === NULL;
const isWord = (first: number): boolean => first !== QUOTE && first !== OPEN_LIST && first !== OPEN_OBJECT;

const asItStands = (fits: Take['fits']) => (): Take => ({ fits });

/** Values whose text is another one: an amount, a time. Nothing of it has to be escaped. */
const serialized =
  (fits: Take['fits']) =>
  (serialize: (value: unknown) => unknown): Take => ({ fits, serialize: (value) => String(serialize(value)) });

/** By scalar. Others are made as everywhere. */
const TAKES: Readonly<Record<string, (serialize: (value: unknown) => unknown) => Take>> = {
  ...{ String: asItStands(isText), ID: asItStands(isText), Date: asItStands(isText), Month: asItStands(isText) },
  ...{ Int: asItStands(isWord), Boolean: asItStands(isWord) },
  ...{ Money: serialized(isWord), DateTime: serialized(isText) },
};

/** Whether a resolver gives the property of the field's own name, and nothing else. */
function isExposed({ name, resolve, extensions }: Field): boolean {
  if (extensions.pothosExposedField !== name || resolve === undefined) return false;
  const value = {};
  try {
    return resolve({ [name]: value }, {}, undefined, { fieldName: name } as GraphQLResolveInfo) === value;
  } catch {
    return false;
  }
}

function takeOf(field: Field | undefined): Take | null {
  const type = field && getNullableType(field.type);
  if (field === undefined || !isScalarType(type) || !isExposed(field)) return null;
  return TAKES[type.name]?.((value) => type.serialize(value)) ?? null;
}

/** Null: fields of this selection have to be resolved. The copy says false of what it cannot copy. */
export function copyObject(
  fields: readonly (Field | undefined)[],
): ((source: unknown, out: JsonBytes) => boolean) | null {
  const parts = fields.flatMap((field) => {
    const take = takeOf(field);
    return field === undefined || take === null ? [] : { name: field.name, ...take };
  });
  if (parts.length < fields.length) return null;
  const copy = new JsonCopy(parts);
  return (source, out) => source instanceof JsonView && copy.write(source, out);
}
