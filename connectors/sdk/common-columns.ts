import { OPERATION } from '../../src/kernel/code-lists.ts';
import { code, localTime, text } from './field-kinds/index.ts';
import { defaulting, required } from './record-contract.ts';

/** A database key: longer ones are two columns run together. */
const LONGEST_SOURCE_KEY = 200;

/** The columns every record type has. */
export const COMMON_COLUMNS = {
  sourceKey: required('来源主键', text(LONGEST_SOURCE_KEY)),
  updatedAt: required('更新时间', localTime),
  operation: defaulting('操作', code(OPERATION), 'U'),
} as const;

/** Headers a file must have whatever its record type. 操作 may be left out: blank is an upsert. */
export const COMMON_REQUIRED_HEADERS = [COMMON_COLUMNS.sourceKey.header, COMMON_COLUMNS.updatedAt.header] as const;
