/** What partners are told of operations they have registered, or have not. */
export const DOCUMENT_ERRORS = {
  DOCUMENT_NOT_REGISTERED: {
    zh: '本单位未登记该操作',
    en: 'this operation is not registered for the caller’s organisation',
    suggestion:
      'Register it (registerOperations, or wanjia operations register) and send exactly what was registered: its text, or its SHA-256 as documentId.',
  },
  DOCUMENT_HASH_WRONG: {
    zh: '操作文本与其散列不符',
    en: 'the document is not that of its hash',
    suggestion: 'The hash is the SHA-256 of the UTF-8 text, in hexadecimal.',
  },
  DOCUMENT_MANIFEST_INVALID: {
    zh: '不是操作清单',
    en: 'this is no manifest of operations: at most {limit} documents by their SHA-256',
    suggestion: 'Send what GraphQL codegen writes for persisted documents, with hashAlgorithm sha256.',
  },
  DOCUMENT_INVALID: {
    zh: '操作 {hash} 不可登记:{detail}',
    en: 'the document {hash} cannot be registered: {detail}',
    suggestion: 'Correct the operation, generate the manifest anew and register it; nothing of it was registered.',
  },
  DOCUMENT_HOLDS_NUMBER: {
    zh: '操作 {hash} 的文本含有个人号码',
    en: 'the document {hash} holds the number of a person, or takes one in its text',
    suggestion: 'Hand over what an operation is about as variables.',
  },
  DOCUMENTS_FULL: {
    zh: '本单位登记的操作已达上限({limit})',
    en: 'the organisation has as many operations as it may: {limit}',
    suggestion: 'Remove those that are not sent any more.',
  },
} as const;
