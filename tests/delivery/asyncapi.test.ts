/** The AsyncAPI document says what is sent, and is one. */
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { CHANGE_KINDS, CHANGE_TYPES, type ChangeType } from '../../src/kernel/change.ts';
import { CHANGE_WORDS, changeEventOf, TOLD_OPERATIONS, testEventSchema } from '../../src/modules/delivery/index.ts';
import { changeEvent, type SeenChange, testEvent } from '../../src/modules/webhooks/event.ts';
import { asyncApi, payloadValidator, validatorOf } from '../support/asyncapi.ts';

const frame = {
  id: 'msg_1',
  source: 'urn:wanjia:feed:0b9c8f5e-7a52-4c36-9d6c-0d2f0c0a1b2c',
  time: new Date('2026-11-01T00:00:00Z'),
};

function changesOf(type: ChangeType): SeenChange[] {
  const plain = { cursor: 'c', type, id: 'X1', version: 1, changedAt: frame.time, link: null, record: null } as const;
  const operations = Object.keys(TOLD_OPERATIONS) as (keyof typeof TOLD_OPERATIONS)[];
  return operations.flatMap((operation) =>
    [null, ...CHANGE_KINDS[type]].map((kind) => ({ ...plain, operation, kind }) satisfies SeenChange),
  );
}

describe('the AsyncAPI document', () => {
  it('is valid by the official schema of AsyncAPI 3.0.0', () => {
    const official = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json') as object;
    const valid = validatorOf(official);
    expect([valid(asyncApi), valid.errors]).toEqual([true, null]);
    expect(valid({ ...asyncApi, channels: { broken: { address: 1 } } })).toBe(false);
  });

  it('refers to nothing that it does not hold', () => {
    const references = [...JSON.stringify(asyncApi).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '');
    const missing = references.filter(
      (path) =>
        path.split('/').reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], asyncApi) ===
        undefined,
    );
    expect(references.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it.each(CHANGE_TYPES)('describes every message about %s that webhooks send', (type) => {
    for (const detail of ['Thin', 'Fat'] as const) {
      const described = payloadValidator(`${CHANGE_WORDS[type].collection}${detail}`);
      for (const change of changesOf(type)) {
        const event: unknown = JSON.parse(changeEvent(frame, change));
        expect([described(event), described.errors]).toEqual([true, null]);
        changeEventOf(type, detail === 'Thin' ? 'THIN' : 'FAT').parse(event);
        expect(described({ ...(event as object), type: 'wanjia.other' })).toBe(false);
      }
    }
  });

  it('describes the test message', () => {
    const event: unknown = JSON.parse(testEvent(frame));
    testEventSchema.parse(event);
    expect(payloadValidator('webhookTested')(event)).toBe(true);
  });
});
