/** What a recipient may see at the moment of a message. The composition root says how it is found out. */

export interface SeenAlert {
  readonly id: number;
  readonly severity: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE';
  /** Name of the street. */
  readonly street: string;
  /** Titles of the rules it may see. */
  readonly rules: readonly string[];
  readonly dueAt: Date | null;
  readonly level: 'COMMITTEE' | 'STREET' | 'DISTRICT' | null;
}

export interface SeenEmergency {
  /** Title of the organisation whose member opened it. */
  readonly organisation: string;
  readonly at: Date;
  readonly until: Date;
}

/** Counts are of what the recipient may see; null: of this it may know nothing. */
export interface MessageViewer {
  readonly organisation: string;
  readonly divisions: readonly string[];
  /** Those of these alerts that are not closed, as it may see them now, disclosed. */
  alerts(ids: readonly number[]): Promise<readonly SeenAlert[]>;
  countAlerts(ids: readonly number[]): Promise<number | null>;
  reviewsDue(): Promise<number | null>;
  cluesWaiting(): Promise<number | null>;
  /** Referrals to its own organisation that it has not answered. */
  referralsWaiting(): Promise<number | null>;
  /** Referrals that nobody answered in time. */
  referralsUnanswered(): Promise<number | null>;
  /** The newest so many. */
  emergencies(first: number): Promise<readonly SeenEmergency[]>;
}
