/** Unknown is not none: every derived fact says how well it is known. */

import type { RecordType } from '../../src/kernel/agency.ts';
import type { Day } from '../../src/kernel/day.ts';
import type { Fen } from '../../src/kernel/money.ts';
import { type FeedStates, standingOf } from '../../src/modules/household/index.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import { STRUCTURE } from '../data-class-plugin.ts';

export type FactStatusName = 'KNOWN' | 'UNKNOWN' | 'STALE' | 'WITHHELD' | 'MASKED';

export interface MoneyFact {
  readonly value: Fen | null;
  readonly status: FactStatusName;
  readonly sources: readonly string[];
  readonly asOf: Day | null;
}

/** What stands in the place of a derived amount the caller may not see. */
export const WITHHELD_MONEY: MoneyFact = { value: null, status: 'WITHHELD', sources: [], asOf: null };

/** An amount that rests on records of some types; unknown where there is none. */
export function moneyFact(value: Fen | null, sources: readonly RecordType[], feeds: FeedStates): MoneyFact {
  const standing = standingOf(feeds, sources);
  if (value === null || standing.status === 'UNKNOWN')
    return { value: null, status: 'UNKNOWN', sources, asOf: standing.asOf };
  return { value, status: standing.status, sources, asOf: standing.asOf };
}

export interface FactStatusRefs {
  readonly FactStatus: GraphEnum<FactStatusName>;
  readonly MoneyFact: GraphObject<MoneyFact>;
}

export function defineFactStatus(builder: GraphBuilder): FactStatusRefs {
  const FactStatus = builder.enumType('FactStatus', {
    description: '数据状态 how well a value is known',
    values: {
      KNOWN: { description: '已知 current; no record means none' },
      UNKNOWN: { description: '未知 never delivered, or not derivable from what is held' },
      STALE: { description: '过期 held, but its feed missed two deliveries' },
      WITHHELD: { description: '不予显示 the caller may not see it' },
      MASKED: { description: '脱敏 shown in a masked form' },
    },
  });
  const MoneyFact = builder.objectRef<MoneyFact>('MoneyFact').implement({
    description: '金额事实 a derived amount: its value, how well it is known, what it rests on and as of when',
    fields: (t) => ({
      value: t.expose('value', {
        type: 'Money',
        access: STRUCTURE,
        description: '金额(元) null unless KNOWN or STALE',
      }),
      status: t.expose('status', {
        type: FactStatus,
        nullable: false,
        access: STRUCTURE,
        description: '数据状态 how well it is known',
      }),
      sources: t.exposeStringList('sources', {
        nullable: false,
        access: STRUCTURE,
        description: '来源 record types it rests on',
      }),
      asOf: t.expose('asOf', {
        type: 'Date',
        access: STRUCTURE,
        description: '数据日期 the oldest day its sources speak of',
      }),
    }),
  });
  return { FactStatus, MoneyFact };
}
