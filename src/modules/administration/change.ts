/** A change as it is asked for, whoever asks: its form is checked here. */
import type { z } from 'zod';
import { fail, type Result, succeed } from '../../kernel/result.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { Actor, AdministrationRefusal } from './actor.ts';

export type Outcome<T> = Promise<Result<T, AdministrationRefusal>>;

/** Who asks for a change, and why; both are kept in the history. */
export interface Asked {
  readonly actor: Actor;
  readonly reason: string;
  /** The transaction it becomes a part of; whoever gives one says `noticed` when that is committed. */
  readonly tx?: Transaction;
}

export interface Change extends Asked {
  readonly form: unknown;
}

export interface VersionedChange extends Change {
  /** The version the actor has seen; null: it is to be new. An organisation as the pack has it is version 0. */
  readonly expectedVersion: number | null;
}

export function refuse(
  code: AdministrationRefusal['code'],
  params: NonNullable<AdministrationRefusal['params']> = {},
): Result<never, AdministrationRefusal> {
  return fail({ code, params });
}

const EXPECTED: Readonly<Record<string, string>> = {
  id: 'small letters, digits, dots and hyphens; no number of a person',
  handle: 'small letters, digits, dots and hyphens; no number of a person',
  subject: 'the subject as the issuer names it; no number of a person',
  divisions: 'division codes of 2 to 12 digits, at least one',
  roles: 'at least one role of the policy',
};

/** The form, or the name of what is wrong in it; never its value. */
export function readForm<T>(form: z.ZodType<T>, value: unknown): Result<T, AdministrationRefusal> {
  const parsed = form.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  const input = String(parsed.error.issues[0]?.path[0] ?? 'input');
  return refuse('BAD_USER_INPUT', { input, expected: EXPECTED[input] ?? 'what its description says' });
}

/** Somebody else was there first, or nobody was. */
export function stale(expected: number | null, row: { readonly version: number } | null): AdministrationRefusal | null {
  const version = row?.version ?? null;
  if (version === expected) return null;
  return version === null
    ? { code: 'NOT_FOUND', params: { what: 'record of this version' } }
    : { code: 'CONFLICT', params: { state: 'REGISTERED', version } };
}
