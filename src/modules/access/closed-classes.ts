/** 暂停提供 (政务数据共享条例 art. 27): data classes that are suspended for a caller, whatever its roles allow. */
import type { Clearance, Decision } from './clearance.ts';

const SUSPENDED: Decision = { kind: 'withhold', reason: 'SUSPENDED' };

/** The clearance without these classes: an explicit denial wins over every grant, in all circumstances. */
export function closeClasses(clearance: Clearance, closed: readonly string[]): Clearance {
  if (closed.length === 0) return clearance;
  const shut = new Set(closed);
  return {
    ...clearance,
    key: `${clearance.key} without ${[...shut].sort().join('+')}`,
    decide: (name, given) => (shut.has(name) ? SUSPENDED : clearance.decide(name, given)),
    factorsOf: (name) => (shut.has(name) ? [] : clearance.factorsOf(name)),
    settled: (name) => (shut.has(name) ? SUSPENDED : clearance.settled(name)),
  };
}
