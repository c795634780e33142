/** 访问说明: what a role with a purpose would see of a type, and why not more. */
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { Factor } from '../../src/modules/access/index.ts';
import type { GraphBuilder, GraphEnum } from '../builder.ts';
import { wholeGraphOf } from '../federation/whole-graph.ts';
import type { Verb } from '../permissions/access-table.ts';
import { listCoordinates } from '../permissions/coordinates.ts';
import { type Explanation, explain, type Given } from '../permissions/explain.ts';

const access = 'access-policy';

const CONSENT = 'consent:';

type CaseView = Explanation['cases'][number];

function consentsIn(given: Given): string[] | null {
  const kinds = Object.entries(given).filter(([factor]) => factor.startsWith(CONSENT));
  return kinds.length === 0 ? null : kinds.flatMap(([factor, holds]) => (holds ? factor.slice(CONSENT.length) : []));
}

function defineVerb(builder: GraphBuilder): GraphEnum<Verb> {
  return builder.enumType('AccessOutcome', {
    description: '处理方式 how a value comes out',
    values: {
      ALLOW: { description: '显示 clear' },
      MASK: { description: '脱敏 masked' },
      WITHHOLD: { description: '不予显示 null, or refused where it is a root field, an argument or a filter' },
    } satisfies Record<Verb, object>,
  });
}

function defineCase(builder: GraphBuilder, Verb: GraphEnum<Verb>) {
  const given = (key: string, factor: Factor, description: string) => ({ key, factor, description });
  return builder.objectRef<CaseView>('AccessCase').implement({
    description: '情形 how a value comes out in one kind of circumstances',
    fields: (t) => ({
      outcome: t.field({
        type: Verb,
        access,
        description: '处理方式 ALLOW, MASK or WITHHOLD',
        resolve: ({ outcome }) => outcome.verb,
      }),
      mask: t.string({ access, description: '脱敏方式 name of the mask', resolve: ({ outcome }) => outcome.mask }),
      reason: t.string({
        access,
        description: '原因 why it is not clear, as in extensions.access',
        resolve: ({ outcome }) => outcome.reason,
      }),
      ...Object.fromEntries(
        [
          given('openAlert', 'open-alert', '有未结预警 where the household has an open alert; null: does not matter'),
          given('openCase', 'open-case', '有未结个案 where the household has an open case; null: does not matter'),
          given('emergency', 'emergency', '紧急查阅 where the caller has opened the household; null: does not matter'),
          given(
            'secondPerson',
            'second-person',
            '双人确认 where a second person has confirmed the caller’s request; null: does not matter',
          ),
          given('child', 'child', '未满14周岁 where the person is under 14 or of unknown age; null: does not matter'),
          given(
            'obligor',
            'obligor',
            '义务人 where the person lives apart and has given no authorisation; null: does not matter',
          ),
        ].map(({ key, factor, description }) => [
          key,
          t.boolean({ access, description, resolve: (one) => one.given[factor] ?? null }),
        ]),
      ),
      consents: t.stringList({
        access,
        description: '同意 kinds of consent that are on record; null: no consent matters',
        resolve: ({ given: all }) => consentsIn(all),
      }),
      needed: t.stringList({
        access,
        description: '所需条件 conditions that would show more, as in extensions.access',
        resolve: ({ outcome }) => [...outcome.needed],
      }),
    }),
  });
}

/** Answers with how a value can come out. */
export function defineAccessExplained(builder: GraphBuilder): GraphEnum<Verb> {
  const Verb = defineVerb(builder);
  const Case = defineCase(builder, Verb);
  const Entry = builder.objectRef<Explanation>('AccessEntry').implement({
    description: '访问说明 one coordinate of the type',
    fields: (t) => ({
      coordinate: t.string({
        access,
        description: '字段 schema coordinate',
        resolve: ({ coordinate }) => coordinate.name,
      }),
      dataClass: t.string({
        access,
        description: '数据类别 what the policy grants',
        resolve: ({ coordinate }) => coordinate.dataClass,
      }),
      level: t.string({
        access,
        description: '级别 L1 to L4',
        resolve: ({ coordinate }, _args, { graph }) => graph.policy.words.classes[coordinate.dataClass]?.level ?? null,
      }),
      cases: t.field({
        type: [Case],
        access,
        description: '情形 one where circumstances do not matter, else each',
        resolve: ({ cases }) => [...cases],
      }),
    }),
  });
  builder.queryField('accessExplained', (t) =>
    t.field({
      type: [Entry],
      access,
      description: '访问说明 what a role with a purpose would see of a type. Errors: BAD_USER_INPUT, FORBIDDEN',
      args: {
        role: t.arg.string({ required: true, access, description: '角色 a role of the policy' }),
        purpose: t.arg.string({ access, description: '用途 a purpose the role holds; absent: none is stated' }),
        type: t.arg.string({ required: true, access, description: '类型 an object or input type of this schema' }),
      },
      resolve: (_root, { role, purpose, type }, { graph }, { schema }) => {
        if (!graph.policy.roles.has(role))
          throw new WanjiaError('BAD_USER_INPUT', { input: 'role', expected: [...graph.policy.roles].join(', ') });
        const clearance = graph.policy.clear([role], purpose ?? null);
        const coordinates = listCoordinates(wholeGraphOf(schema)).filter(({ name }) => name.startsWith(`${type}.`));
        if (coordinates.length === 0)
          throw new WanjiaError('BAD_USER_INPUT', {
            input: 'type',
            expected: 'an object or input type of this schema',
          });
        return coordinates.map((coordinate) => explain(coordinate, clearance));
      },
    }),
  );
  return Verb;
}
