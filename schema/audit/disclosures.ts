/** 披露日志: who read what of one person, why, and when. Reading it is itself a read of that person. */
import { WanjiaError } from '../../src/kernel/errors.ts';
import {
  DISCLOSURE_DECISIONS,
  type DisclosureDecision,
  type DisclosureEntry,
  type DisclosurePlace,
} from '../../src/modules/audit/index.ts';
import { DEFAULT_PAGE, type GraphBuilder, type GraphObject, PAGE_LIMIT } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { readId } from '../shared/public-id.ts';
import { reachesWhole } from '../shared/whole-jurisdiction.ts';

const access = 'disclosure';

function encodePlace({ at, writer, sequence }: DisclosurePlace): string {
  return Buffer.from(`${at} ${writer} ${sequence}`).toString('base64url');
}

function decodePlace(cursor: string | null | undefined): DisclosurePlace | null {
  if (cursor == null) return null;
  const [, at, writer = '', sequence] =
    /^(\d{1,15}) ([\w-]{1,64}) (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at === undefined) throw new WanjiaError('BAD_USER_INPUT', { input: 'after', expected: 'a cursor of this list' });
  return { at: Number(at), writer, sequence: Number(sequence) };
}

/**
 * Households the person is in on the hub's day, within the caller's divisions; null: the log of the person is not for
 * this caller, whose divisions hold neither one of them nor all of the jurisdiction.
 */
async function householdsOf(personId: bigint, context: RequestContext): Promise<number[] | null> {
  const day = await context.hubDay();
  const { prisma } = context.graph;
  const on = { validFrom: { lte: new Date(day ?? 0) }, validTo: { gt: new Date(day ?? 0) } };
  const homes = await prisma.memberFact.findMany({
    where: { personId, ...on },
    select: { householdId: true },
    distinct: ['householdId'],
  });
  if (reachesWhole(context)) return homes.map(({ householdId }) => Number(householdId));
  const within = context.caller.divisions.map((division) => ({ streetCode: { startsWith: division } }));
  const reached = await prisma.householdFact.findMany({
    where: { householdId: { in: homes.map(({ householdId }) => householdId) }, ...on, OR: within },
    select: { householdId: true },
  });
  return reached.length === 0 ? null : reached.map(({ householdId }) => Number(householdId));
}

function defineDisclosure(builder: GraphBuilder): GraphObject<DisclosureEntry> {
  const values = Object.fromEntries(
    DISCLOSURE_DECISIONS.map((decision) => [decision, { description: DECISION_TEXT[decision] }]),
  ) as Record<DisclosureDecision, { description: string }>;
  const Decision = builder.enumType('DisclosureDecision', {
    description: '处理结果 the gravest that happened',
    values,
  });
  return builder.objectRef<DisclosureEntry>('Disclosure').implement({
    description: '披露记录 one answer, or one refused attempt',
    fields: (t) => ({
      at: t.field({
        type: 'DateTime',
        access,
        description: '时间 when',
        resolve: ({ at }) => new Date(at),
      }),
      subject: t.exposeString('subject', { access, description: '读取人 who read' }),
      organisation: t.exposeString('organisation', { access, description: '机构 on behalf of which body' }),
      organisationTitle: t.string({
        access,
        description: '机构名称 its name; null: no longer known',
        resolve: async ({ organisation }, _args, { graph }) =>
          graph.policy.titleOf('organisation', organisation) ??
          (await graph.administration.organisation(organisation))?.title ??
          null,
      }),
      purpose: t.exposeString('purpose', { access, description: '用途 for what purpose; null: none was stated' }),
      purposeTitle: t.string({
        access,
        description: '用途名称 its name',
        resolve: ({ purpose }, _args, { graph }) =>
          purpose === null ? null : graph.policy.titleOf('purpose', purpose),
      }),
      caseId: t.exposeString('caseId', { access, description: '个案编号 the case it was for; null: none was stated' }),
      operation: t.exposeString('operation', { access, description: '操作名 name of the operation; null: unnamed' }),
      fields: t.exposeStringList('fields', {
        nullable: true,
        access,
        description: '字段 schema coordinates that came out, clear or masked',
      }),
      masked: t.exposeStringList('masked', {
        nullable: true,
        access,
        description: '脱敏字段 coordinates that were masked, for some subject at least',
      }),
      withheld: t.exposeStringList('withheld', {
        nullable: true,
        access,
        description: '不予显示字段 coordinates that were withheld or refused, for some subject at least',
      }),
      decision: t.expose('decision', {
        type: Decision,
        access,
        description: '处理结果 the gravest that happened to what was asked',
      }),
    }),
  });
}

const DECISION_TEXT: Readonly<Record<DisclosureDecision, string>> = {
  ALLOWED: '全部显示 all that was asked for came out',
  MASKED: '部分脱敏 something came out masked',
  WITHHELD: '部分不予显示 something was withheld',
  REFUSED: '拒绝 the attempt, or a part of it, was refused',
};

export function defineDisclosures(builder: GraphBuilder): void {
  const Disclosure = defineDisclosure(builder);
  builder.queryField('disclosures', (t) =>
    t.connection(
      {
        type: Disclosure,
        nullable: true,
        access,
        description: '披露日志 who read of a person, newest first; reading it is logged like any other read',
        args: { personId: t.arg.id({ required: true, access, description: '人员编号 id of the person' }) },
        resolve: async (_root, { personId, first, after }, context) => {
          const person = readId('person', personId, 'personId');
          context.subjects.sawPerson(Number(person));
          const place = decodePlace(after);
          const householdIds = await householdsOf(person, context);
          const size = Math.max(0, Math.min(first ?? DEFAULT_PAGE, PAGE_LIMIT));
          const { entries, hasNextPage } =
            householdIds === null
              ? { entries: [], hasNextPage: false }
              : await context.graph.disclosureLog.find({
                  personId: Number(person),
                  householdIds,
                  first: size,
                  after: place,
                });
          const edges = entries.map((node) => ({ cursor: encodePlace(node), node }));
          return {
            edges,
            pageInfo: {
              hasNextPage,
              hasPreviousPage: place !== null,
              startCursor: edges[0]?.cursor ?? null,
              endCursor: edges.at(-1)?.cursor ?? null,
            },
          };
        },
      },
      { description: '披露日志 a page of disclosures' },
      { description: '披露记录 an entry and its place in the list' },
    ),
  );
}
