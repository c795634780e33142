/** What no case of a rule can tell, by rule and part of the matrix, each with its reason. */
const UNREGISTERED = 'Unknown only without a recognition, and who has none is not registered.';

export const NO_CASE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'R08b values': {
    daysPastReview: UNREGISTERED,
    daysSinceDeath: 'Unknown only of the living, and the list holds the dead.',
  },
  'R24 values': { daysPastReview: UNREGISTERED },
  'X2 values': { daysSinceRecognised: UNREGISTERED },
};
