import { dayText } from '../calendar/day-number.ts';
import { citizenNumber, type Member } from '../circumstances/member.ts';
import { healthPersonNumber, keyPart } from '../numbers/agency-numbers.ts';
import type { Aspect } from './aspect.ts';
import type { Life } from './life.ts';

const DISEASES: readonly (readonly [readonly [code: string, name: string], number])[] = [
  [['M03900', '高血压'], 36],
  [['M01600', '糖尿病'], 30],
  [['M02200', '精神分裂症'], 8],
  [['M00500', '恶性肿瘤门诊治疗'], 14],
  [['M07800', '慢性肾衰竭,透析'], 7],
  [['M08300', '器官移植抗排异'], 2],
];

/** Registrations for outpatient treatment of chronic diseases (HI03). */
export const chronicIllness: Aspect = {
  begin(life) {
    for (const member of life.members) {
      if (life.random.chance(ratePerYear(life, member) * 4))
        registerDisease(life, member, life.today - life.random.between(5, 900));
    }
  },
  chances(life, member) {
    return [{ perYear: ratePerYear(life, member), happen: registerDisease }];
  },
};

function ratePerYear(life: Life, member: Member): number {
  const age = life.ageOf(member);
  if (age < 40) return 0.0008;
  return age < 60 ? 0.004 : 0.011;
}

function registerDisease(life: Life, member: Member, begins = life.today): void {
  const [code, name] = life.random.weighted(DISEASES);
  const number = `${keyPart(member.number, 5)}${keyPart(begins, 4)}`;
  life.write(
    'HI03',
    `C${number}`,
    {
      regNo: `MT${number.toUpperCase()}`,
      psnNo: healthPersonNumber(member.number),
      certno: citizenNumber(member),
      psnName: member.name,
      opspDiseCod: code,
      opspDiseName: name,
      begndate: dayText(begins),
      enddate: life.random.chance(0.1) ? dayText(begins + 730) : '',
    },
    begins,
  );
}
