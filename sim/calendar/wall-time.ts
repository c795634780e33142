import { pad2 } from '../../src/kernel/day.ts';
import { type DayNumber, dayText } from './day-number.ts';

const LAST_SECOND = 86_399;

/** `YYYY-MM-DD HH:mm:ss` (UTC+8 wall time) of a second of a day. */
export function wallTime(day: DayNumber, second: number): string {
  const at = Math.min(Math.max(second, 0), LAST_SECOND);
  const hours = Math.floor(at / 3600);
  const minutes = Math.floor(at / 60) % 60;
  return `${dayText(day)} ${pad2(hours)}:${pad2(minutes)}:${pad2(at % 60)}`;
}
