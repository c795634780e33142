import * as runner from '@jest/globals';
import { describeContracts } from '../sdk/contract-kit.ts';
import { sampleRow } from '../sdk/kit-rows.ts';
import { readRow } from '../sdk/read-row.ts';
import { CA02 } from './contracts/ca02.ts';
import { CA05 } from './contracts/ca05.ts';
import { civilAffairs } from './transport.ts';

const { describe, expect, it } = runner;

describeContracts(runner, civilAffairs().contracts);

describe('numbers and what they say', () => {
  const read = (changes: Parameters<typeof sampleRow>[1]): ReturnType<typeof readRow> =>
    readRow(CA05, { row: 1, raw: sampleRow(CA05, changes) });

  it('uses the birth date and sex of the number, and reports what contradicts it', () => {
    const outcome = read({ 性别: '女', 出生日期: '1990-01-02' });
    expect(outcome).toMatchObject({ kind: 'record', record: { sex: '1', birthDate: '1990-01-01' } });
    const columns = outcome.kind === 'record' ? outcome.findings.map(({ column }) => column) : [];
    expect(columns).toEqual(['性别', '出生日期']);
  });

  it('fills a blank birth date and sex from the number', () => {
    expect(read({ 性别: '', 出生日期: '不详' })).toMatchObject({
      record: { sex: '1', birthDate: '1990-01-01' },
      findings: [],
    });
  });

  it('does not check a number of another document, nor take anything from it', () => {
    expect(read({ 证件类型: '其他', 身份证号: 'pass-０1', 性别: '2' })).toMatchObject({
      kind: 'record',
      record: { documentType: '990', residentId: 'PASS-01', sex: '2' },
      findings: [],
    });
  });

  it('takes a blank document type for a citizen number', () => {
    expect(read({ 证件类型: '/' })).toMatchObject({ record: { documentType: '111' } });
    expect(read({ 证件类型: '/', 身份证号: 'PASS01' })).toMatchObject({ kind: 'rejected' });
  });

  it('checks a residence permit', () => {
    expect(read({ 证件类型: '553', 身份证号: '810000199408230021', 性别: '', 出生日期: '' })).toMatchObject({
      record: { birthDate: '1994-08-23', sex: '2' },
    });
    expect(read({ 证件类型: '553', 身份证号: '810000199408230022' })).toMatchObject({ kind: 'rejected' });
  });

  it('is about the record itself where there is no number', () => {
    const outcome = read({ 身份证号: '' });
    expect(outcome.kind === 'record' && CA05.subjectKey(outcome.record, 'K1')).toBe('rec:CA05:K1');
  });

  it('reads 无 as the code where the list has it', () => {
    const outcome = readRow(CA02, { row: 1, raw: sampleRow(CA02, { 劳动能力: '无', 自理能力: '无' }) });
    expect(outcome).toMatchObject({ record: { workCapacity: '3', selfCare: null } });
  });
});
