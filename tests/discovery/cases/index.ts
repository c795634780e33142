import type { RuleCase } from '../rule-case.ts';
import * as codes from './beside-codes.ts';
import * as thresholds from './beside-thresholds.ts';
import * as changes from './changes.ts';
import * as children from './children-and-school.ts';
import * as work from './death-and-work.ts';
import * as disability from './disability.ts';
import * as elders from './elders-and-disability.ts';
import * as hospital from './hospital.ts';
import * as insurance from './insurance-and-school.ts';
import * as selfPayment from './r01.ts';

/** Every rule: hit, near miss on every threshold, unknown, suppressed, already served. */
export const RULE_CASES: readonly RuleCase[] = [
  selfPayment,
  hospital,
  disability,
  elders,
  work,
  insurance,
  children,
  changes,
  thresholds,
  codes,
].flatMap((file): readonly RuleCase[] => Object.values<readonly RuleCase[]>(file).flat());
