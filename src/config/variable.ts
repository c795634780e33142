import type { ZodType, z } from 'zod';

/** One environment variable: how it is read, and what the documentation says of it. */
export interface Variable {
  readonly schema: ZodType;
  /** What a right value looks like; completes the sentence "expected …". */
  readonly expected: string;
  readonly about: string;
  /** As written in the documentation; absent: no default. */
  readonly fallback?: string;
  /** Whether the value must not be shown. */
  readonly secret?: true;
}

/** Variables that belong together, in the order of the documentation. */
export interface VariableGroup {
  readonly title: string;
  readonly about: string;
  readonly variables: Readonly<Record<string, Variable>>;
}

/** The value of a variable: present where it has a default. */
export type ValueOf<V extends Variable> = V extends { readonly fallback: string }
  ? z.output<V['schema']>
  : z.output<V['schema']> | undefined;

/** States a variable, keeping what is known of it. */
export function variable<const V extends Variable>(settings: V): V {
  return settings;
}
