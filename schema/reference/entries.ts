/** What the reference says of each type. */
import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLUnionType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isUnionType,
  print,
} from 'graphql';
import { dataClassOf, STRUCTURE } from '../data-class-plugin.ts';
import { described, escaped, split, typeLink } from './markup.ts';

/** The policy's words for a data class. */
export type ClassWords = Readonly<Record<string, { readonly title: string; readonly level: string }>>;

/** The class that decides who is shown it. */
function classMark(element: { readonly extensions?: unknown }, classes: ClassWords): string {
  const name = dataClassOf(element);
  const words = classes[name];
  if (name === STRUCTURE || words === undefined) return '';
  return `<span class="class" title="${escaped(words.title)}">${escaped(name)} ${words.level}</span>`;
}

function defaultOf({ defaultValue, type }: GraphQLArgument | GraphQLInputField): string {
  const node = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return node ? ` = ${escaped(print(node))}` : '';
}

function row(id: string, signature: string, text: string): string {
  return `<tr id="${id}"><td><code>${signature}</code></td><td>${text}</td></tr>`;
}

function inputRow(owner: string, input: GraphQLArgument | GraphQLInputField, classes: ClassWords): string {
  const signature = `${input.name}: ${typeLink(input.type)}${defaultOf(input)}`;
  return row(`${owner}.${input.name}`, signature, `${described(input.description)} ${classMark(input, classes)}`);
}

function fieldRow(owner: string, field: GraphQLField<unknown, unknown>, classes: ClassWords): string {
  const id = `${owner}.${field.name}`;
  const given = field.args.map((arg) => inputRow(id, arg, classes)).join('');
  const gone =
    field.deprecationReason == null ? '' : ` <em lang="zh-CN">已弃用</em> ${escaped(field.deprecationReason)}`;
  const text = `${described(field.description)} ${classMark(field, classes)}${gone}`;
  const args = given === '' ? '' : `<table class="arguments">${given}</table>`;
  return row(id, `${field.name}: ${typeLink(field.type)}`, `${text}${args}`);
}

const valueRow = (type: GraphQLEnumType): string =>
  type
    .getValues()
    .map(({ name, description }) => row(`${type.name}.${name}`, name, described(description)))
    .join('');

const members = (type: GraphQLUnionType): string => `<p>${type.getTypes().map(typeLink).join(' | ')}</p>`;

function body(type: GraphQLNamedType, classes: ClassWords): string {
  if (isUnionType(type)) return members(type);
  const rows = isObjectType(type)
    ? Object.values(type.getFields()).map((field) => fieldRow(type.name, field, classes))
    : isInputObjectType(type)
      ? Object.values(type.getFields()).map((field) => inputRow(type.name, field, classes))
      : isEnumType(type)
        ? [valueRow(type)]
        : [];
  return rows.length === 0 ? '' : `<table>${rows.join('')}</table>`;
}

/** The section of one type. */
export function typeSection(type: GraphQLNamedType, classes: ClassWords): string {
  const { label, meaning } = split(type.description);
  return `<section id="${type.name}"><h3><span lang="zh-CN">${escaped(label)}</span> <code>${type.name}</code></h3>
<p>${escaped(meaning)}</p>${body(type, classes)}</section>`;
}
