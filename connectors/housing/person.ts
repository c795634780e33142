/** What housing's records say of a person: leases of public rental housing, rent subsidy, floor area. */
import type { Day } from '../../src/kernel/day.ts';
import type { Fen } from '../../src/kernel/money.ts';
import type { Month } from '../../src/kernel/month.ts';
import { personList, type RecordsOf, type Sourced } from '../sdk/person-list.ts';
import { HO01 } from './contracts/ho01.ts';
import { HO02 } from './contracts/ho02.ts';
import { HO03 } from './contracts/ho03.ts';

/** HO01 */
export interface Tenancy extends Sourced {
  readonly floorArea: number;
  readonly monthlyRent: Fen;
  readonly beganOn: Day;
  readonly endsOn: Day | null;
  readonly status: string;
  readonly statusDate: Day | null;
}

/** HO02 */
export interface RentSubsidy extends Sourced {
  readonly month: Month;
  readonly amount: Fen;
  readonly paidOn: Day | null;
}

/** HO03 */
export interface HomeSurvey extends Sourced {
  readonly tenure: string;
  readonly floorArea: number;
  readonly floorAreaPerPerson: number;
  readonly surveyedOn: Day;
}

export const HOUSING_LISTS = {
  tenancies: personList(HO01, {
    fields: ['floorArea', 'monthlyRent', 'beganOn', 'endsOn', 'status', 'statusDate'],
    naming: { name: 'name' },
    read: ([floorArea, monthlyRent, beganOn, endsOn, status, statusDate], source): Tenancy => ({
      floorArea,
      monthlyRent,
      beganOn,
      endsOn,
      status,
      statusDate,
      source,
    }),
  }),
  rentSubsidies: personList(HO02, {
    fields: ['month', 'amount', 'paidOn'],
    naming: { name: 'name' },
    read: ([month, amount, paidOn], source): RentSubsidy => ({ month, amount, paidOn, source }),
  }),
  homeSurveys: personList(HO03, {
    fields: ['tenure', 'floorArea', 'floorAreaPerPerson', 'surveyedOn'],
    naming: { name: 'name' },
    read: ([tenure, floorArea, floorAreaPerPerson, surveyedOn], source): HomeSurvey => ({
      tenure,
      floorArea,
      floorAreaPerPerson,
      surveyedOn,
      source,
    }),
  }),
};

export type HousingRecords = RecordsOf<typeof HOUSING_LISTS>;

/** Of a profile that was stored before the bureau joined there are no lists. */
type Held<List extends keyof HousingRecords> = Partial<Pick<HousingRecords, List>>;

const LEASED = '1';

/** The lease that runs on the day: status 1, begun by the day, not run out before it; the newest of several. */
export function tenancyOn({ tenancies = [] }: Held<'tenancies'>, day: Day): Tenancy | null {
  const running = tenancies.filter(
    ({ status, beganOn, endsOn }) => status === LEASED && beganOn <= day && (endsOn === null || endsOn >= day),
  );
  return running.reduce<Tenancy | null>(
    (newest, one) => (newest === null || one.beganOn > newest.beganOn ? one : newest),
    null,
  );
}

/** Floor area per person (m²) as last found by the day; null: never looked at, which is not none. */
export function floorAreaPerPersonOn({ homeSurveys = [] }: Held<'homeSurveys'>, day: Day): number | null {
  const newest = homeSurveys
    .filter(({ surveyedOn }) => surveyedOn <= day)
    .reduce<HomeSurvey | null>((last, one) => (last === null || one.surveyedOn > last.surveyedOn ? one : last), null);
  return newest?.floorAreaPerPerson ?? null;
}
