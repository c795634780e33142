import { dayNumber, dayText } from '../calendar/day-number.ts';
import type { Aspect } from './aspect.ts';
import type { Life } from './life.ts';

const MISTAKES_PER_YEAR = 0.05;
const NOT_PAID = '2';

/** Agencies find mistakes of the past: a bill of another day, a contribution never paid, a payment nobody was owed. */
export const corrections: Aspect = {
  chances: () => [{ perYear: MISTAKES_PER_YEAR, happen: correctOne }],
};

const CORRECTED = ['HI02', 'HR01', 'CA03'] as const;

function correctOne(life: Life): void {
  const { random } = life;
  const type = CORRECTED[random.between(0, CORRECTED.length - 1)] ?? 'HI02';
  const held = life.ledger.held(type);
  const record = held[random.between(0, held.length - 1)];
  if (record === undefined) return;
  if (type === 'CA03' || random.chance(0.3)) life.erase(type, record.sourceKey);
  else if (type === 'HR01') life.amend(type, record.sourceKey, () => ({ status: NOT_PAID }));
  else
    life.amend(type, record.sourceKey, ({ setlTime }) => ({
      setlTime: earlier(setlTime ?? '', random.between(1, 60)),
    }));
}

/** The same time of day, so many days earlier. */
function earlier(time: string, days: number): string {
  return `${dayText(dayNumber(time.slice(0, 10)) - days)}${time.slice(10)}`;
}
