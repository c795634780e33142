/** 管理记录: who administered what, and when; never rewritten. */
import type { AdministrationEvent } from '../../src/modules/administration/index.ts';
import type { GraphBuilder } from '../builder.ts';
import { countedConnection } from '../shared/counted-connection.ts';
import { pageAsked, pageOf } from '../shared/page.ts';
import { reachesWhole } from '../shared/whole-jurisdiction.ts';

const access = 'administration';
const NOTHING = { rows: [], hasNextPage: false, totalCount: 0 };

export function defineAdministrationHistory(builder: GraphBuilder): void {
  const Event = builder.objectRef<AdministrationEvent>('AdministrationEvent').implement({
    description: '管理记录 one change of who may call',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', access, description: '时间 when' }),
      actor: t.exposeString('actor', { access, description: '管理人 who did it; cli:… at the hub’s machine' }),
      organisation: t.exposeString('organisation', { access, description: '机构代码 on behalf of which body' }),
      kind: t.exposeString('kind', { access, description: '变更类别 what kind of change' }),
      target: t.exposeString('target', { access, description: '变更对象 what was changed' }),
      reason: t.exposeString('reason', { access, description: '事由 why' }),
      before: t.expose('before', {
        type: 'JSON',
        access,
        description: '变更前 the record before; null: there was none',
      }),
      after: t.expose('after', { type: 'JSON', access, description: '变更后 the record after' }),
    }),
  });
  builder.queryField('administrationHistory', (t) =>
    t.connection(
      {
        type: Event,
        nullable: true,
        access,
        description: '管理记录 every change of who may call, newest first; for callers of the whole jurisdiction',
        resolve: async (_root, page, context) => {
          const { first, after } = pageAsked(page);
          const found = reachesWhole(context)
            ? await context.graph.administration.history({ first, before: after })
            : NOTHING;
          return pageOf(found, after);
        },
      },
      countedConnection('管理记录列表 a page of changes'),
      { description: '管理记录 a change and its place in the list' },
    ),
  );
}
