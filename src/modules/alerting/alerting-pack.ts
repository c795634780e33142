import type { Pack } from '../discovery/index.ts';

/** What alerts are worked by: whom their rules are shown, clocks, working days, figures, checks. */
export type AlertingPack = Pick<Pack, 'rules' | 'clocks' | 'workingDays' | 'parameters' | 'language' | 'alertChecks'>;
