const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A unified social credit code (GB 32100-2015, MOD 31-3) of a company under the synthetic address code. */
export function creditCode(company: number): string {
  let body = '';
  let rest = company + 1;
  for (let i = 0; i < 9; i += 1) {
    body += ALPHABET.charAt((rest * 7 + i * 11) % 31);
    rest = Math.floor(rest / 31) + company * (i + 3);
  }
  const first17 = `91310199${body}`;
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += ALPHABET.indexOf(first17.charAt(i)) * (WEIGHTS[i] as number);
  return first17 + ALPHABET.charAt((31 - (sum % 31)) % 31);
}
