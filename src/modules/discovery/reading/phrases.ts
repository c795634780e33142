/** How facts are said in the field's words where a condition asks them, and what their codes stand for. */
import {
  ASSISTANCE_CLASS,
  ASSISTANCE_PROGRAMME,
  type CodeList,
  DISABILITY_CATEGORY,
  DISABILITY_LEVEL,
  DISABILITY_SERVICE_ITEM,
  HARDSHIP_LEVEL,
  INCOME_STABILITY,
  RELATIONSHIP,
  SCHOOL_STAGE,
  SELF_CARE,
  SEX,
  STUDENT_STATUS,
  TENURE,
  WORK_CAPACITY,
} from '../../../kernel/code-lists.ts';
import { CLUE_KINDS, isClueKind } from '../clue/clue.ts';

/** Arguments stand in braces by their place. Facts without a phrase are said by the first words of their meaning. */
const PHRASES: Readonly<Record<string, string>> = {
  hasPayment: '{1}至{2}有{0}发放',
  hasDied: '近 {0} 天内死亡',
  paidProgrammes: '{0}至{1}有发放的待遇项目数',
  hasDuplicatePayment: '{1}至{2}同一月份同一项目有两笔以上发放({0})',
  hasUnpaidPayment: '{0}至{1}有已核定而无发放日期的待遇',
  hasLeftRecognition: '近 {0} 天内所在救助家庭退出',
  outOfPocketYearBefore: '再往前 12 个月的个人负担医疗费用',
  largestInpatientBill: '近 {0} 天内单次住院个人负担的最大金额',
  hasNewDisease: '近 {0} 天内新增门诊慢特病登记',
  hasDisease: '有门诊慢特病登记(病种 {0})',
  hasNewCertificate: '残疾人证系近 {0} 天内新发',
  hasService: '近 {1} 天内有{0}服务',
  isEnrolled: '在读',
  isEnrolledIn: '在{0}阶段在读',
  isUnemployedFor: '登记失业已满 {0} 天',
  isNewlyUnemployed: '近 {0} 天内登记失业',
  contributionBase: '{0}的缴费基数',
  isUnemploymentBenefitPaid: '在失业保险金发放期内',
  hasPaidContribution: '{0}至{1}有已缴社会保险费',
  paidContributionMonths: '{0}至{1}已缴社会保险费的月数',
  hasOpenClue: '有未结束的线索({0})',
  hasClueSince: '有已持续 {1} 个月的线索({0})',
  hasClueWithin: '近 {1} 天内有线索({0})',
  hasClueOfAtLeast: '有数值不低于 {1} 的未结束线索({0})',
  hadCareWithin: '近 {0} 天内有照护服务',
  daysPastReview: '上次核查或认定满 {0} 个月之后的天数',
  registeredClass: '在册家庭类别',
};

const LISTS: Readonly<Record<string, string>> = {
  members: '家庭成员',
  people: '家庭成员或由本户承担身后事项的已故人员',
  dead: '由本户承担身后事项的已故人员',
};

const CODES: Readonly<Record<string, CodeList>> = {
  sex: SEX,
  relationshipToHead: RELATIONSHIP,
  workCapacity: WORK_CAPACITY,
  selfCare: SELF_CARE,
  certificateCategory: DISABILITY_CATEGORY,
  certificateLevel: DISABILITY_LEVEL,
  hardshipLevel: HARDSHIP_LEVEL,
  leftSchoolStatus: STUDENT_STATUS,
  registeredClass: ASSISTANCE_CLASS,
  tenure: TENURE,
  incomeStability: INCOME_STABILITY,
};

const ARGUMENT_CODES: Readonly<Record<string, CodeList>> = {
  programme: ASSISTANCE_PROGRAMME,
  programmes: ASSISTANCE_PROGRAMME,
  stages: SCHOOL_STAGE,
  items: DISABILITY_SERVICE_ITEM,
};

/** The words before the first mark name what the rest explains. */
export function phraseOf(name: string, zh: string): string {
  return PHRASES[name] ?? zh.split(/[,:;(,:;(]/, 1)[0] ?? zh;
}

const labelled = (list: CodeList | undefined, code: string): string => list?.label(code) ?? code;

/** The persons of a list, as the field calls them. */
export function listSaid(list: string): string {
  return LISTS[list] ?? list;
}

/** The value of a fact, as the field calls it. */
export function codeSaid(fact: string, code: string): string {
  return labelled(CODES[fact], code);
}

/** An argument's code, as the field calls it. */
export function argumentSaid(argument: string, code: string): string {
  if (argument === 'kinds' && isClueKind(code)) return CLUE_KINDS[code].zh;
  return labelled(ARGUMENT_CODES[argument], code);
}

const MONTHS_BACK: readonly string[] = ['from', 'to', 'month'];

/** A month counted back from the day's own. */
export function isMonthBack(argument: string): boolean {
  return MONTHS_BACK.includes(argument);
}
