/** 平台管理: who may call, and who changed that. */
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RefusedView } from '../shared/refused.ts';
import { defineAccounts } from './accounts.ts';
import { defineAdministrationHistory } from './history.ts';
import { defineOrganisations } from './organisations.ts';
import { defineSuspensions } from './suspensions.ts';
import { defineAdministrationWork } from './work.ts';

export function defineAdministration(builder: GraphBuilder, Refused: GraphObject<RefusedView>): void {
  const Organisation = defineOrganisations(builder);
  const Account = defineAccounts(builder);
  const suspensions = defineSuspensions(builder);
  defineAdministrationWork(builder, { Organisation, Account, ...suspensions, Refused });
  defineAdministrationHistory(builder);
}
