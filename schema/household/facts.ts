/** Derived amounts of a household, with how well they are known. */
import type { RecordType } from '../../src/kernel/agency.ts';
import type { Fen } from '../../src/kernel/money.ts';
import { annualIncomeOn, outOfPocket12Months } from '../../src/modules/household/index.ts';
import { type MoneyFact, moneyFact } from '../shared/fact-status.ts';
import type { HouseholdView } from './view.ts';

/** Yearly income; unknown is never zero. */
export function annualIncomeFact({ document, day, feeds }: HouseholdView): MoneyFact {
  const income = annualIncomeOn(document, day);
  return moneyFact(income?.value ?? null, (income?.recordTypes ?? []) as readonly RecordType[], feeds);
}

/** What the members paid for treatment in the twelve months that end with the day. */
export function outOfPocketFact({ members, day, feeds }: HouseholdView): MoneyFact {
  const sum = members.reduce((total, { person }) => total + outOfPocket12Months(person.person, day), 0);
  return moneyFact(sum as Fen, ['HI02'], feeds);
}
