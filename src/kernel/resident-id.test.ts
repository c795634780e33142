import { describe, expect, it } from '@jest/globals';
import { readCertificateNumber } from './certificate-number.ts';
import { birthDateOf, checkCharacter, readResidentId, sexOf } from './resident-id.ts';

const idOf = (token: string): string => {
  const reading = readResidentId(token);
  return reading.ok ? reading.id : reading.fault;
};

describe('readResidentId', () => {
  it.each(['440308199901101512', '51343620000320711X', '310199199001010018', '31019919700707008X'])(
    'accepts the valid number %s',
    (number) => expect(idOf(number)).toBe(number),
  );

  it('accepts residence permits, which have the same check digit', () => {
    expect(idOf('810000199408230021')).toBe('810000199408230021');
    expect(idOf('830000199201300022')).toBe('830000199201300022');
  });

  it('writes the check character in upper case', () => {
    expect(idOf('31019919700707008x')).toBe('31019919700707008X');
  });

  it('upgrades a number of 15 digits', () => {
    expect(idOf('610104620927690')).toBe('610104196209276908');
  });

  it('upgrades the sequence numbers kept for people born before 1900 to their century', () => {
    const first17 = '31019918990101998';
    expect(idOf('310199990101998')).toBe(first17 + checkCharacter(first17));
  });

  it.each([
    ['310199198502300019', 'ID_BIRTH_DATE'],
    ['310199199001010019', 'ID_CHECK_DIGIT'],
    ['31019919900101001', 'ID_LENGTH'],
    ['31019919900101OO18', 'ID_CHARACTERS'],
    ['31019919900101001Z', 'ID_CHARACTERS'],
    ['310199900230001', 'ID_BIRTH_DATE'],
  ])('names what is wrong with %s', (number, fault) => expect(idOf(number)).toBe(fault));

  it('knows the birth date and the sex inside a number', () => {
    const reading = readResidentId('310199194802290037');
    if (!reading.ok) throw new Error(reading.fault);
    expect(birthDateOf(reading.id)).toBe('1948-02-29');
    expect(sexOf(reading.id)).toBe('1');
  });
});

describe('readCertificateNumber', () => {
  const faultOf = (token: string): string => {
    const reading = readCertificateNumber(token);
    return reading.ok ? reading.number : reading.fault;
  };

  it('accepts 20 characters, and 22 with a re-issue suffix', () => {
    expect(faultOf('31019919900101001843')).toBe('31019919900101001843');
    expect(faultOf('31019919700707008x43b1')).toBe('31019919700707008X43B1');
  });

  it.each([
    ['3101991990010100184', 'CERTIFICATE_LENGTH'],
    ['310199199001010018431', 'CERTIFICATE_LENGTH'],
    ['31019919900101001883', 'CERTIFICATE_CATEGORY_LEVEL'],
    ['31019919900101001845', 'CERTIFICATE_CATEGORY_LEVEL'],
    ['3101991990010100184311', 'CERTIFICATE_CATEGORY_LEVEL'],
    ['31019919900101001943', 'ID_CHECK_DIGIT'],
  ])('names what is wrong with %s', (number, fault) => expect(faultOf(number)).toBe(fault));
});
