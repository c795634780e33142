/** What people are told of the addresses at which they are told. */
export const MESSAGE_ERRORS = {
  MESSAGE_CHANNEL_OFF: {
    zh: '平台未开通该消息渠道',
    en: 'messages are not sent by this channel',
    suggestion: 'E-mail needs WANJIA_SMTP_URL and WANJIA_SMTP_FROM.',
  },
  MESSAGE_ADDRESS_INVALID: {
    zh: '该地址不能用于此渠道',
    en: 'this is no address of the channel',
    suggestion: 'Give one mailbox, or the https address of a robot; only DingTalk robots have a secret.',
  },
  MESSAGE_ADDRESSES_FULL: {
    zh: '地址数量已达上限',
    en: 'there are as many addresses as there may be',
    suggestion: 'Remove one that is not used.',
  },
  MESSAGE_HOUR_INVALID: {
    zh: '时间格式不正确',
    en: 'this is no hour of a day',
    suggestion: 'Give hours such as 08:30.',
  },
  MESSAGE_NOT_HANDED: {
    zh: '消息未能送出',
    en: 'the message was not taken',
    suggestion: 'Check the address; private robots need WANJIA_WEBHOOK_ALLOWED_ADDRESSES. Try again in a minute.',
  },
  MESSAGE_CODE_WRONG: {
    zh: '验证码错误或已失效',
    en: 'the code is not the one that was sent, or too old',
    suggestion: 'Have another one sent.',
  },
  MESSAGE_CODE_TOO_SOON: {
    zh: '验证码刚刚发送过',
    en: 'a code was sent a moment ago',
    suggestion: 'Wait a minute.',
  },
  MESSAGE_CODES_FULL: {
    zh: '今日验证码发送次数已达上限',
    en: 'as many codes were sent today as may be',
    suggestion: 'Use the code that came last, or have another one sent tomorrow.',
  },
  MESSAGE_ADDRESS_NOT_ACTIVE: {
    zh: '该地址当前不接收消息',
    en: 'nothing is sent to this address at present',
    suggestion: 'Have a code sent and confirm it.',
  },
} as const;
