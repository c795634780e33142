/** The little HTML the reference is made of. */
import { type GraphQLType, getNamedType, isSpecifiedScalarType } from 'graphql';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** A description's Chinese label and the meaning behind it. */
export function split(description: string | null | undefined): { readonly label: string; readonly meaning: string } {
  const text = (description ?? '').trim();
  const end = text.search(/\s/);
  return end < 0 ? { label: text, meaning: '' } : { label: text.slice(0, end), meaning: text.slice(end).trim() };
}

/** Label and meaning, the label first. */
export function described(description: string | null | undefined): string {
  const { label, meaning } = split(description);
  return `<b lang="zh-CN">${escaped(label)}</b> ${escaped(meaning)}`;
}

/** A type as it is written, with the way to where it is explained. */
export function typeLink(type: GraphQLType): string {
  const named = getNamedType(type);
  const [before = '', after = ''] = String(type).split(named.name);
  const name = isSpecifiedScalarType(named) ? named.name : `<a href="#${named.name}">${named.name}</a>`;
  return `${escaped(before)}${name}${escaped(after)}`;
}
