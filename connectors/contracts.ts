import type { RecordType } from '../src/kernel/agency.ts';
import { CA01 } from './civil-affairs/contracts/ca01.ts';
import { CA02 } from './civil-affairs/contracts/ca02.ts';
import { CA03 } from './civil-affairs/contracts/ca03.ts';
import { CA04 } from './civil-affairs/contracts/ca04.ts';
import { CA05 } from './civil-affairs/contracts/ca05.ts';
import { DF01 } from './disability-federation/contracts/df01.ts';
import { DF02 } from './disability-federation/contracts/df02.ts';
import { ED01 } from './education/contracts/ed01.ts';
import { ED02 } from './education/contracts/ed02.ts';
import { ED03 } from './education/contracts/ed03.ts';
import { HI01 } from './health-insurance/contracts/hi01.ts';
import { HI02 } from './health-insurance/contracts/hi02.ts';
import { HI03 } from './health-insurance/contracts/hi03.ts';
import { HR01 } from './human-resources/contracts/hr01.ts';
import { HR02 } from './human-resources/contracts/hr02.ts';
import { HR03 } from './human-resources/contracts/hr03.ts';
import type { RecordContract, RecordOf } from './sdk/record-contract.ts';

/** Every record type the hub knows, by its code. */
export const CONTRACTS = {
  CA01,
  CA02,
  CA03,
  CA04,
  CA05,
  HI01,
  HI02,
  HI03,
  ED01,
  ED02,
  ED03,
  HR01,
  HR02,
  HR03,
  DF01,
  DF02,
} as const satisfies Readonly<Record<RecordType, RecordContract>>;

/** The canonical record of a record type. */
export type RecordByType<T extends RecordType> = RecordOf<(typeof CONTRACTS)[T]>;
