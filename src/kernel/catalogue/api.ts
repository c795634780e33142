/** What a caller of the API is told; never a value of the request. */
export const API_ERRORS = {
  UNAUTHENTICATED: {
    zh: '未登录,或令牌无效、已过期({detail})',
    en: 'not signed in, or the token is not valid ({detail})',
    suggestion:
      'Send "Authorization: Bearer <token>" with a current token; in the demo, npx wanjia token --as <persona>.',
  },
  NOT_ADMITTED: {
    zh: '已登录,但登记情况不允许使用({reason})',
    en: 'signed in, but the records do not admit this caller ({reason})',
    suggestion: 'Ask the administrator of your organisation; the reason says what to look at.',
  },
  TOO_MANY_REQUESTS: {
    zh: '请求过于频繁:每分钟至多 {limit} 次',
    en: 'too many requests: at most {limit} a minute',
    suggestion: 'Wait for the next minute, or ask the administrator for a larger quota.',
  },
  ISSUER_UNREACHABLE: {
    zh: '身份提供方的{what}暂不可用({detail})',
    en: 'the identity provider did not give its {what} ({detail})',
    suggestion: 'Try again shortly. For the operator: docs/operations/identity-providers.md lists the reasons.',
  },
  FORBIDDEN: {
    zh: '当前角色与用途无权使用 {what}',
    en: 'role and purpose of this request do not cover {what}',
    suggestion: 'State a purpose you hold in the header Wanjia-Purpose, or ask for the grant.',
  },
  CASE_NOT_OPEN: {
    zh: '没有未结个案 {case},或不在可见范围内',
    en: 'there is no open case {case}, or it lies outside your scope',
    suggestion: 'State the household’s open case in the header Wanjia-Case, or none.',
  },
  BAD_USER_INPUT: {
    zh: '{input} 的值无效:应为 {expected}',
    en: 'the value of {input} is not valid: expected {expected}',
    suggestion: 'Correct the value and send the request again.',
  },
  NOT_FOUND: {
    zh: '没有 {what},或不在可见范围内',
    en: 'there is no {what}, or it lies outside your scope',
    suggestion: 'Check the id.',
  },
  NOT_IN_QUARANTINE: {
    zh: '该行不在待处理的隔离行中',
    en: 'the row does not wait in quarantine',
    suggestion: 'It may have been mended already: read the list again.',
  },
  STILL_UNREADABLE: {
    zh: '修改后的行仍无法读取({columns})',
    en: 'the mended row still cannot be read ({columns})',
    suggestion: 'Read the reasons of the row and mend every column they name.',
  },
  NOT_TAKEN: {
    zh: '修改后的行未被采纳:已有更新的版本',
    en: 'the mended row was not taken: a newer version is held',
    suggestion: 'Nothing needs to be done, or mend the column 更新时间 too.',
  },
  REVIEW_CLOSED: {
    zh: '该身份疑点已办结',
    en: 'the identity review is closed already',
    suggestion: 'Read the list of reviews again.',
  },
  NOT_A_CANDIDATE: {
    zh: '该人员不是此疑点的候选人',
    en: 'the person is not one of the candidates of this review',
    suggestion: 'Give one of the candidates, or none of them.',
  },
  LINK_NOT_UNDONE: {
    zh: '该关联不能撤销',
    en: 'this link cannot be undone',
    suggestion: 'The records are alone already: there is nothing to separate.',
  },
  REQUEST_MALFORMED: {
    zh: '请求不是有效的 GraphQL 请求:{detail}',
    en: 'this is not a valid GraphQL request: {detail}',
    suggestion: 'Send a POST with a JSON body that holds query, variables and operationName.',
  },
  REQUEST_TOO_LARGE: {
    zh: '请求超过 {limit} 字节',
    en: 'the request is larger than {limit} bytes',
    suggestion: 'Send fewer or shorter operations; large results come in pages.',
  },
  PERSONAL_VALUE_IN_URL: {
    zh: '公民身份号码不得出现在网址中',
    en: 'a citizen number may not travel in a URL',
    suggestion: 'Send the operation as a POST.',
  },
  QUERY_TOO_DEEP: {
    zh: '查询嵌套 {depth} 层,上限 {limit} 层',
    en: 'the operation is {depth} levels deep, at most {limit} are allowed',
    suggestion: 'Ask for the inner parts in a second operation.',
  },
  QUERY_TOO_COSTLY: {
    zh: '查询成本 {cost},上限 {limit}',
    en: 'the operation costs {cost}, at most {limit} is allowed',
    suggestion: 'Ask for fewer fields or smaller pages.',
  },
  TOO_MANY_ALIASES: {
    zh: '查询含 {count} 个别名或根字段,上限 {limit} 个',
    en: 'the operation holds {count} aliases or root fields, at most {limit} are allowed',
    suggestion: 'Split the operation.',
  },
  INTERNAL_SERVER_ERROR: {
    zh: '系统内部错误,编号 {reference}',
    en: 'internal error, reference {reference}',
    suggestion: 'Try again; if it stays, give the reference to the operator of the hub.',
  },
  PERSONA_UNKNOWN: {
    zh: '没有这个演示角色;可选:{known}',
    en: 'the demo has no such persona; there are {known}',
    suggestion: 'Did you mean "{nearest}"?',
  },
  POLICY_INVALID: {
    zh: '访问策略有 {count} 处问题:\n{detail}',
    en: 'the access policy has {count} problems:\n{detail}',
    suggestion:
      'Correct the file at the places named and start again; nothing opens by a policy that is not understood.',
  },
} as const;
