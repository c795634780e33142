import type { Aspect } from './aspect.ts';
import { assistance } from './assistance.ts';
import { benefits } from './benefits.ts';
import { chronicIllness } from './chronic-illness.ts';
import { corrections } from './corrections.ts';
import { deathRegister } from './death.ts';
import { disability } from './disability.ts';
import { employment } from './employment.ts';
import { healthCover } from './health-cover.ts';
import { ownRecords } from './own-records.ts';
import { pension } from './pension.ts';
import { roll } from './roll.ts';
import { schoolAid } from './school-aid.ts';
import { schooling } from './schooling.ts';
import { treatment } from './treatment.ts';

/** All sides of life; those further down begin with what those above have decided. */
export const ASPECTS: readonly Aspect[] = [
  roll,
  disability,
  schooling,
  pension,
  employment,
  assistance,
  healthCover,
  chronicIllness,
  treatment,
  benefits,
  schoolAid,
  deathRegister,
  corrections,
  ownRecords,
];
