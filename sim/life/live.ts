import { civilDate, type DayNumber } from '../calendar/day-number.ts';
import { monthIndexOf } from '../calendar/month-index.ts';
import type { Member } from '../circumstances/member.ts';
import { fraction, mix } from '../random/hash.ts';
import { ASPECTS } from './aspects.ts';
import { bearChild } from './birth.ts';
import { deathsPerYear, markDeath } from './death.ts';
import { isAlive, type Life } from './life.ts';

/** No person has more to expect in a year than this; what is above it is cut off. */
const EVENTS_PER_YEAR = 8;
const DAILY_LIMIT = EVENTS_PER_YEAR / 365;
const CHANCE_STREAM = 1;

export function beginLife(life: Life): void {
  for (const aspect of ASPECTS) aspect.begin?.(life);
}

/** Lives on, day by day, to the end of a day. What happens on a day depends on seed, household and day alone. */
export function liveUntil(life: Life, day: DayNumber): void {
  while (life.today < day) {
    life.wake();
    if (civilDate(life.today).dayOfMonth === 1)
      for (const aspect of ASPECTS) aspect.monthly?.(life, monthIndexOf(life.today));
    happenToday(life);
  }
}

/** At most one sudden event a day per household: thinning, so that most days cost a single hash. */
function happenToday(life: Life): void {
  const { seed, pace } = life.settings;
  const dailyLimit = DAILY_LIMIT * pace;
  const draw = fraction(mix(seed, life.household, life.today, CHANCE_STREAM));
  if (draw < life.members.length * dailyLimit) {
    const member = life.members[Math.floor(draw / dailyLimit)] as Member;
    if (isAlive(member)) befall(life, member, life.random.next() * EVENTS_PER_YEAR);
  }
  const child = bearChild(life);
  if (child !== null) for (const aspect of ASPECTS) aspect.born?.(life, child);
}

/** Death comes first; then each aspect's chances take their share of the year's expected events. */
function befall(life: Life, member: Member, place: number): void {
  let left = place - deathsPerYear(life, member);
  if (left < 0) {
    die(life, member);
    return;
  }
  for (const aspect of ASPECTS) {
    for (const chance of aspect.chances?.(life, member) ?? []) {
      left -= chance.perYear;
      if (left < 0) {
        chance.happen(life, member);
        return;
      }
    }
  }
}

function die(life: Life, member: Member): void {
  markDeath(life, member);
  for (const aspect of ASPECTS) aspect.died?.(life, member);
}
