import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, validate, visit } from 'graphql';
import { loadPolicy } from '../src/modules/access/index.ts';
import { createBuilder } from './builder.ts';
import { createSchema } from './index.ts';
import { usedClasses } from './permissions/coordinates.ts';

function build(options: { access?: string; nullable?: boolean; description?: string }): () => unknown {
  const builder = createBuilder();
  builder.queryType({
    fields: (t) => ({
      answer: t.string({ nullable: true, description: '答案 answer', ...options, resolve: () => '42' }),
    }),
  });
  return () => builder.toSchema();
}

describe('the schema', () => {
  it('fails to build with a field that has no data class, no Chinese description, or cannot be withheld', () => {
    expect(build({})).toThrow('Query.answer states no data class');
    expect(build({ access: 'name', description: 'answer' })).toThrow('Query.answer has no description in Chinese');
    expect(build({ access: 'name', nullable: false })).toThrow('Query.answer can be withheld and must be nullable');
    expect(build({ access: 'name' })).not.toThrow();
  });

  it('uses no data class that the policy does not know, and leaves none of its classes unused', async () => {
    const file = 'packs/shanghai/changning/access.yaml';
    const used = usedClasses(createSchema());
    await loadPolicy(file, used);
    const others = new Set([...used].map((name) => (name === 'birth-date' ? 'birthdate' : name)));
    await expect(loadPolicy(file, others)).rejects.toMatchObject({
      params: {
        detail: expect.stringMatching(
          /access.yaml:\d+:\d+ there is no coordinate with the data class 'birth-date'; did you mean 'birthdate'\?\n.*no definition of the data class 'birthdate'/,
        ),
      },
    });
  });

  it('describes every type, field, argument and value in the parts and as a whole, Chinese label first', () => {
    const undescribed: string[] = [];
    const named: string[] = [];
    const look = (node: {
      readonly name: { readonly value: string };
      readonly description?: { readonly value: string };
    }) => {
      named.push(node.name.value);
      if (!/^[\u4e00-\u9fff]/.test(node.description?.value ?? '')) undescribed.push(node.name.value);
    };
    const subgraphs = readdirSync('schema/generated/subgraphs').map((name) => `subgraphs/${name}`);
    for (const file of ['schema.graphql', ...subgraphs])
      visit(parse(readFileSync(`schema/generated/${file}`, 'utf8')), {
        ObjectTypeDefinition: look,
        InputObjectTypeDefinition: look,
        EnumTypeDefinition: look,
        UnionTypeDefinition: look,
        ScalarTypeDefinition: look,
        FieldDefinition: look,
        InputValueDefinition: look,
        EnumValueDefinition: look,
      });
    expect(named.length).toBeGreaterThan(2_000);
    expect(undescribed).toEqual([]);
  });

  it('takes the hub’s own operations', () => {
    for (const file of ['households', 'alerts', 'rules', 'feeds', 'stewardship'])
      expect(validate(createSchema(), parse(readFileSync(`schema/operations/${file}.graphql`, 'utf8')))).toEqual([]);
  });
});
