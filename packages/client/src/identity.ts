/** Who asks and for what: the headers of a request, the payload of a WebSocket's `connection_init`. */

/**
 * Gives the access token to ask with. Given one that the hub refused, gives another, or the same if there is no other.
 * A text is a token that never changes.
 */
export type TokenProvider = string | ((refused?: string) => string | Promise<string>);

export interface Identity {
  readonly token: TokenProvider;
  /** 使用目的, such as `casework` or `operations`. */
  readonly purpose?: string | undefined;
  /** 个案 the case worked on. */
  readonly caseId?: string | undefined;
}

export async function tokenOf({ token }: Identity, refused?: string): Promise<string> {
  return typeof token === 'string' ? token : token(refused);
}

export function headersOf({ purpose, caseId }: Identity, token: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    ...(purpose !== undefined && { 'wanjia-purpose': purpose }),
    ...(caseId !== undefined && { 'wanjia-case': caseId }),
  };
}

export function connectionParamsOf({ purpose, caseId }: Identity, token: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    ...(purpose !== undefined && { purpose }),
    ...(caseId !== undefined && { case: caseId }),
  };
}
