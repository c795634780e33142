/** The operations clients send, each with the fragments it needs and nothing else. */
import { readFileSync } from 'node:fs';
import { type FragmentDefinitionNode, Kind, parse, print, visit } from 'graphql';

const document = parse(readFileSync('tests/fixtures/operations.graphql', 'utf8'));
const fragments = new Map<string, FragmentDefinitionNode>();
for (const node of document.definitions)
  if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);

export const OPERATION_NAMES = document.definitions.flatMap((node) =>
  node.kind === Kind.OPERATION_DEFINITION ? (node.name?.value ?? []) : [],
);

/** The text of one operation. */
export function operation(name: string): string {
  const needed = new Map<string, string>();
  const collect = (node: Parameters<typeof visit>[0]): void => {
    visit(node, {
      FragmentSpread: (spread) => {
        const fragment = fragments.get(spread.name.value);
        if (fragment === undefined || needed.has(spread.name.value)) return;
        needed.set(spread.name.value, print(fragment));
        collect(fragment);
      },
    });
  };
  const found = document.definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.name?.value === name,
  );
  if (found === undefined) throw new Error(`no operation ${name}`);
  collect(found);
  return [print(found), ...needed.values()].join('\n\n');
}
