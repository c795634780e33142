/** 来源记录对应: which of an agency's own records are of which person, for the process that shows its section. */
import { AGENCIES } from '../../src/kernel/agency.ts';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { encodeId } from '../../src/kernel/ids.ts';
import type { AgencyRecord } from '../../src/modules/identity/index.ts';
import type { GraphBuilder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { readId } from '../shared/public-id.ts';

const access = 'record-link';
/** Persons per question: as many as a page of the change feed may name. */
const MOST_PERSONS = 1_000;

/** Records of the agencies whose feeds are the caller's, of persons it reaches. */
async function findOwn(ids: readonly string[], context: RequestContext): Promise<readonly AgencyRecord[]> {
  const { clearance, graph, subjects } = context;
  if (ids.length > MOST_PERSONS)
    throw new WanjiaError('BAD_USER_INPUT', { input: 'personIds', expected: `at most ${MOST_PERSONS} ids` });
  const { feeds } = clearance.rows;
  if (feeds === 'none') return [];
  const asked = ids.map((id) => Number(readId('person', id, 'personIds')));
  const reached = await graph.households.householdsOf(asked, await context.householdScope());
  for (const person of reached.keys()) subjects.sawPerson(person);
  return graph.agencyRecords([...reached.keys()], feeds === 'all' ? AGENCIES : feeds);
}

export function defineAgencyRecords(builder: GraphBuilder): void {
  const Row = builder.objectRef<AgencyRecord>('AgencyRecord').implement({
    description: '来源记录对应 a record of the caller’s agency and the person the hub links it to',
    fields: (t) => ({
      personId: t.id({
        nullable: true,
        access,
        description: '人员编号(平台) id of the person',
        resolve: ({ person }) => encodeId('person', BigInt(person)),
      }),
      recordType: t.exposeString('recordType', { access, description: '记录类型 such as ED01' }),
      sourceKey: t.exposeString('sourceKey', { access, description: '来源主键 the agency’s key of the record' }),
    }),
  });
  builder.queryField('agencyRecords', (t) =>
    t.field({
      type: [Row],
      access,
      description:
        '本机构记录与人员的对应 the current records of the caller’s own agency that are linked to these persons; those it does not reach have none',
      args: {
        personIds: t.arg.idList({
          required: true,
          access,
          description: `人员编号 ids of persons, at most ${MOST_PERSONS}, such as the change feed tells of`,
        }),
      },
      resolve: (_root, { personIds }, context) => findOwn(personIds, context),
    }),
  );
}
