/** 教育: school rolls, recognised hardship, student aid. Records ED01, ED02, ED03. */
import type { Hardship, SchoolEnrolment, StudentAid } from '../../src/modules/household/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { FactStatusRefs } from '../shared/fact-status.ts';
import { standingFields } from './section.ts';
import type { SectionView } from './section-view.ts';

const access = 'education';

function defineEnrolment(builder: GraphBuilder): GraphObject<SchoolEnrolment> {
  return builder.objectRef<SchoolEnrolment>('SchoolEnrolment').implement({
    description: '学籍 a place on a school roll (ED01)',
    fields: (t) => ({
      school: t.exposeString('school', { access, description: '学校 name of the school (ED01)' }),
      stage: t.exposeString('stage', {
        access,
        description: '学段 10 学前, 21 小学, 31 初中, 34 普通高中, 36 中职, 41 高等 (ED01)',
      }),
      grade: t.exposeString('grade', { access, description: '年级 grade (ED01)' }),
      status: t.exposeString('status', { access, description: '学籍状态 1 在读, 2 休学, 3 毕业, 4 退学 (ED01)' }),
      statusDate: t.expose('statusDate', { type: 'Date', access, description: '状态日期 since when (ED01)' }),
      homeTaught: t.exposeBoolean('homeTaught', {
        access,
        description: '送教上门 taught at home; null: not stated (ED01)',
      }),
    }),
  });
}

function defineHardship(builder: GraphBuilder): GraphObject<Hardship> {
  return builder.objectRef<Hardship>('HardshipRecognition').implement({
    description: '家庭经济困难学生认定 hardship the school recognised for a year (ED02)',
    fields: (t) => ({
      schoolYear: t.exposeString('schoolYear', { access, description: '学年 such as 2026-2027 (ED02)' }),
      level: t.exposeString('level', {
        access,
        description: '困难等级 1 特别困难, 2 困难, 3 一般困难, 0 不困难 (ED02)',
      }),
    }),
  });
}

function defineAid(builder: GraphBuilder): GraphObject<StudentAid> {
  return builder.objectRef<StudentAid>('StudentAid').implement({
    description: '学生资助 aid to a student (ED03)',
    fields: (t) => ({
      term: t.exposeString('term', { access, description: '学期 such as 2026-2027-1 (ED03)' }),
      item: t.exposeString('item', {
        access,
        description: '资助项目 1 学费减免, 2 助学金, 3 生活补助, 4 勤工助学, 5 其他 (ED03)',
      }),
      amount: t.expose('amount', { type: 'Money', access, description: '金额(元) amount (ED03)' }),
      paidOn: t.expose('paidOn', { type: 'Date', access, description: '发放日期 the day of payment (ED03)' }),
    }),
  });
}

export function defineEducation(builder: GraphBuilder, refs: FactStatusRefs): GraphObject<SectionView> {
  const Enrolment = defineEnrolment(builder);
  const Recognition = defineHardship(builder);
  const Aid = defineAid(builder);
  return builder.objectRef<SectionView>('EducationSection').implement({
    description: '教育数据 what the education bureau holds of a person',
    fields: (t) => ({
      ...standingFields(t, { access, recordTypes: ['ED01', 'ED02', 'ED03'], refs }),
      enrolments: t.field({
        type: [Enrolment],
        access,
        description: '学籍 places on school rolls (ED01)',
        resolve: ({ person }) => person.schooling,
      }),
      hardship: t.field({
        type: [Recognition],
        access,
        description: '家庭经济困难认定 recognised hardship by school year (ED02)',
        resolve: ({ person }) => person.hardship,
      }),
      aid: t.field({
        type: [Aid],
        access,
        description: '学生资助 aid received (ED03)',
        resolve: ({ person }) => person.aid,
      }),
    }),
  });
}
