/** The tables of the warehouse: one for each type that can be followed. */
import type { ChangeType } from '../../packages/client/src/index.ts';

export interface Table {
  readonly name: string;
  /** Type of the graph whose fields a record has. */
  readonly of: string;
}

export const TABLES: Readonly<Record<ChangeType, Table>> = {
  HOUSEHOLD: { name: 'households', of: 'Household' },
  PERSON: { name: 'persons', of: 'Person' },
  ALERT: { name: 'alerts', of: 'Alert' },
  CASE: { name: 'cases', of: 'Case' },
  SERVICE: { name: 'services', of: 'Referral' },
  RULE: { name: 'rules', of: 'Rule' },
  CONSENT: { name: 'consents', of: 'Consent' },
};

export const TYPES = Object.keys(TABLES) as readonly ChangeType[];

/** Where a new snapshot is filled while the old one is still read. */
export const nextOf = ({ name }: Table): string => `${name}__next`;
