/** 机构目录: the bodies that take part, the pack's and those that were registered. */
import { ORGANISATION_KIND_TITLE } from '../../src/kernel/organisation-kind.ts';
import type { Organisation } from '../../src/modules/administration/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { withinReach } from './reach.ts';

const access = 'administration';

function defineOrganisation(builder: GraphBuilder): GraphObject<Organisation> {
  return builder.objectRef<Organisation>('Organisation').implement({
    description: '机构 a body that takes part in social assistance',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, access: STRUCTURE, description: '机构代码 its code' }),
      title: t.exposeString('title', { access, description: '名称 its name' }),
      kind: t.exposeString('kind', { access, description: '条线 its line of work, which says what roles it may hold' }),
      kindTitle: t.string({
        access,
        description: '条线名称 the line of work in Chinese',
        resolve: ({ kind }) => ORGANISATION_KIND_TITLE[kind],
      }),
      divisions: t.exposeStringList('divisions', { access, description: '区划范围 prefixes it reaches at most' }),
      contractFrom: t.expose('contractFrom', {
        type: 'Date',
        access,
        description: '合同起始 the first day; null: not bounded',
      }),
      contractUntil: t.expose('contractUntil', {
        type: 'Date',
        access,
        description: '合同截止 the last day; null: not bounded',
      }),
      suspended: t.exposeBoolean('suspended', { access, description: '是否停用 nobody of it is admitted' }),
      version: t.exposeInt('version', { access, description: '版本 grows with every change; 0: as the pack has it' }),
    }),
  });
}

export function defineOrganisations(builder: GraphBuilder): GraphObject<Organisation> {
  const Organisation = defineOrganisation(builder);
  builder.queryField('organisations', (t) =>
    t.field({
      type: [Organisation],
      access,
      description: '机构目录 the bodies within the caller’s divisions, by code',
      args: { kind: t.arg.string({ access, description: '条线 of this line of work only' }) },
      resolve: async (_root, { kind }, context) => {
        const all = await context.graph.administration.organisations();
        return all.filter((one) => withinReach(context, one.divisions) && (kind == null || one.kind === kind));
      },
    }),
  );
  return Organisation;
}
