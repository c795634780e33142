import type { Severity } from '../rule.ts';
import { SEVERITIES } from '../rule.ts';
import type { PackFolder } from './load.ts';
import type { PackProblem } from './source.ts';

/** How soon someone is to be there. */
export interface SeverityClock {
  readonly within: number;
  readonly unit: 'hours' | 'days' | 'working-days';
}

export type SeverityClocks = ReadonlyMap<Severity, SeverityClock>;

/** The clocks of the most local folder that has any. */
export function clocksOf(folders: readonly PackFolder[], pack: string, problems: PackProblem[]): SeverityClocks {
  const file = folders.findLast((folder) => folder['severity-clocks.yaml'])?.['severity-clocks.yaml'];
  const clocks = new Map(
    (file?.value.clocks ?? []).map(({ severity, ...clock }) => [severity.toUpperCase() as Severity, clock]),
  );
  const missing = SEVERITIES.filter((severity) => !clocks.has(severity));
  if (missing.length > 0)
    problems.push({
      file: `${pack}/severity-clocks.yaml`,
      line: 1,
      column: 1,
      message: `no clock for ${missing.join(', ').toLowerCase()}`,
    });
  return clocks;
}
