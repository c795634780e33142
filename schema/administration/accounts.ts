/** 人员与系统目录: who may call for an organisation. */
import { encodeId } from '../../src/kernel/ids.ts';
import type { Account } from '../../src/modules/administration/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import { countedConnection } from '../shared/counted-connection.ts';
import { pageAsked, pageOf } from '../shared/page.ts';

const access = 'administration';

function defineQuotas(builder: GraphBuilder): GraphObject<Account['quotas']> {
  const amount = (description: string) => ({ access, description: `${description}; null: what the policy says` });
  return builder.objectRef<Account['quotas']>('Quotas').implement({
    description: '限额 how much an account may ask for',
    fields: (t) => ({
      requestsPerMinute: t.exposeInt('requestsPerMinute', amount('每分钟请求数 requests a minute, per process')),
      lookupsPerHour: t.exposeInt('lookupsPerHour', amount('每小时查询号码数 citizen numbers an hour')),
      missesPerHour: t.exposeInt('missesPerHour', amount('每小时未命中数 numbers an hour that may lead nowhere')),
      exportRowsPerDay: t.exposeInt('exportRowsPerDay', amount('每日导出行数 rows exported a day')),
    }),
  });
}

function defineAccount(builder: GraphBuilder): GraphObject<Account> {
  const Quotas = defineQuotas(builder);
  return builder.objectRef<Account>('Account').implement({
    description: '账户 one of an organisation’s people, or one of its systems',
    fields: (t) => ({
      id: t.id({
        access,
        description: '账户编号 id of the account',
        resolve: ({ id }) => encodeId('account', BigInt(id)),
      }),
      handle: t.exposeString('handle', { access, description: '工号或系统名 who it is in the hub’s records' }),
      issuer: t.exposeString('issuer', { access, description: '身份提供方 whose tokens speak of it' }),
      subject: t.exposeString('subject', { access, description: '登录主体 `sub` of its tokens' }),
      clientId: t.exposeString('clientId', {
        access,
        description: '客户端 the client a system’s tokens are issued to; null: a person',
      }),
      organisation: t.exposeString('organisation', { access, description: '机构代码 its organisation' }),
      roles: t.exposeStringList('roles', { access, description: '角色 roles on record; claims only narrow them' }),
      divisions: t.exposeStringList('divisions', { access, description: '区划范围 prefixes it reaches' }),
      purposes: t.stringList({
        access,
        description: '用途 the only purposes it may state; null: those of its roles',
        resolve: ({ purposes }) => (purposes === null ? null : [...purposes]),
      }),
      quotas: t.expose('quotas', { type: Quotas, access, description: '限额 how much it may ask for' }),
      expiresOn: t.expose('expiresOn', { type: 'Date', access, description: '到期日 the last day; null: no end' }),
      suspended: t.exposeBoolean('suspended', { access, description: '是否停用 it is not admitted' }),
      version: t.exposeInt('version', { access, description: '版本 grows with every change' }),
    }),
  });
}

export function defineAccounts(builder: GraphBuilder): GraphObject<Account> {
  const Account = defineAccount(builder);
  const Kind = builder.enumType('AccountKind', {
    description: '账户类别 people or systems',
    values: {
      STAFF: { description: '人员 people, who sign in' },
      CLIENT: { description: '系统 client systems, with credentials of their own' },
    } as const,
  });
  builder.queryField('accounts', (t) =>
    t.connection(
      {
        type: Account,
        nullable: true,
        access,
        description: '人员与系统目录 accounts within the caller’s divisions, by id. Errors: BAD_USER_INPUT',
        args: {
          kind: t.arg({ type: Kind, required: true, access, description: '账户类别 people or systems' }),
          organisation: t.arg.string({ access, description: '机构代码 of this organisation only' }),
        },
        resolve: async (_root, { kind, organisation, ...page }, { caller, graph }) => {
          const asked = pageAsked(page);
          const found = await graph.administration.accounts({
            kind,
            organisation: organisation ?? null,
            within: caller.divisions,
            ...asked,
          });
          return pageOf(found, asked.after);
        },
      },
      countedConnection('账户列表 a page of accounts'),
      { description: '账户 an account and its place in the list' },
    ),
  );
  return Account;
}
