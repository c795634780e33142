/** What administrators state of a record. */
import type { ClassSuspension } from '../../src/modules/administration/index.ts';
import type { GraphBuilder, GraphEnum } from '../builder.ts';

const access = 'administration-work';
const required = true;

export function defineOrganisationInput(builder: GraphBuilder) {
  return builder.inputType('OrganisationInput', {
    description: '机构登记 all of an organisation’s record',
    fields: (t) => ({
      id: t.string({ required, access, description: '机构代码 small letters, digits, dots and hyphens' }),
      title: t.string({ required, access, description: '名称 its name' }),
      kind: t.string({ required, access, description: '条线 its line of work, such as civil-affairs or subdistrict' }),
      divisions: t.stringList({ required, access, description: '区划范围 prefixes it reaches at most' }),
      contractFrom: t.field({ type: 'Date', access, description: '合同起始 the first day' }),
      contractUntil: t.field({ type: 'Date', access, description: '合同截止 the last day' }),
      suspended: t.boolean({ required, access, description: '是否停用 nobody of it is admitted' }),
    }),
  });
}

function defineQuotasInput(builder: GraphBuilder) {
  return builder.inputType('QuotasInput', {
    description: '限额 absent: what the policy says',
    fields: (t) => ({
      requestsPerMinute: t.int({ access, description: '每分钟请求数 requests a minute, per process' }),
      lookupsPerHour: t.int({ access, description: '每小时查询号码数 citizen numbers an hour' }),
      missesPerHour: t.int({ access, description: '每小时未命中数 numbers an hour that may lead nowhere' }),
      exportRowsPerDay: t.int({ access, description: '每日导出行数 rows exported a day' }),
    }),
  });
}

export function defineAccountInput(builder: GraphBuilder) {
  const QuotasInput = defineQuotasInput(builder);
  return builder.inputType('AccountInput', {
    description: '账户登记 all of an account’s record; no personal values',
    fields: (t) => ({
      handle: t.string({ required, access, description: '工号或系统名 small letters, digits, dots and hyphens' }),
      issuer: t.string({ required, access, description: '身份提供方 exactly as its tokens say `iss`' }),
      subject: t.string({ required, access, description: '登录主体 `sub` of its tokens; no number of a person' }),
      clientId: t.string({ access, description: '客户端 for a system: the client its tokens are issued to' }),
      organisation: t.string({ required, access, description: '机构代码 its organisation' }),
      roles: t.stringList({ required, access, description: '角色 roles it has' }),
      divisions: t.stringList({ required, access, description: '区划范围 prefixes it reaches' }),
      purposes: t.stringList({
        access,
        description: '用途 the only purposes it may state; absent: those of its roles',
      }),
      quotas: t.field({ type: QuotasInput, access, description: '限额 how much it may ask for' }),
      expiresOn: t.field({ type: 'Date', access, description: '到期日 the last day' }),
      suspended: t.boolean({ required, access, description: '是否停用 it is not admitted' }),
    }),
  });
}

export function defineSuspensionInput(builder: GraphBuilder, Target: GraphEnum<ClassSuspension['target']>) {
  return builder.inputType('ClassSuspensionInput', {
    description: '暂停提供 what is suspended for whom',
    fields: (t) => ({
      target: t.field({ type: Target, required, access, description: '暂停对象 for whom' }),
      of: t.string({ required, access, description: '对象编号 code of the organisation, name of the role, handle' }),
      dataClass: t.string({ required, access, description: '数据类别 a class of level L2 to L4' }),
      until: t.field({ type: 'DateTime', access, description: '截止时间 until when; absent: until it is lifted' }),
    }),
  });
}

export function defineRevocationInput(builder: GraphBuilder) {
  const Kind = builder.enumType('RevocationKind', {
    description: '吊销类别 what is revoked',
    values: {
      TOKEN: { description: '令牌 one token, by its `jti`' },
      SESSION: { description: '会话 the tokens of one session, by their `sid`' },
      SUBJECT: { description: '主体 all tokens of a subject that were issued up to now' },
    } as const,
  });
  return builder.inputType('TokenRevocationInput', {
    description: '吊销令牌 whose tokens are refused from now on',
    fields: (t) => ({
      issuer: t.string({ required, access, description: '身份提供方 who issued them' }),
      kind: t.field({ type: Kind, required, access, description: '吊销类别 by what they are named' }),
      value: t.string({ required, access, description: '标识 `jti`, `sid` or `sub`' }),
    }),
  });
}
