/** The answer to a mutation that was not done for a reason one can expect. */
import { errorMessage } from '../../src/kernel/errors.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { Refusal, RefusedView } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';

export type { RefusedView } from '../context.ts';

export function refused({ code, params = {} }: Refusal): RefusedView {
  return { __typename: 'Refused', code, params };
}

export function defineRefused(builder: GraphBuilder): GraphObject<RefusedView> {
  return builder.objectRef<RefusedView>('Refused').implement({
    description: '未执行 why a mutation was not done; nothing was changed',
    fields: (t) => ({
      code: t.exposeString('code', { nullable: false, access: STRUCTURE, description: '错误代码 stable code' }),
      message: t.string({
        nullable: false,
        access: STRUCTURE,
        description: '说明 what happened, in Chinese and English',
        resolve: ({ code, params }) => `${errorMessage(code, params, 'zh')} ${errorMessage(code, params, 'en')}`,
      }),
      suggestion: t.string({
        nullable: false,
        access: STRUCTURE,
        description: '建议 what to do next',
        resolve: ({ code, params }) => errorMessage(code, params, 'suggestion'),
      }),
    }),
  });
}

export const IDEMPOTENCY_KEY = '幂等键 chosen by the caller; a repetition with the same key is not done twice';

export const EXPECTED_VERSION = '预期版本 the version the caller has seen; if it is another now: Refused CONFLICT';
