/** What owners of webhook endpoints are told. */
export const WEBHOOK_ERRORS = {
  WEBHOOK_TARGET_INVALID: {
    zh: '该地址不能作为推送地址',
    en: 'this address cannot be an endpoint',
    suggestion: 'Give an absolute https address without user, password or fragment.',
  },
  WEBHOOKS_FULL: {
    zh: '推送地址已达上限',
    en: 'there are as many endpoints as an organisation may have',
    suggestion: 'Remove one that is not needed (removeWebhook), or have one told of more types.',
  },
  WEBHOOK_NOT_CONFIRMED: {
    zh: '接收方未确认愿意接收推送,或无法连接',
    en: 'the receiver did not confirm that it wants to be told, or cannot be reached',
    suggestion:
      'Answer the OPTIONS request with the header WebHook-Allowed-Origin: its WebHook-Request-Origin, or *. Private addresses need WANJIA_WEBHOOK_ALLOWED_ADDRESSES.',
  },
  WEBHOOK_NOT_ACTIVE: {
    zh: '该推送地址未在推送',
    en: 'nothing is sent to this endpoint at present',
    suggestion: 'Confirm it to begin.',
  },
} as const;
