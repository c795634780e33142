/** The words clues are told and shown in. */
import { CLUE_CHANNELS, CLUE_KINDS, type ClueChannel, type ClueKind } from '../../src/modules/discovery/index.ts';
import type { GraphBuilder, GraphEnum } from '../builder.ts';

export interface ClueWords {
  readonly ClueKind: GraphEnum<ClueKind>;
  readonly ClueChannel: GraphEnum<ClueChannel>;
}

const CHANNEL_TEXTS: Readonly<Record<ClueChannel, string>> = {
  VISIT: '走访 home visit',
  LETTER: '来信来访 letter or call in person',
  PATROL: '定期摸排 periodic patrol',
  HOTLINE: '热线 hotline',
  SELF: '自助申报 self-report',
  GRID: '网格员 grid worker',
  NEIGHBOUR: '邻里反映 neighbours',
  AGENCY: '部门移送 another office',
};

export function defineClueWords(builder: GraphBuilder): ClueWords {
  const kinds = Object.entries(CLUE_KINDS).map(([kind, { zh, en }]) => [kind, { description: `${zh} ${en}` }]);
  const ClueKind = builder.enumType('ClueKind', {
    description: '线索类别 what is told',
    values: Object.fromEntries(kinds) as Record<ClueKind, { description: string }>,
  });
  const channels = CLUE_CHANNELS.map((channel) => [channel, { description: CHANNEL_TEXTS[channel] }]);
  const ClueChannel = builder.enumType('ClueChannel', {
    description: '线索渠道 how it came',
    values: Object.fromEntries(channels) as Record<ClueChannel, { description: string }>,
  });
  return { ClueKind, ClueChannel };
}
