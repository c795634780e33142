/** What no case of a rule can tell, by rule and part of the matrix, each with its reason. */
const EMPTY = 'Nobody means nothing spent: the condition after it says no as well.';
const SECOND_THRESHOLD = 'An unknown income is no gap here: it has a threshold of its own.';
const COUNTED = 'A case is unknown for it; an explanation names the number it goes into, not each age.';
const UNREGISTERED = 'Unknown only without a recognition, and who has none is not registered.';

export const NO_CASE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'R01 values': { annualIncome: SECOND_THRESHOLD },
  'R01 feeds': { HR01: SECOND_THRESHOLD, HR02: SECOND_THRESHOLD, HR03: SECOND_THRESHOLD },
  'R03 feeds': { HR01: SECOND_THRESHOLD, HR02: SECOND_THRESHOLD, HR03: SECOND_THRESHOLD },
  R11: {
    '…Age() && m.paidContributionMonths(29,  3 → 2': 'Who paid two months ago is left out by another condition.',
  },
  R20: {
    'without household.members.size() >= 1': EMPTY,
    "…, 'BY']) && household.members.size() >=  1 → 0": EMPTY,
  },
  'R22 values': { age: COUNTED, floorArea: 'What is not stated is not crowded: has() asks first.' },
  'R24 values': { age: COUNTED, daysPastReview: UNREGISTERED },
  'X2 values': { daysSinceRecognised: UNREGISTERED },
  conditions: {
    'isUnableToParent: without member.certificateLevel in ["3", "4"]':
      'Levels 1 and 2 count already; there are no others.',
  },
};
