/** A person: identity, and one section per agency. */
import { isAlive, standingOf } from '../../src/modules/household/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { PersonView } from '../household/view.ts';
import { type AgencySection, SECTIONS } from './section-list.ts';

function defineIdentity(builder: GraphBuilder): GraphObject<PersonView> {
  return builder.objectRef<PersonView>('Person').implement({
    description: '人员 a person, as the agencies’ records describe one',
    fields: (t) => ({
      id: t.exposeID('id', {
        nullable: true,
        access: 'subject-key',
        description: '人员编号 the hub’s own id; a pseudonym for some callers',
      }),
      name: t.exposeString('name', {
        access: 'name',
        description: '姓名 name, possibly masked (CA05, CA02 or the agency that knows the person)',
      }),
      residentId: t.expose('residentId', {
        type: 'ResidentId',
        access: 'resident-id',
        description: '公民身份号码 number of the identity document, possibly masked; null: none known',
      }),
      sex: t.string({
        access: 'sex',
        description: '性别 1 男, 2 女; from the number where there is one',
        resolve: ({ person }) => person.sex,
      }),
      birthDate: t.expose('birthDate', {
        type: 'Date',
        access: 'birth-date',
        description: '出生日期 from the number where there is one; never shown beside a masked number',
      }),
      age: t.exposeInt('age', {
        access: 'age',
        description: '年龄 completed years on the day; null: birth date not known',
      }),
      phone: t.exposeString('phone', { access: 'phone', description: '手机号 telephone, possibly masked (CA05)' }),
      alive: t.boolean({
        access: 'life-status',
        description: '是否在世 no death on or before the day is registered; null: deaths were never delivered (CA04)',
        resolve: ({ person, day, feeds }) =>
          standingOf(feeds, ['CA04']).status === 'UNKNOWN' ? null : isAlive(person, day),
      }),
    }),
  });
}

/** A person with what `part` adds of each agency: its section, or in the hub's subgraph a pass to it. */
export function definePerson(
  builder: GraphBuilder,
  part: (person: GraphObject<PersonView>, section: AgencySection) => void,
): GraphObject<PersonView> {
  const Person = defineIdentity(builder);
  for (const section of SECTIONS) part(Person, section);
  return Person;
}
