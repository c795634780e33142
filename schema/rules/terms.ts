/** 政策用语: older and local terms, and what they are called now. */
import type { TermAlias } from '../../src/modules/discovery/index.ts';
import type { GraphBuilder } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';

const access = 'rule';

export function defineTerms(builder: GraphBuilder): void {
  const Term = builder.objectRef<TermAlias>('PolicyTerm').implement({
    description: '政策用语 an older or local term',
    fields: (t) => ({
      term: t.exposeString('term', { access, description: '原用语 older or local term' }),
      now: t.exposeString('now', { access, description: '现用语 what the law in force calls it' }),
      classes: t.stringList({
        access,
        description: '认定类别 codes of the classes it names; empty: it is no class',
        resolve: ({ classes }) => [...classes],
      }),
      documents: t.stringList({
        access,
        description: '出处 titles of the documents it stands in',
        resolve: ({ documents }) => documents.map(({ title }) => title),
      }),
    }),
  });
  builder.queryField('policyTerms', (t) =>
    t.field({
      type: [Term],
      access,
      description: '政策用语 what an older or local term is called now, and the other way round',
      args: {
        text: t.arg.string({ access: STRUCTURE, description: '检索词 part of either name; absent: all' }),
      },
      resolve: (_root, { text }, { graph }) =>
        graph.terms.filter(({ term, now }) => [term, now].some((name) => name.includes(text?.trim() ?? ''))),
    }),
  );
}
