/** Every column whose values are sealed, as the modules say it: what a new key has to be taken to. */
import { CONTRACTS } from '../../connectors/index.ts';
import { SEALED_COLUMNS as ACCESS } from '../modules/access/index.ts';
import { SEALED_COLUMNS as ALERTING } from '../modules/alerting/index.ts';
import { SEALED_COLUMNS as CASEWORK } from '../modules/casework/index.ts';
import { SEALED_COLUMNS as CONSENT } from '../modules/consent/index.ts';
import { SEALED_COLUMNS as DISCOVERY } from '../modules/discovery/index.ts';
import { SEALED_COLUMNS as HOUSEHOLD } from '../modules/household/index.ts';
import { SEALED_COLUMNS as IDENTITY } from '../modules/identity/index.ts';
import { SEALED_COLUMNS as INGESTION, sealedColumnsOf } from '../modules/ingestion/index.ts';
import { SEALED_COLUMNS as MESSAGES } from '../modules/messages/index.ts';
import { SEALED_COLUMNS as WEBHOOKS } from '../modules/webhooks/index.ts';
import type { SealedColumn } from '../platform/crypto/sealed-form.ts';

export const SEALED_COLUMNS: readonly SealedColumn[] = [
  ...INGESTION,
  ...sealedColumnsOf(Object.values(CONTRACTS)),
  ...IDENTITY,
  ...HOUSEHOLD,
  ...DISCOVERY,
  ...ALERTING,
  ...CASEWORK,
  ...CONSENT,
  ...ACCESS,
  ...WEBHOOKS,
  ...MESSAGES,
];
