/** What an answer held back, and why: `extensions.access`. A null there is withheld; any other null is unknown or none. */
export interface AccessReport {
  readonly withheld: readonly WithheldEntry[];
  readonly masked: readonly MaskedEntry[];
}

export interface WithheldEntry {
  /** A coordinate of the schema, such as `Person.phone`. */
  readonly coordinate: string;
  readonly reason: string;
  /** Conditions that would show more, each alone; ` + ` joins what is needed together. */
  readonly needed?: readonly string[];
  /** Ids of the persons it was held back for, where that depends on the person. */
  readonly subjects?: readonly string[];
}

export interface MaskedEntry extends WithheldEntry {
  /** How the value was made unreadable. */
  readonly mask: string;
}

const NOTHING: AccessReport = { withheld: [], masked: [] };

/** Reads the report out of an answer's extensions. */
export function accessReportOf(extensions: unknown): AccessReport {
  const { access } = (extensions ?? {}) as { readonly access?: Partial<AccessReport> };
  return access === undefined ? NOTHING : { ...NOTHING, ...access };
}
