/** Who sends a request: a person or system in an organisation, its roles, and the divisions it reaches. */
export interface Caller {
  readonly subject: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  /** Division code prefixes; none reach nothing. */
  readonly divisions: readonly string[];
}
