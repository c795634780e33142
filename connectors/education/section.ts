/** 教育: school rolls, recognised hardship, student aid. */
import { defineSection, list, show, shownRecord } from '../sdk/section.ts';
import type { EducationRecords, Hardship, SchoolEnrolment, StudentAid } from './person.ts';

const Enrolment = shownRecord<SchoolEnrolment>('SchoolEnrolment', '学籍 a place on a school roll (ED01)', {
  school: show.text('学校 name of the school (ED01)'),
  stage: show.text('学段 10 学前, 21 小学, 31 初中, 34 普通高中, 36 中职, 41 高等 (ED01)'),
  grade: show.text('年级 grade (ED01)'),
  status: show.text('学籍状态 1 在读, 2 休学, 3 毕业, 4 退学 (ED01)'),
  statusDate: show.day('状态日期 since when (ED01)'),
  homeTaught: show.yesNo('送教上门 taught at home; null: not stated (ED01)'),
});

const Recognition = shownRecord<Hardship>(
  'HardshipRecognition',
  '家庭经济困难学生认定 hardship the school recognised for a year (ED02)',
  {
    schoolYear: show.text('学年 such as 2026-2027 (ED02)'),
    level: show.text('困难等级 1 特别困难, 2 困难, 3 一般困难, 0 不困难 (ED02)'),
  },
);

const Aid = shownRecord<StudentAid>('StudentAid', '学生资助 aid to a student (ED03)', {
  term: show.text('学期 such as 2026-2027-1 (ED03)'),
  item: show.text('资助项目 1 学费减免, 2 助学金, 3 生活补助, 4 勤工助学, 5 其他 (ED03)'),
  amount: show.money('金额(元) amount (ED03)'),
  paidOn: show.day('发放日期 the day of payment (ED03)'),
});

export const EDUCATION_SECTION = defineSection<EducationRecords>({
  field: 'education',
  type: 'EducationSection',
  title: '教育数据',
  description: '教育数据 what the education bureau holds of a person',
  dataClass: { name: 'education', level: 'L3' },
  fields: {
    enrolments: list(Enrolment, {
      description: '学籍 places on school rolls (ED01)',
      records: ({ schooling }) => schooling,
    }),
    hardship: list(Recognition, {
      description: '家庭经济困难认定 recognised hardship by school year (ED02)',
      records: ({ hardship }) => hardship,
    }),
    aid: list(Aid, { description: '学生资助 aid received (ED03)', records: ({ aid }) => aid }),
  },
});
