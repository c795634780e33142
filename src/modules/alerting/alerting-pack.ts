import type { Pack } from '../discovery/index.ts';

/** What alerts are worked by: clocks, working days, figures, checks. */
export type AlertingPack = Pick<Pack, 'clocks' | 'workingDays' | 'parameters' | 'language' | 'alertChecks'>;
