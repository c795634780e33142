/** What changed in a person's disability, and the services they had. */
import { certificateOn } from '../../household/index.ts';
import type { MemberFact } from './fact.ts';
import { DAYS, isWithin, windowStart, withinSql } from './windows.ts';

export const DISABILITY_FACTS: readonly MemberFact[] = [
  {
    name: 'hasNewCertificate',
    type: 'bool',
    zh: '有效残疾人证系近若干天内新发',
    en: 'the valid disability certificate was issued within the days',
    feeds: ['DF01'],
    arguments: [DAYS],
    sql: (m, scope, [days]) => `(cardinality(${m}.certificate_from) > 0 AND coalesce((
      SELECT max(since) FROM unnest(${m}.certificate_from, ${m}.certificate_to) AS held(since, until)
      WHERE since <= ${scope.day} AND until >= ${scope.day}) > ${windowStart(scope, days)}, false))`,
    value: ({ person }, day, [days]) => {
      const held = certificateOn(person, day);
      return held !== null && isWithin(held.issuedOn, day, days);
    },
  },
  {
    name: 'hasService',
    type: 'bool',
    zh: '近若干天内有所列助残服务',
    en: 'a disability service of one of the items within the days',
    feeds: ['DF02'],
    arguments: [{ name: 'items', type: 'list<string>', zh: '服务项目', en: 'codes of services' }, DAYS],
    sql: (m, scope, [items, days]) => `(cardinality(${m}.service_days) > 0 AND EXISTS (
      SELECT FROM unnest(${m}.service_days, ${m}.service_items) AS served(served_on, item)
      WHERE item = ANY(${scope.parameter(items, 'text[]')}) AND ${withinSql('served_on', scope, days)}))`,
    value: ({ person }, day, [items, days]) =>
      person.services.some(
        ({ item, servedOn }) => (items as readonly string[]).includes(item) && isWithin(servedOn, day, days),
      ),
  },
];
