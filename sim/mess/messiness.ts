/** How often rows and cells arrive as people and old systems write them; every rate is a share of 1. */
export interface Messiness {
  /** A date, month or amount in another of the usual forms. */
  readonly otherDateForm: number;
  readonly otherMonthForm: number;
  readonly otherMoneyForm: number;
  readonly codeAsLabel: number;
  readonly otherYesNoForm: number;
  /** Full-width digits and letters; blanks around the value. */
  readonly fullWidth: number;
  readonly spaces: number;
  /** Identity numbers: an apostrophe in front, a small x, the 15-digit form of old records. */
  readonly apostrophe: number;
  readonly smallX: number;
  readonly fifteenDigits: number;
  /** `-`, `无`, `NULL` … where nothing is stated. */
  readonly blankAsToken: number;
  readonly needlessQuotes: number;
  /** A spreadsheet's own cell types: dates, serial numbers, numbers instead of text. */
  readonly sheetTypes: number;
  /** The same row twice, once in an older version; or twice with the same time. */
  readonly olderDuplicate: number;
  readonly tiedDuplicate: number;
  /** The same bill again: as the same record a day later, or as another record. */
  readonly billSentAgain: number;
  readonly billUnderOtherKey: number;
  readonly healthNumberBlank: number;
  /** A deletion older than the row it would delete. */
  readonly outdatedDeletion: number;
  /** Sex or birth date that contradicts the number. */
  readonly contradiction: number;
  /** A row that nobody can read: it belongs in quarantine. */
  readonly unreadable: number;
}

export const NO_MESS: Messiness = {
  otherDateForm: 0,
  otherMonthForm: 0,
  otherMoneyForm: 0,
  codeAsLabel: 0,
  otherYesNoForm: 0,
  fullWidth: 0,
  spaces: 0,
  apostrophe: 0,
  smallX: 0,
  fifteenDigits: 0,
  blankAsToken: 0,
  needlessQuotes: 0,
  sheetTypes: 0,
  olderDuplicate: 0,
  tiedDuplicate: 0,
  billSentAgain: 0,
  billUnderOtherKey: 0,
  healthNumberBlank: 0,
  outdatedDeletion: 0,
  contradiction: 0,
  unreadable: 0,
};

/** What a well-kept district still delivers: the default. */
export const LIGHT_MESS: Messiness = {
  otherDateForm: 0.06,
  otherMonthForm: 0.04,
  otherMoneyForm: 0.03,
  codeAsLabel: 0.02,
  otherYesNoForm: 0.1,
  fullWidth: 0.002,
  spaces: 0.004,
  apostrophe: 0.003,
  smallX: 0.2,
  fifteenDigits: 0.008,
  blankAsToken: 0.04,
  needlessQuotes: 0.002,
  sheetTypes: 0.3,
  olderDuplicate: 0.002,
  tiedDuplicate: 0.0005,
  billSentAgain: 0.006,
  billUnderOtherKey: 0.001,
  healthNumberBlank: 0.02,
  outdatedDeletion: 0.0005,
  contradiction: 0.001,
  unreadable: 0.001,
};

/** A district whose systems are old: everything of the light mess, more often. */
export const HEAVY_MESS: Messiness = {
  ...LIGHT_MESS,
  otherDateForm: 0.2,
  otherMonthForm: 0.15,
  otherMoneyForm: 0.12,
  codeAsLabel: 0.08,
  otherYesNoForm: 0.3,
  fullWidth: 0.01,
  spaces: 0.01,
  apostrophe: 0.01,
  smallX: 0.4,
  fifteenDigits: 0.03,
  blankAsToken: 0.15,
  olderDuplicate: 0.01,
  tiedDuplicate: 0.003,
  billSentAgain: 0.02,
  billUnderOtherKey: 0.006,
  healthNumberBlank: 0.05,
  outdatedDeletion: 0.003,
  contradiction: 0.005,
  unreadable: 0.006,
};
