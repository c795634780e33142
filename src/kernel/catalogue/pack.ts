/** What is wrong with policy packs. */
export const PACK_ERRORS = {
  PACK_INVALID: {
    zh: '政策包有 {count} 处问题:\n{detail}',
    en: 'the policy packs have {count} problems:\n{detail}',
    suggestion: 'Correct the files at the places named; docs/fact-catalogue.md lists what expressions can ask.',
  },
} as const;
