import * as runner from '@jest/globals';
import { describeContracts } from '../sdk/contract-kit.ts';
import { sampleRow } from '../sdk/kit-rows.ts';
import { readRow } from '../sdk/read-row.ts';
import { DF01 } from './contracts/df01.ts';
import { disabilityFederation } from './transport.ts';

const { describe, expect, it } = runner;

describeContracts(runner, disabilityFederation().contracts);

describe('category and level', () => {
  const columns = (changes: Parameters<typeof sampleRow>[1]): readonly string[] => {
    const outcome = readRow(DF01, { row: 1, raw: sampleRow(DF01, changes) });
    return outcome.kind === 'rejected' ? outcome.reasons.map(({ column }) => column) : [];
  };

  it('must be those of the certificate number', () => {
    expect(columns({ 残疾类别: '2' })).toEqual(['残疾类别']);
    expect(columns({ 残疾等级: '四级' })).toEqual(['残疾等级']);
    expect(columns({ 残疾类别: '精神', 残疾等级: 2 })).toEqual(['残疾类别', '残疾等级']);
    expect(columns({ 残疾类别: 1, 残疾等级: '一级' })).toEqual([]);
  });
});
