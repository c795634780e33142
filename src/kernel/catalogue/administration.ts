/** Why an organisation, an account or a suspension was not administered. */
export const ADMINISTRATION_ERRORS = {
  BEYOND_OWN_SCOPE: {
    zh: '超出本人可授予的范围:{what}',
    en: 'nobody gives more than its own scope holds: {what}',
    suggestion: 'Ask an administrator whose roles and divisions cover it.',
  },
  OWN_ACCOUNT: {
    zh: '不得变更本人账户或所在机构',
    en: 'nobody changes its own account or organisation',
    suggestion: 'Ask another administrator, or use the command line at the hub.',
  },
  LAST_ADMINISTRATOR: {
    zh: '不得停用最后一名管理员',
    en: 'this would leave nobody to administer',
    suggestion: 'Register another administrator first.',
  },
  ROLE_NOT_HELD_BY: {
    zh: '该类机构({kind})不能持有此角色',
    en: 'organisations of the kind {kind} do not hold this role, or there is no such role',
    suggestion: 'The policy says under heldBy who may hold a role; see docs/access.md.',
  },
  ALREADY_REGISTERED: {
    zh: '该登录主体已登记在另一账户名下',
    en: 'this subject of the issuer is registered under another account',
    suggestion: 'Change that account, or give the other subject.',
  },
  ISSUER_NOT_BELIEVED: {
    zh: '未配置该身份提供方;可用:{known}',
    en: 'tokens of this issuer are not believed; there are {known}',
    suggestion: 'Name the issuer exactly as WANJIA_ISSUER does; wanjia-local is the demo’s own.',
  },
  CLASS_NOT_SUSPENDABLE: {
    zh: '该数据类别不存在或不能暂停',
    en: 'there is no such data class, or it cannot be suspended',
    suggestion: 'Name a class of level L2 to L4 of the policy; see docs/access.md.',
  },
} as const;
