/** One operation under way: what came from the hub for it, and which agencies did not answer. */
export type Reason = 'UNREACHABLE' | 'TIMEOUT' | 'CIRCUIT_OPEN' | 'UNREADABLE' | 'REFUSED';

export interface Unavailable {
  readonly agency: string;
  readonly status: 'UNKNOWN';
  readonly reason: Reason;
}

/** An answer of the hub that is none to the operation: it is passed on as it is. */
export interface HubRefusal {
  readonly status: number;
  readonly body: string;
  readonly contentType: string;
}

/** What the hub signed, and by agency the list that goes with it. */
export interface SignedErrand {
  readonly token: string;
  readonly passes: Readonly<Record<string, readonly string[]>>;
}

interface AccessReport {
  readonly withheld: readonly object[];
  readonly masked: readonly object[];
}

const NOTHING: AccessReport = { withheld: [], masked: [] };

/** Entries of several requests of one operation, each once. */
function joined(entries: readonly object[]): object[] {
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}

export class Errand {
  /** As the caller sent it. */
  readonly original: Readonly<Record<string, unknown>>;
  /** Who the caller says it is and what it accepts, for the hub alone. */
  readonly headers: Readonly<Record<string, string>>;
  refusal: HubRefusal | undefined;
  /** The form in which the hub answered what the caller may be answered in. */
  contentType: string | undefined;
  /** What the hub signed for the agencies. */
  signed: SignedErrand | undefined;
  #access: AccessReport = NOTHING;
  readonly #unavailable = new Map<string, Unavailable>();

  constructor(original: Readonly<Record<string, unknown>>, headers: Readonly<Record<string, string>>) {
    this.original = original;
    this.headers = headers;
  }

  held({ withheld, masked }: AccessReport): void {
    this.#access = {
      withheld: joined([...this.#access.withheld, ...withheld]),
      masked: joined([...this.#access.masked, ...masked]),
    };
  }

  missed(agency: string, reason: Reason): void {
    this.#unavailable.set(agency, { agency, status: 'UNKNOWN', reason });
  }

  /** What the answer tells beside its data. */
  extensions(): object {
    const unavailable = [...this.#unavailable.values()];
    return { access: this.#access, ...(unavailable.length === 0 ? {} : { unavailable }) };
  }
}
