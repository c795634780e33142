/** What the parts say of themselves in directives: each is held to what decides, and no other is used. */
import { describe, expect, it } from '@jest/globals';
import { composeServices, transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql';
import { dataClassOf, STRUCTURE } from '../data-class-plugin.ts';
import { passField, SECTIONS } from '../person/section-list.ts';
import type { Subgraph } from './subgraph.ts';
import { createSubgraphs } from './supergraph.ts';

const parts = createSubgraphs().map((part) => ({ part, document: parse(part.sdl()) }));
const [hub, ...agencies] = parts;

const typesOf = ({ definitions }: DocumentNode): ObjectTypeDefinitionNode[] =>
  definitions.filter((one): one is ObjectTypeDefinitionNode => one.kind === Kind.OBJECT_TYPE_DEFINITION);

function typeOf(document: DocumentNode | undefined, name: string): ObjectTypeDefinitionNode | undefined {
  return document && typesOf(document).find((one) => one.name.value === name);
}

/** A directive's argument, as it is written; null: it is not there. */
function said(directives: readonly ConstDirectiveNode[] = [], name: string): string | null {
  const found = directives.find((one) => one.name.value === name);
  const [argument] = found?.arguments ?? [];
  return found === undefined ? null : argument === undefined ? '' : print(argument.value);
}

const keysOf = (type: ObjectTypeDefinitionNode | undefined): string[] =>
  (type?.directives ?? []).flatMap((one) => (one.name.value === 'key' ? (said([one], 'key') ?? []) : []));

interface Classified {
  readonly at: string;
  readonly field: FieldDefinitionNode;
  readonly dataClass: string;
  readonly root: boolean;
}

function fieldsOf({ part, document }: { readonly part: Subgraph; readonly document: DocumentNode }): Classified[] {
  const { schema } = part;
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  return typesOf(document).flatMap(({ name, fields = [] }) => {
    const type = schema.getType(name.value);
    return fields.map((field) => {
      const defined = isObjectType(type) ? type.getFields()[field.name.value] : undefined;
      if (defined === undefined)
        throw new Error(`${part.name} prints ${name.value}.${field.name.value}, which it has not`);
      const at = `${part.name} ${name.value}.${field.name.value}`;
      return { at, field, dataClass: dataClassOf(defined), root: isObjectType(type) && roots.has(type) };
    });
  });
}

describe('directives of the parts', () => {
  it('@key: the hub’s entities by id, persons also by citizen number and pass; an agency’s by its pass alone', () => {
    const passes = SECTIONS.map((section) => `"${passField(section)}"`);
    expect(keysOf(typeOf(hub?.document, 'Household'))).toEqual(['"id"']);
    expect(keysOf(typeOf(hub?.document, 'Person'))).toEqual(['"id"', '"residentId"', ...passes]);
    expect(agencies.map(({ document }) => keysOf(typeOf(document, 'Person')))).toEqual(passes.map((pass) => [pass]));
  });

  it('@key by citizen number joins a partner’s graph to the hub’s persons, and its households by id', () => {
    const partner = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])
      scalar ResidentId
      type Person @key(fields: "residentId") { residentId: ResidentId libraryCard: String }
      type Household @key(fields: "id") { id: ID! books: Int }
      type Query { readers: [Person] lent: [Household] }`;
    const { errors, supergraphSdl = '' } = composeServices([
      ...parts.map(({ part, document }) => ({ name: part.name, url: `http://${part.name}`, typeDefs: document })),
      { name: 'library', url: 'http://library', typeDefs: parse(partner) },
    ]);
    expect(errors).toBeUndefined();
    expect(supergraphSdl).toMatch(/type Person[^{]*@join__type\(graph: LIBRARY, key: "residentId"\)/);
  });

  it('@tag: the data class of every field that has one, and of no other', () => {
    for (const one of parts)
      for (const { at, field, dataClass } of fieldsOf(one))
        expect([at, said(field.directives, 'tag')]).toEqual([at, dataClass === STRUCTURE ? null : `"${dataClass}"`]);
  });

  it('@authenticated and @policy: every root field, by its class, and no other field', () => {
    let policies = 0;
    for (const one of parts)
      for (const { at, field, dataClass, root } of fieldsOf(one)) {
        const policy = root && dataClass !== STRUCTURE ? `[["${dataClass}"]]` : null;
        expect([at, said(field.directives, 'authenticated')]).toEqual([at, root ? '' : null]);
        expect([at, said(field.directives, 'policy')]).toEqual([at, policy]);
        policies += policy === null ? 0 : 1;
      }
    expect(policies).toBeGreaterThan(50);
  });

  it('@inaccessible: passes, and nothing of them is in the graph that callers see', () => {
    const passes = new Set(SECTIONS.map(passField));
    for (const one of parts)
      for (const { at, field } of fieldsOf(one))
        expect([at, said(field.directives, 'inaccessible')]).toEqual([at, passes.has(field.name.value) ? '' : null]);
    const { supergraphSdl = '' } = composeServices(
      parts.map(({ part, document }) => ({ name: part.name, url: `http://${part.name}`, typeDefs: document })),
    );
    const seen = typeOf(transformSupergraphToPublicSchema(parse(supergraphSdl)), 'Person');
    const names = seen?.fields?.map(({ name }) => name.value) ?? [];
    expect(names).toEqual(expect.arrayContaining(SECTIONS.map(({ name }) => name)));
    expect(names.filter((name) => passes.has(name))).toEqual([]);
  });

  it('@shareable: every type beside Person that several parts define', () => {
    const count = new Map<string, number>();
    for (const { document } of parts)
      for (const { name } of typesOf(document)) count.set(name.value, (count.get(name.value) ?? 0) + 1);
    for (const { part, document } of parts)
      for (const { name, directives } of typesOf(document)) {
        const several = (count.get(name.value) ?? 0) > 1 && name.value !== 'Person' && name.value !== 'Query';
        if (several)
          expect([part.name, name.value, said(directives, 'shareable')]).toEqual([part.name, name.value, '']);
      }
  });

  it('no other is used: what they would say is not so', () => {
    const used = parts.flatMap(({ part }) => [...part.sdl().matchAll(/ @(\w+)/g)].map(([, name]) => name));
    // Of GraphQL itself.
    const ours = new Set(used.filter((name) => name !== 'deprecated'));
    expect(ours).toEqual(new Set(['link', 'key', 'shareable', 'inaccessible', 'tag', 'authenticated', 'policy']));
  });
});
