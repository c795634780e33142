/** Figures as rules are read with them: what each is, what it comes to on a day, where it is from. */
import type { Day } from '../../../kernel/day.ts';
import { Money } from '../expression/money.ts';
import type { Pack } from '../pack/pack.ts';
import { periodOn } from '../pack/parameters.ts';
import type { Parameter, Rule } from '../rule.ts';
import type { ParameterValue } from '../sql/statement.ts';

export interface ListedParameter {
  readonly name: string;
  /** What it is, in the field's words. */
  readonly title: string;
  readonly value: string;
  readonly unit: string;
  /** Where the value is from; says so where it is an example only. */
  readonly source: string;
  readonly example: boolean;
}

/** `value` null: none was found, and what rests on it is UNKNOWN. */
export interface Figure extends Omit<ListedParameter, 'value'> {
  readonly value: string | null;
}

export type Figures = (id: string) => Figure | undefined;

function textOf(value: ParameterValue): string | null {
  if (value === undefined) return null;
  return value instanceof Money ? value.toYuan() : String(value);
}

/** A parameter as in force on a day, saying so where it is an example only; undefined where it has no value. */
export function shownParameter(parameter: Parameter, day: Day): ListedParameter | undefined {
  const period = periodOn(parameter, day);
  if (period === undefined) return undefined;
  const source = !period.example || period.source.startsWith('示例') ? period.source : `示例值：${period.source}`;
  return {
    name: parameter.id,
    title: parameter.name.zh,
    value: String(textOf(period.value)),
    unit: parameter.unit,
    source,
    example: period.example,
  };
}

/** A version's figures on a day; what it was released or drafted with goes before the packs'. */
export function figuresOf(
  { parameters: known }: Pick<Pack, 'parameters'>,
  { id: ruleId, version, release }: Pick<Rule, 'id' | 'version' | 'release'>,
  { day, parameters }: { readonly day: Day; readonly parameters: ReadonlyMap<string, ParameterValue> },
): Figures {
  return (id) => {
    const parameter = known.get(id);
    if (parameter === undefined) return undefined;
    const value = textOf(parameters.get(id));
    const shown = shownParameter(parameter, day);
    if (shown?.value === value) return shown;
    const given = release === null ? '草案' : `规则发布 ${ruleId} v${version}`;
    const source = value === null ? '未取得' : given;
    return { name: id, title: parameter.name.zh, value, unit: parameter.unit, source, example: false };
  };
}
