/** What is wrong with a delivery directory or its manifest. */
export const DELIVERY_ERRORS = {
  MANIFEST_MISSING: {
    zh: '{directory} 中没有 manifest.json',
    en: 'there is no manifest.json in {directory}',
    suggestion: 'Give the directory that holds manifest.json, or ask the agency for it.',
  },
  MANIFEST_UNREADABLE: {
    zh: '{file} 不是有效的交付清单:{detail}',
    en: '{file} is not a delivery manifest: {detail}',
    suggestion: 'Compare the manifest with the delivery contract and deliver it again.',
  },
  PATH_OUTSIDE_DELIVERY: {
    zh: '清单中的路径 {file} 不在交付目录内',
    en: 'the path {file} in the manifest leads out of the delivery directory',
    suggestion: 'Name files by paths below the directory of the manifest, without links out of it.',
  },
  FILE_MISSING: {
    zh: '清单列出的文件 {file} 不存在',
    en: 'the file {file} is named in the manifest but does not exist',
    suggestion: 'Deliver the file, or take it off the manifest.',
  },
  CHECKSUM_MISMATCH: {
    zh: '{file} 的校验和不符:清单 {expected},实际 {actual}',
    en: '{file}: the checksum disagrees, {expected} in the manifest, {actual} in the file',
    suggestion: 'The file was changed or cut after the manifest was written: transfer it again.',
  },
  ROW_COUNT_MISMATCH: {
    zh: '{file} 的行数不符:清单 {expected} 行,实际 {actual} 行',
    en: '{file}: the number of rows disagrees, {expected} in the manifest, {actual} in the file',
    suggestion: 'Ask the agency which figure is right and have file and manifest delivered again.',
  },
  WRONG_AGENCY: {
    zh: '{file}:记录类型 {recordType} 不属于 {agency}',
    en: '{file}: record type {recordType} does not belong to {agency}',
    suggestion: 'Correct recordType or agency in the manifest.',
  },
} as const;
