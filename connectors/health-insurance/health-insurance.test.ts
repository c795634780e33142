import * as runner from '@jest/globals';
import { describeContracts } from '../sdk/contract-kit.ts';
import { sampleRow } from '../sdk/kit-rows.ts';
import { readRow } from '../sdk/read-row.ts';
import { HI01 } from './contracts/hi01.ts';
import { HI02 } from './contracts/hi02.ts';
import { healthInsurance } from './transport.ts';

const { describe, expect, it } = runner;

describeContracts(runner, healthInsurance().contracts);

describe('people and refunds', () => {
  it("is about the agency's person where the number is blank", () => {
    const outcome = readRow(HI01, { row: 1, raw: sampleRow(HI01, { 证件号码: '不详' }) });
    expect(outcome.kind === 'record' && HI01.subjectKey(outcome.record, 'K1')).toBe('psn:甲乙丙');
  });

  it('keeps the sign of a refund', () => {
    const changes = { 个人负担总金额: '(74.96)', 医疗费总额: '-152.07', 退费标志: 1 };
    const outcome = readRow(HI02, { row: 1, raw: sampleRow(HI02, changes) });
    expect(outcome).toMatchObject({ record: { psnPartAmt: -7496, medfeeSumamt: -15207, refdSetlFlag: true } });
  });
});
