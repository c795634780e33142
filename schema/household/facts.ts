/** Derived amounts of a household, with how well they are known. */
import type { RecordType } from '../../src/kernel/agency.ts';
import type { Fen } from '../../src/kernel/money.ts';
import { annualIncomeOn, outOfPocket12Months } from '../../src/modules/household/index.ts';
import { type MoneyFact, moneyFact, WITHHELD_MONEY } from '../shared/fact-status.ts';
import type { HouseholdView } from './view.ts';

/** Yearly income; unknown is never zero. */
export function annualIncomeFact({ document, day, feeds }: HouseholdView): MoneyFact {
  const income = annualIncomeOn(document, day);
  return moneyFact(income?.value ?? null, (income?.recordTypes ?? []) as readonly RecordType[], feeds);
}

const SECTION = 'health-insurance';
const NOTED = 'Household.outOfPocket12Months';

/** What the members paid for treatment in the twelve months that end with the day; of one it is held back of, of none. */
export function outOfPocketFact({ members, day, feeds }: HouseholdView): MoneyFact {
  const closed = members.filter(({ person }) => !person.shows(SECTION, NOTED));
  if (closed.length > 0) return WITHHELD_MONEY;
  const sum = members.reduce((total, { person }) => total + outOfPocket12Months(person.person, day), 0);
  return moneyFact(sum as Fen, ['HI02'], feeds);
}
