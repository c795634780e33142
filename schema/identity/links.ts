/** Which records were taken to be one person, by which method; and how that is undone. */
import { encodeId } from '../../src/kernel/ids.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import { seePersons } from './persons.ts';

const access = 'identity-review';
const work = 'identity-work';

function defineLink(builder: GraphBuilder): void {
  builder.prismaObject('Link', {
    name: 'IdentityLink',
    description: '身份关联 records of one subject, linked to a person',
    fields: (t) => ({
      id: t.id({
        nullable: true,
        access,
        description: '关联编号 id of the link',
        select: { subjectId: true },
        resolve: ({ subjectId }) => encodeId('link', subjectId),
      }),
      method: t.exposeString('method', {
        nullable: true,
        access,
        description:
          '关联方法 NUMBER, AGENCY_NUMBER, ROLL_MATCH, GUARDIAN_MATCH, ASSISTANCE_MATCH, SCHOOL_MATCH, DECISION or ALONE',
      }),
      evidence: t.expose('evidence', {
        type: 'JSON',
        nullable: true,
        access,
        description: '关联依据 record types and keys the method relied on, never values',
      }),
      linkedAt: t.expose('linkedAt', {
        type: 'DateTime',
        nullable: true,
        access,
        description: '关联时间 when it was made',
      }),
    }),
  });
  builder.queryField('personLinks', (t) =>
    t.prismaField({
      type: ['Link'],
      nullable: true,
      access,
      description: '人员的身份关联 every link of a person within the caller’s scope',
      args: { personId: t.arg.id({ required: true, access, description: '人员编号 id of the person' }) },
      resolve: async (query, _root, { personId }, context) => {
        const id = readId('person', personId, 'personId');
        if ((await seePersons([id], context)).length === 0) return [];
        return context.graph.prisma.link.findMany({ ...query, where: { personId: id }, orderBy: { subjectId: 'asc' } });
      },
    }),
  );
}

interface LinkChanged {
  readonly __typename: 'LinkChanged';
  readonly id: bigint;
}

async function undo(id: string, reason: string, context: RequestContext): Promise<LinkChanged | RefusedView> {
  const subjectId = readId('link', id);
  const outcome = await context.graph.identity.undoLink({ subjectId, reason, decidedBy: context.caller.subject });
  if (!outcome.ok) return refused(outcome.error);
  context.graph.changed();
  return { __typename: 'LinkChanged', id: subjectId };
}

function defineUndoing(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  const Changed = builder.objectRef<LinkChanged>('LinkChanged').implement({
    description: '已撤销关联 the link was undone and is not made again',
    fields: (t) => ({
      link: t.prismaField({
        type: 'Link',
        nullable: true,
        access,
        description: '身份关联 what the records are linked to now',
        resolve: (query, { id }, _args, context) =>
          context.graph.prisma.link.findUnique({ ...query, where: { subjectId: id } }),
      }),
    }),
  });
  const Outcome = builder.unionType('LinkResult', {
    description: '撤销结果 the link undone, or why not',
    types: [Changed, Refused],
    resolveType: (value) => value.__typename,
  });
  builder.mutationField('undoLink', (t) =>
    t.field({
      type: Outcome,
      access: work,
      description:
        '撤销关联 says that records are not of the person they were linked to. Refused: NOT_FOUND, LINK_NOT_UNDONE',
      args: {
        id: t.arg.id({ required: true, access: work, description: '关联编号 id of the link' }),
        reason: t.arg.string({ required: true, access: work, description: '理由 why, for the record' }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, { id, reason, idempotencyKey }, context) =>
        context.once(`undoLink ${idempotencyKey}`, () => undo(id, reason, context)),
    }),
  );
}

export function defineLinks(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  defineLink(builder);
  defineUndoing(builder, Refused);
}
