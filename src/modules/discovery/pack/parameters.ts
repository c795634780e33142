import type { Day } from '../../../kernel/day.ts';
import { WanjiaError } from '../../../kernel/errors.ts';
import { fenOfYuan } from '../../../kernel/money.ts';
import type { ValueType } from '../catalogue/fact.ts';
import { Money } from '../expression/money.ts';
import { isInForce, type Parameter, type ParameterPeriod } from '../rule.ts';
import type { ParameterValue } from '../sql/statement.ts';
import type { PackFolder } from './load.ts';
import type { UNITS } from './schema.ts';
import type { PackProblem } from './source.ts';

type Unit = (typeof UNITS)[number];

const TYPE_OF_UNIT: Readonly<Record<Unit, ValueType>> = {
  yuan: 'Money',
  'yuan/month': 'Money',
  'yuan/year': 'Money',
  ratio: 'double',
  years: 'int',
  months: 'int',
  days: 'int',
  'working-days': 'int',
  count: 'int',
};

/** The value in the type of its unit; null where it has more places than the unit. */
function typedValue(value: number, unit: Unit): ParameterPeriod['value'] | null {
  switch (TYPE_OF_UNIT[unit]) {
    case 'Money': {
      const fen = fenOfYuan(value);
      return fen === null ? null : Money.ofFen(fen);
    }
    case 'int':
      return Number.isSafeInteger(value) ? BigInt(value) : null;
    default:
      return /^-?\d+(\.\d{1,6})?$/.test(String(value)) ? value : null;
  }
}

/** Parameters of all folders; a child's table replaces its parent's, unless a higher text binds. */
export function parametersOf(folders: readonly PackFolder[], problems: PackProblem[]): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  const binding = new Map<string, string>();
  for (const folder of folders) {
    const file = folder['parameters.yaml'];
    for (const [place, entry] of (file?.value.parameters ?? []).entries()) {
      const fixedBy = binding.get(entry.id);
      if (fixedBy !== undefined && file !== undefined)
        problems.push(
          file.problemAt(['parameters', place, 'id'], `${entry.id} is fixed by a higher text in ${fixedBy}`),
        );
      if (entry.binding) binding.set(entry.id, folder.name);
      const periods: ParameterPeriod[] = [];
      for (const [index, { value, effectiveTo = null, ...rest }] of entry.values.entries()) {
        const typed = typedValue(value, entry.unit);
        const path = ['parameters', place, 'values', index, 'value'];
        if (typed === null)
          problems.push(...(file ? [file.problemAt(path, `${value} is not a value in ${entry.unit}`)] : []));
        else periods.push({ ...rest, effectiveTo, value: typed });
      }
      parameters.set(entry.id, {
        id: entry.id,
        name: entry.name,
        unit: entry.unit,
        type: TYPE_OF_UNIT[entry.unit],
        periods,
      });
    }
  }
  return parameters;
}

/** The value in force on a day, the newest where periods overlap; undefined where there is none. */
export function periodOn({ periods }: Parameter, day: Day): ParameterPeriod | undefined {
  const held = periods.filter((period) => isInForce(period, day));
  return held.reduce<ParameterPeriod | undefined>(
    (newest, period) => (newest === undefined || period.effectiveFrom > newest.effectiveFrom ? period : newest),
    undefined,
  );
}

/** A number that the hub itself works by; PACK_INVALID where the packs give none for the day. */
export function numberOn(parameters: ReadonlyMap<string, Parameter>, id: string, day: Day): number {
  const parameter = parameters.get(id);
  const value = parameter && periodOn(parameter, day)?.value;
  if (value === undefined || value instanceof Money)
    throw new WanjiaError('PACK_INVALID', { count: 1, detail: `parameters.yaml: ${id} has no number on ${day}` });
  return Number(value);
}

/** Every parameter's value in force on a day. */
export function parameterValuesOn(
  parameters: ReadonlyMap<string, Parameter>,
  day: Day,
): ReadonlyMap<string, ParameterValue> {
  return new Map([...parameters.values()].map((parameter) => [parameter.id, periodOn(parameter, day)?.value]));
}
