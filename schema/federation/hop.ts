/** A request of a gateway that is part of an operation: what the caller asked as a whole, and the passes handed out. */
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { AgencyId } from '../../src/kernel/agency.ts';
import type { Errand, ErrandIssuer, OpenErrand, PersonPass, SignedErrand } from '../../src/modules/access/index.ts';

/** The operation as the caller sent it to the gateway. */
export interface OriginalOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Every coordinate it selects. */
  readonly selects: ReadonlySet<string>;
  /** Every field that is given arguments, with their values. */
  readonly gives: ReadonlySet<string>;
}

export interface Hop {
  readonly original: OriginalOperation;
  /** Whether the original selects a coordinate. */
  asks(coordinate: string): boolean;
  pass(agency: AgencyId, pass: PersonPass): string;
  /** What the agencies are shown, once the answer holds all its passes; null: it holds none. */
  errand(): SignedErrand | null;
}

/** The errand begins with the first pass: an answer without sections needs none. */
export function createHop(issuer: ErrandIssuer, original: OriginalOperation, asker: Errand): Hop {
  let open: OpenErrand | undefined;
  const begun = (): OpenErrand => {
    const { subject, organisation, roles, divisions, limits } = asker.caller;
    const caller = { subject, organisation, roles, divisions, ...(limits === undefined ? {} : { limits }) };
    open ??= issuer.open({ caller, purpose: asker.purpose, caseId: asker.caseId });
    return open;
  };
  return {
    original,
    asks: (coordinate) => original.selects.has(coordinate),
    pass: (agency, pass) => begun().pass(agency, pass),
    errand: () => open?.sign() ?? null,
  };
}
