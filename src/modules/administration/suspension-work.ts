/** 暂停提供: who may suspend a data class for whom, and lift it again. */
import { z } from 'zod';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { AccessPolicy } from '../access/index.ts';
import { type Actor, type AdministrationRefusal, covers } from './actor.ts';
import { type Change, readForm, refuse } from './change.ts';
import type { AdministrationParts, Work } from './change-runner.ts';
import { findAccountByHandle, findAccountById, findOrganisation } from './record.store.ts';
import { type ClassSuspension, findSuspension, liftSuspension, writeSuspension } from './suspension.store.ts';

export const SUSPENSION_TARGETS = ['ORGANISATION', 'ROLE', 'ACCOUNT'] as const;

/** `of` is an organisation's id, a role's name, an account's handle. */
export const suspensionForm = z.strictObject({
  target: z.enum(SUSPENSION_TARGETS),
  of: z.string().min(1).max(256),
  dataClass: z.string(),
  until: z
    .date()
    .nullish()
    .transform((value) => value ?? null),
});

/** Whoever is to be concerned: what the record keeps of it, how far it reaches, whether it is the actor itself. */
interface Concerned {
  readonly id: string;
  readonly divisions: readonly string[];
  readonly roles: readonly string[];
  readonly self: boolean;
}

interface Asking {
  readonly at: Queryable;
  readonly actor: Actor;
  readonly policy: AccessPolicy;
}

type Finder = (of: string, asking: Asking) => Promise<Concerned | null>;

const FINDERS: Readonly<Record<ClassSuspension['target'], Finder>> = {
  ORGANISATION: async (of, { at, actor, policy }) => {
    const found = await findOrganisation(at, policy, of);
    if (found === null) return null;
    return { id: of, divisions: found.divisions, roles: [], self: of === actor.organisation };
  },
  ROLE: async (of, { actor, policy }) => {
    if (!policy.roles.has(of)) return null;
    return { id: of, divisions: [policy.jurisdiction], roles: [of], self: actor.scope?.roles.includes(of) === true };
  },
  ACCOUNT: async (of, { at, actor }) => {
    const found = (await findAccountByHandle(at, of)) ?? (await findAccountById(at, of));
    if (found === null) return null;
    return { ...found, id: String(found.id), self: found.handle === actor.name };
  },
};

/** Administering itself is not to be suspended: nobody could lift it. */
const NEVER_SUSPENDED = ['administration', 'administration-work'];

function refuseClass(dataClass: string, policy: AccessPolicy): boolean {
  const level = policy.words.classes[dataClass]?.level;
  return level === undefined || level === 'L1' || NEVER_SUSPENDED.includes(dataClass);
}

async function concerned(
  { target, of, dataClass }: Pick<ClassSuspension, 'target' | 'of' | 'dataClass'>,
  asking: Asking,
): Promise<Result<Concerned, AdministrationRefusal>> {
  const { actor, policy } = asking;
  if (refuseClass(dataClass, policy)) return refuse('CLASS_NOT_SUSPENDABLE');
  const found = await FINDERS[target](of, asking);
  if (found === null) return refuse('NOT_FOUND', { what: target.toLowerCase() });
  if (actor.scope === null) return succeed(found);
  if (found.self) return refuse('OWN_ACCOUNT');
  const given = policy.rolesGivenBy(actor.scope.roles);
  const reached = covers(actor.scope.divisions, found.divisions) && found.roles.every((role) => given.has(role));
  return reached ? succeed(found) : refuse('BEYOND_OWN_SCOPE', { what: target.toLowerCase() });
}

export function suspendingWork(
  { policy, clock }: AdministrationParts,
  { actor, reason, form: asked }: Change,
): Work<ClassSuspension> {
  return async (tx) => {
    const form = readForm(suspensionForm, asked);
    if (!form.ok) return form;
    const found = await concerned(form.value, { at: tx, actor, policy });
    if (!found.ok) return found;
    const { target, dataClass, until } = form.value;
    const after = await writeSuspension(tx, {
      target,
      of: found.value.id,
      dataClass,
      reason,
      from: clock.now(),
      until,
    });
    return succeed({ kind: 'CLASS_SUSPENDED', target: `suspension ${after.id}`, before: null, after });
  };
}

export function liftingWork({ policy, clock }: AdministrationParts, actor: Actor, id: number): Work<ClassSuspension> {
  return async (tx) => {
    const before = await findSuspension(tx, id);
    if (before === null) return refuse('NOT_FOUND', { what: 'suspension' });
    const found = await concerned(before, { at: tx, actor, policy });
    if (!found.ok) return fail(found.error);
    const after = await liftSuspension(tx, id, clock.now());
    if (after === null) return refuse('NOT_FOUND', { what: 'suspension in force' });
    return succeed({ kind: 'SUSPENSION_LIFTED', target: `suspension ${id}`, before, after });
  };
}
