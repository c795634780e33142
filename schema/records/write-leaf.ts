/** Writes values of enums and scalars. */
import { type GraphQLEnumType, type GraphQLLeafType, type GraphQLScalarType, isEnumType } from 'graphql';
import { JsonText } from './json-text.ts';
import { bytesOf, present, put, type Writer } from './writing.ts';

const QUOTE = 0x22;

/** Their text holds nothing that JSON must escape. */
const PLAIN_SCALARS: ReadonlySet<string> = new Set(['Date', 'DateTime', 'Month', 'Money']);

/** Values of an enum are known beforehand. */
function writeEnum(type: GraphQLEnumType): Writer {
  const texts = new Map<unknown, Uint8Array>(type.getValues().map(({ name, value }) => [value, bytesOf(name)]));
  return (value, { out }) => put(texts.get(value) ?? bytesOf(type.serialize(value)), out);
}

function writePlain(type: GraphQLScalarType): Writer {
  return (value, { out }) => {
    const serialized = type.serialize(typeof value === 'object' ? present(value) : value);
    out.byte(QUOTE);
    out.text(String(serialized));
    out.byte(QUOTE);
  };
}

function writeScalar(type: GraphQLScalarType): Writer {
  if (PLAIN_SCALARS.has(type.name)) return writePlain(type);
  return (value, { out }) => {
    const serialized = type.serialize(typeof value === 'object' ? present(value) : value);
    if (serialized instanceof JsonText) {
      put(serialized.bytes, out);
      return;
    }
    const text = JSON.stringify(serialized);
    if (text === undefined || text === 'null') throw new Error(`${type.name} has no text`);
    out.text(text);
  };
}

export function writeLeaf(type: GraphQLLeafType): Writer {
  return isEnumType(type) ? writeEnum(type) : writeScalar(type);
}
