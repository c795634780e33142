/** What a believed token says of its bearer, before the administration's records are asked. */

/** Claims that may narrow what the records give; null: the token is not asked for them. */
export interface StatedCaller {
  readonly organisation: string | null;
  readonly roles: readonly string[] | null;
  readonly divisions: readonly string[] | null;
}

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** The client the token was issued to. */
  readonly clientId: string | null;
  readonly tokenId: string | null;
  readonly session: string | null;
  readonly issuedAt: Date;
  readonly expires: Date;
  readonly stated: StatedCaller;
}

/** What of an identity outlasts its token: whatever a caller leaves running is admitted by it again each time. */
export type LastingIdentity = Omit<Identity, 'tokenId' | 'session' | 'expires'>;

/** Who left something running, and for what: it goes by the rights that this caller has at the moment. */
export interface LastingCaller {
  readonly organisation: string;
  readonly subject: string;
  /** What admits it each time. */
  readonly identity: LastingIdentity;
  readonly purpose: string | null;
}

/** Tells what a token says; throws UNAUTHENTICATED for one that cannot be believed. */
export interface TokenReader {
  read(token: string): Promise<Identity>;
}
