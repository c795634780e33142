import type { RuleCase } from '../rule-case.ts';
import { R08_CASES, R11_CASES, R12_CASES } from './death-and-work.ts';
import { R04_CASES, R05_CASES } from './disability.ts';
import { R02_CASES, R03_CASES, R10_CASES, R20_CASES } from './hospital.ts';
import { R13_CASES, R14_CASES, R15B_CASES } from './insurance-and-school.ts';
import { R01_CASES } from './r01.ts';

/** Every rule: hit, near miss on every threshold, unknown, suppressed, already served. */
export const RULE_CASES: readonly RuleCase[] = [
  ...R01_CASES,
  ...R02_CASES,
  ...R03_CASES,
  ...R04_CASES,
  ...R05_CASES,
  ...R08_CASES,
  ...R10_CASES,
  ...R11_CASES,
  ...R12_CASES,
  ...R13_CASES,
  ...R14_CASES,
  ...R15B_CASES,
  ...R20_CASES,
];
