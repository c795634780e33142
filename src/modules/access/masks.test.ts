import { describe, expect, it } from '@jest/globals';
import { createMasks, maskAddress, maskName, maskPhone, maskResidentId } from './masks.ts';

describe('masks', () => {
  it.each([
    ['段正淳', '段**'],
    ['王五', '王*'],
    ['欧阳修', '欧**'],
    ['欧阳建国', '欧**'],
    ['阿依古丽·买买提', '阿**'],
    ['𠮷田', '𠮷*'],
    ['李', '*'],
    ['', '*'],
  ])('the name %s becomes %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('a citizen number keeps its first and its last two', () => {
    expect(maskResidentId('51343620000320711X')).toBe('5***************1X');
  });

  it('a short document number is hidden whole', () => {
    expect(maskResidentId('M1234')).toBe('*****');
  });

  it.each([
    ['18049531999', '180****1999'],
    ['09157518479', '0915*****79'],
    ['02112345678', '0211*****78'],
    ['12345', '*****'],
  ])('the telephone %s becomes %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([
    ['11011111222233333256', '1101 **** **** **** 3256'],
    ['6222 0212 3456 7890 123', '6222 **** **** **** 123'],
    ['62220', '*****'],
  ])('the bank card %s becomes %s', (card, masked) => {
    expect(createMasks(Buffer.alloc(32))['bank-card'](card)).toBe(masked);
  });

  it('a disability certificate does not tell its last two digits, which are category and level', () => {
    expect(createMasks(Buffer.alloc(32))['disability-certificate']('51343620000320711X42')).toBe(
      '5*******************',
    );
  });

  it('an address hides its last eight', () => {
    expect(maskAddress('北京市海淀区马连洼街道289号')).toBe('北京市海淀区马********');
    expect(maskAddress('马连洼街道')).toBe('*****');
  });

  it('a pseudonym depends on the key and on the person only', () => {
    const [one, other] = [createMasks(Buffer.alloc(32, 1)), createMasks(Buffer.alloc(32, 2))];
    expect(one.pseudonym('P1')).toBe(one.pseudonym('P1'));
    expect(one.pseudonym('P1')).not.toBe(one.pseudonym('P2'));
    expect(one.pseudonym('P1')).not.toBe(other.pseudonym('P1'));
  });
});
