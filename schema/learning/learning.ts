/** 规则成效: how often alerts were right, how fast someone came, how many of those in need are served. */
import { addDays, type Day } from '../../src/kernel/day.ts';
import {
  type CoverageRow,
  LEARNING_KEYS,
  type LearningKey,
  type LearningRow,
} from '../../src/modules/alerting/index.ts';
import { workerOf } from '../alerts/alert-work.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';

const access = 'learning';
const YEAR = 365;
const FROM = '起始日期 from the quarter of this day on; absent: a year before the end; three years at most';
const TO = '截止日期 to the end of the quarter of this day; absent: the hub’s day';

interface Period {
  readonly from?: Day | null | undefined;
  readonly to?: Day | null | undefined;
}

/** The period asked for within the caller's divisions; null before the first delivery. */
async function periodOf({ from, to }: Period, context: RequestContext) {
  const end = to ?? (await context.hubDay());
  if (end === null) return null;
  return { divisions: workerOf(context).divisions, from: from ?? addDays(end, -YEAR), to: end };
}

function defineRow(builder: GraphBuilder): GraphObject<LearningRow> {
  return builder.objectRef<LearningRow>('LearningRow').implement({
    description:
      '规则成效 what closed alerts of one group came to: the sum of the quarters in which a cell is 10 or more; null: there is none',
    fields: (t) => ({
      key: t.exposeString('key', { access, description: '分组 rule id, street code, agency or channel' }),
      closed: t.exposeInt('closed', { access, description: '办结数 closed by people' }),
      decided: t.exposeInt('decided', {
        access,
        description: '核实数 visited and settled; CANNOT_REACH settles nothing',
      }),
      confirmed: t.exposeInt('confirmed', { access, description: '属实数 GRANTED or REFERRED' }),
      alreadyServed: t.exposeInt('alreadyServed', { access, description: '已有保障数 ALREADY_SERVED' }),
      refuted: t.exposeInt('refuted', { access, description: '不属实数 NOT_NEEDED or FALSE_ALARM' }),
      unreached: t.exposeInt('unreached', { access, description: '未见面数 visited and CANNOT_REACH' }),
      precision: t.exposeFloat('precision', {
        access,
        description: '准确率 confirmed among decided; rounded to 5 % beside a hidden cell',
      }),
      hoursToContact: t.exposeFloat('hoursToContact', {
        access,
        description: '首次接触用时(小时) median from raising to the first visit recorded',
      }),
    }),
  });
}

function defineCoverage(builder: GraphBuilder): void {
  const Coverage = builder.objectRef<CoverageRow>('StreetCoverage').implement({
    description: '应助尽助率 of those in need in a street, how many are served; cells below 10 are null',
    fields: (t) => ({
      streetCode: t.exposeString('streetCode', { access, description: '街镇代码 street' }),
      served: t.exposeInt('served', {
        access,
        description: '已保障户数 with a class in force, or whose alert ended in a grant or found them served',
      }),
      confirmedUnserved: t.exposeInt('confirmedUnserved', {
        access,
        description: '核实未保障户数 whose need a visit confirmed and who are not served',
      }),
      coverage: t.exposeFloat('coverage', { access, description: '应助尽助率 served ÷ (served + confirmed unserved)' }),
    }),
  });
  builder.queryField('assistanceCoverage', (t) =>
    t.field({
      type: [Coverage],
      access,
      description: '应助尽助率 by street, on the hub’s day, within the caller’s scope',
      resolve: async (_root, _args, context) => {
        const period = await periodOf({}, context);
        return period === null ? [] : [...(await context.graph.learning.coverage(period.divisions, period.to))];
      },
    }),
  );
}

export function defineLearning(builder: GraphBuilder): void {
  const Row = defineRow(builder);
  const texts: Readonly<Record<LearningKey, string>> = {
    RULE: '按规则 by rule',
    STREET: '按街镇 by street',
    SOURCE: '按来源部门 by the agency whose records the rule rests on',
    CHANNEL:
      '按发现渠道 by how the need came to be known: the channel of a clue, or DATA where no clue told; of a clue, closed is answered and its case closed',
  };
  const Key = builder.enumType('LearningKey', {
    description: '分组方式 what closed alerts are grouped by',
    values: Object.fromEntries(LEARNING_KEYS.map((key) => [key, { description: texts[key] }])) as Record<
      LearningKey,
      { description: string }
    >,
  });
  builder.queryFields((t) => {
    const args = {
      from: t.arg({ type: 'Date', access: STRUCTURE, description: FROM }),
      to: t.arg({ type: 'Date', access: STRUCTURE, description: TO }),
    };
    return {
      alertLearning: t.field({
        type: [Row],
        access,
        description:
          '规则成效 what visits confirmed or refuted, by rule, street, source or channel, within the caller’s scope',
        args: { by: t.arg({ type: Key, required: true, access, description: '分组方式 grouping' }), ...args },
        resolve: async (_root, { by, ...given }, context) => {
          const period = await periodOf(given, context);
          return period === null ? [] : [...(await context.graph.learning.rows(by, period))];
        },
      }),
      rulesToRetire: t.field({
        type: [Row],
        access,
        description: '建议停用的规则 rules with 30 decided alerts or more of which visits confirmed less than 20 %',
        args,
        resolve: async (_root, given, context) => {
          const period = await periodOf(given, context);
          return period === null ? [] : [...(await context.graph.learning.toRetire(period))];
        },
      }),
    };
  });
  defineCoverage(builder);
}
