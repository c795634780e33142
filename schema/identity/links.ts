/** Which records were taken to be one person, by which method; and how that is undone. */
import { isRecordType } from '../../src/kernel/agency.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { Transaction } from '../../src/platform/database/database.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import { reachesWhole } from '../shared/whole-jurisdiction.ts';
import type { LinkedRecord } from './linked-records.ts';
import { seePersons } from './persons.ts';

const access = 'identity-review';
const work = 'identity-work';

function defineLink(builder: GraphBuilder): void {
  const Linked = builder.objectRef<LinkedRecord>('LinkedRecord').implement({
    description: '已关联记录 a record, by its agency’s own key',
    fields: (t) => ({
      recordType: t.exposeString('recordType', { access, description: '记录类型 such as CA05' }),
      sourceKey: t.exposeString('sourceKey', { access, description: '来源主键 the agency’s key of the record' }),
    }),
  });
  builder.prismaObject('Link', {
    name: 'IdentityLink',
    description: '身份关联 records of one subject, linked to a person',
    fields: (t) => ({
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
      records: t.field({
        type: [Linked],
        access,
        description: '已关联记录 the records the link speaks of',
        select: { subjectId: true },
        resolve: async ({ subjectId }, _args, context) => [...(await context.recordsBySubject.load(subjectId))],
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

interface LinkUndone extends LinkedRecord {
  readonly __typename: 'LinkUndone';
}

interface Undoing {
  readonly recordType: string;
  readonly sourceKey: string;
  readonly reason: string;
}

async function undo(undoing: Undoing, context: RequestContext, tx: Transaction): Promise<LinkUndone | RefusedView> {
  const { recordType, sourceKey, reason } = undoing;
  if (!isRecordType(recordType))
    throw new WanjiaError('BAD_USER_INPUT', { input: 'recordType', expected: 'a record type such as CA05' });
  if (!reachesWhole(context)) return refused({ code: 'NOT_FOUND', params: { what: 'record' } });
  const decidedBy = context.caller.subject;
  const outcome = await context.graph.identity.undoLink({ recordType, sourceKey, reason, decidedBy }, tx);
  if (!outcome.ok) return refused(outcome.error);
  context.graph.changed();
  return { __typename: 'LinkUndone', recordType, sourceKey };
}

function defineUndoing(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  const Undone = builder.objectRef<LinkUndone>('LinkUndone').implement({
    description: '已撤销关联 the record stands on its own; that link is not made again',
    fields: (t) => ({
      recordType: t.exposeString('recordType', { access, description: '记录类型 of the record' }),
      sourceKey: t.exposeString('sourceKey', { access, description: '来源主键 of the record' }),
    }),
  });
  const Outcome = builder.unionType('LinkResult', {
    description: '撤销结果 the link undone, or why not',
    types: [Undone, Refused],
    resolveType: (value) => value.__typename,
  });
  builder.mutationField('undoLink', (t) =>
    t.field({
      type: Outcome,
      access: work,
      description:
        '撤销关联 says that a record is not of the person it was linked to. Refused: NOT_FOUND, LINK_NOT_UNDONE',
      args: {
        recordType: t.arg.string({ required: true, access: work, description: '记录类型 such as ED01' }),
        sourceKey: t.arg.string({
          required: true,
          access: work,
          description: '来源主键 the agency’s key of the record',
        }),
        reason: t.arg.string({
          required: true,
          access: work,
          sealedIn: ['link_decision.reason'],
          description: '理由 why, for the record',
        }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, { recordType, sourceKey, reason, idempotencyKey }, context) => {
        const asked = { recordType, sourceKey, reason };
        return context.once({ operation: 'undoLink', key: idempotencyKey, asked }, (tx) => undo(asked, context, tx));
      },
    }),
  );
}

export function defineLinks(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  defineLink(builder);
  defineUndoing(builder, Refused);
}
