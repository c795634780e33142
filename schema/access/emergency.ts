/** 紧急查阅 (break-glass): a caller opens a household for a short time, and the auditor sees it at once. */
import { encodeId } from '../../src/kernel/ids.ts';
import type { EmergencyAccess } from '../../src/modules/access/index.ts';
import type { Transaction } from '../../src/platform/database/database.ts';
import { DEFAULT_PAGE, type GraphBuilder, type GraphObject, PAGE_LIMIT } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { seePersons } from '../identity/persons.ts';
import { decodeCursor, encodeCursor } from '../shared/cursor.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import { reachesWhole } from '../shared/whole-jurisdiction.ts';

const access = 'emergency-access';
const notice = 'emergency-notice';
const SHORTEST_REASON = 5;

interface Opened {
  readonly __typename: 'EmergencyOpened';
  readonly household: string;
  readonly until: string;
}

interface Asked {
  readonly householdId?: string | null | undefined;
  readonly personId?: string | null | undefined;
  readonly reason: string;
  readonly minutes: number;
}

/** The household asked for, by its own id or a person's, within the caller's rows. */
async function householdAsked({ householdId, personId }: Asked, context: RequestContext): Promise<number | null> {
  if (householdId != null) {
    const profile = await context.householdsById.load(Number(readId('household', householdId, 'householdId')));
    return profile?.id ?? null;
  }
  if (personId == null) return null;
  const id = readId('person', personId, 'personId');
  const [person] = await seePersons([id], context);
  if (person === undefined) return null;
  const day = new Date(person.day);
  const home = await context.graph.prisma.memberFact.findFirst({
    where: { personId: id, counted: true, validFrom: { lte: day }, validTo: { gt: day } },
    select: { householdId: true },
  });
  return home === null ? null : Number(home.householdId);
}

async function open(asked: Asked, context: RequestContext, tx: Transaction): Promise<Opened | RefusedView> {
  const reason = asked.reason.trim();
  const { emergencyMinutes } = context.clearance;
  if (reason.length < SHORTEST_REASON) return refused({ code: 'TEXT_REQUIRED', params: { input: 'reason' } });
  if (asked.minutes < 1 || asked.minutes > emergencyMinutes)
    return refused({ code: 'EMERGENCY_TOO_LONG', params: { limit: emergencyMinutes } });
  const householdId = await householdAsked(asked, context);
  if (householdId === null) return refused({ code: 'NOT_FOUND', params: { what: 'household or person' } });
  context.subjects.sawHousehold(householdId);
  const { subject, organisation } = context.caller;
  const { purpose, caseId } = context;
  const { minutes } = asked;
  const { until } = await context.graph.emergencies.open(
    { subject, organisation, purpose, caseId, householdId, reason, minutes },
    tx,
  );
  const household = encodeId('household', BigInt(householdId));
  return { __typename: 'EmergencyOpened', household, until: until.toISOString() };
}

function defineMutation(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  const Changed = builder.objectRef<Opened>('EmergencyOpened').implement({
    description: '已开启紧急查阅 open until its time has run out; the auditor was told',
    fields: (t) => ({
      householdId: t.id({
        access,
        description: '家庭编号(平台) the household that is open',
        resolve: ({ household }) => household,
      }),
      until: t.field({
        type: 'DateTime',
        access,
        description: '截止时间 until when',
        resolve: ({ until }) => new Date(until),
      }),
    }),
  });
  const Result = builder.unionType('EmergencyResult', {
    description: '紧急查阅结果 opened, or why not',
    types: [Changed, Refused],
    resolveType: (value) => value.__typename,
  });
  builder.mutationField('breakGlass', (t) =>
    t.field({
      type: Result,
      access,
      description:
        '开启紧急查阅 opens a household of the caller’s scope for a short time, for this caller only. Refused: TEXT_REQUIRED, EMERGENCY_TOO_LONG, NOT_FOUND',
      args: {
        householdId: t.arg.id({ access, description: '家庭编号(平台) the household; or a person' }),
        personId: t.arg.id({ access, description: '人员编号 the person whose household it is' }),
        reason: t.arg.string({
          required: true,
          access,
          sealedIn: ['emergency_access.reason'],
          description: '事由 why; the auditor reads it',
        }),
        minutes: t.arg.int({ required: true, access, description: '分钟数 how long, within what the policy allows' }),
        idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
      },
      resolve: (_root, { idempotencyKey, ...asked }, context) =>
        context.once({ operation: 'breakGlass', key: idempotencyKey, asked }, (tx) => open(asked, context, tx)),
    }),
  );
}

function defineNotice(builder: GraphBuilder): GraphObject<EmergencyAccess> {
  return builder.objectRef<EmergencyAccess>('EmergencyNotice').implement({
    description: '紧急查阅通知 who opened what for itself, and why',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', access: notice, description: '时间 when it was opened' }),
      until: t.expose('until', { type: 'DateTime', access: notice, description: '截止时间 until when it is open' }),
      subject: t.exposeString('subject', { access: notice, description: '开启人 who opened it' }),
      organisation: t.exposeString('organisation', { access: notice, description: '机构 on behalf of which body' }),
      purpose: t.exposeString('purpose', { access: notice, description: '用途 for what purpose' }),
      caseId: t.exposeString('caseId', { access: notice, description: '个案编号 the case it was for' }),
      reason: t.exposeString('reason', { access: notice, description: '事由 why, in the words of who opened it' }),
      householdId: t.id({
        access: notice,
        description: '家庭编号(平台) the household',
        resolve: ({ householdId }) => encodeId('household', BigInt(householdId)),
      }),
    }),
  });
}

function defineNotices(builder: GraphBuilder): void {
  const Notice = defineNotice(builder);
  builder.queryField('emergencyNotices', (t) =>
    t.connection(
      {
        type: Notice,
        nullable: true,
        access: notice,
        description: '紧急查阅通知 every emergency access, newest first; for the auditor',
        resolve: async (_root, { first, after }, context) => {
          const size = Math.max(0, Math.min(first ?? DEFAULT_PAGE, PAGE_LIMIT));
          const before = decodeCursor(after);
          const rows = reachesWhole(context) ? await context.graph.emergencies.list({ first: size + 1, before }) : [];
          const edges = rows.slice(0, size).map((node) => ({ cursor: encodeCursor(node.id), node }));
          for (const { node } of edges) context.subjects.sawHousehold(node.householdId);
          return {
            edges,
            pageInfo: {
              hasNextPage: rows.length > size,
              hasPreviousPage: before !== null,
              startCursor: edges[0]?.cursor ?? null,
              endCursor: edges.at(-1)?.cursor ?? null,
            },
          };
        },
      },
      { description: '紧急查阅通知 a page of notices' },
      { description: '紧急查阅通知 a notice and its place in the list' },
    ),
  );
}

export function defineEmergency(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  defineMutation(builder, Refused);
  defineNotices(builder);
}
