/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** 经过类别 what happened */
export type AlertEventKind =
  /** 分派 someone gave it to someone */
  | 'ASSIGNED'
  /** 办结 someone closed it */
  | 'CLOSED'
  /** 等级降低 it became less grave */
  | 'EASED'
  /** 等级升高 it became graver */
  | 'ESCALATED'
  /** 命中变化 a rule fires with another severity */
  | 'HIT_CHANGED'
  /** 命中加入 a rule began to fire */
  | 'HIT_JOINED'
  /** 命中终止 a rule no longer fires; `reason` says why */
  | 'HIT_LEFT'
  /** 逐级上报 nobody came in time */
  | 'PASSED_UP'
  /** 发出预警 it was raised */
  | 'RAISED'
  /** 确定接收人 the roster gave it to someone */
  | 'ROUTED'
  /** 走访 a visit was recorded */
  | 'VISITED'
  /** 自动撤回 its last hit ended while nobody worked on it */
  | 'WITHDRAWN';

/** 预警筛选条件 all given conditions hold together */
export type AlertFilter = {
  /** 经办人 assigned to this person */
  readonly assignee?: string | null | undefined;
  /** 居村代码 residents’ committee */
  readonly committeeCode?: string | null | undefined;
  /** 已超时 past its time limit */
  readonly overdue?: boolean | null | undefined;
  /** 接收人 whose turn it is by the roster */
  readonly recipient?: string | null | undefined;
  /** 预警规则 hit by one of these */
  readonly ruleIds?: ReadonlyArray<string | number> | null | undefined;
  /** 预警等级 one of these */
  readonly severities?: ReadonlyArray<Severity> | null | undefined;
  /** 预警状态 one of these; absent: all but CLOSED */
  readonly states?: ReadonlyArray<AlertState> | null | undefined;
  /** 街镇代码 street */
  readonly streetCode?: string | null | undefined;
};

/** 处置层级 whose turn it is */
export type AlertLevel =
  /** 居村 the residents’ committee */
  | 'COMMITTEE'
  /** 区 the district */
  | 'DISTRICT'
  /** 街镇 the street */
  | 'STREET';

/** 处置结果 how an alert ended */
export type AlertOutcome =
  /** 已有保障 served before */
  | 'ALREADY_SERVED'
  /** 无法联系 the household could not be reached */
  | 'CANNOT_REACH'
  /** 误报 the facts were wrong */
  | 'FALSE_ALARM'
  /** 已给予救助 assistance was granted */
  | 'GRANTED'
  /** 无需救助 no need found */
  | 'NOT_NEEDED'
  /** 已转介 referred to another body */
  | 'REFERRED';

/** 预警状态 where the work on an alert stands */
export type AlertState =
  /** 已分派 someone has */
  | 'ASSIGNED'
  /** 已办结 closed, with its outcome */
  | 'CLOSED'
  /** 待办 nobody has taken it */
  | 'OPEN'
  /** 入户中 a visit is under way */
  | 'VISITING';

/** 依据效力 whether the rule’s policy basis is in force */
export type BasisStatus =
  /** 已失效 no longer in force */
  | 'EXPIRED'
  /** 现行有效 in force */
  | 'IN_FORCE';

/** 批次状态 a batch is applied wholly or not at all */
export type BatchState =
  /** 已入库 applied */
  | 'APPLIED'
  /** 已拒收 refused whole */
  | 'REFUSED';

/** 个案经过类别 what happened */
export type CaseEventKind =
  /** 结案 it was closed */
  | 'CLOSED'
  /** 更换顾问 another adviser is responsible */
  | 'HANDED_ON'
  /** 立案 it was opened */
  | 'OPENED'
  /** 安排联系 goal or next contact were set */
  | 'PLANNED'
  /** 转介反馈 the receiver answered */
  | 'REFERRAL_ANSWERED'
  /** 待转介 an alert was closed as referred */
  | 'REFERRAL_ASKED'
  /** 转介终止 the referral was ended */
  | 'REFERRAL_ENDED'
  /** 转介 it was referred */
  | 'REFERRED';

/** 个案筛选条件 all given conditions hold together */
export type CaseFilter = {
  /** 责任顾问 this person is responsible */
  readonly adviser?: string | null | undefined;
  /** 待转介 a referral was decided and not sent */
  readonly awaitsReferral?: boolean | null | undefined;
  /** 居村代码 residents’ committee */
  readonly committeeCode?: string | null | undefined;
  /** 联系已超期 the next contact lies before the hub’s day */
  readonly contactOverdue?: boolean | null | undefined;
  /** 个案状态 one of these; absent: OPEN */
  readonly states?: ReadonlyArray<CaseState> | null | undefined;
  /** 街镇代码 street */
  readonly streetCode?: string | null | undefined;
};

/** 立案 a case that is opened by hand */
export type CaseOpeningInput = {
  /** 责任顾问 who is responsible; absent: the caller */
  readonly adviser?: string | null | undefined;
  /** 个案目标 what is to be reached; personal, shown to few */
  readonly goal?: string | null | undefined;
  /** 下次联系日期 when the family is contacted next; from the hub’s day on */
  readonly nextContactOn: string;
};

/** 个案来源 how the work began */
export type CaseOrigin =
  /** 预警 an alert was taken or visited */
  | 'ALERT'
  /** 线索 a clue was taken up */
  | 'CLUE'
  /** 人工 somebody opened it */
  | 'HAND';

/** 结案结果 how a case ended */
export type CaseOutcome =
  /** 无法联系 the family could not be reached */
  | 'CANNOT_REACH'
  /** 已故 the person died */
  | 'DECEASED'
  /** 本人不同意 the family does not want it */
  | 'DECLINED'
  /** 已移交 another body goes on with it */
  | 'HANDED_OVER'
  /** 已迁出 the family moved away */
  | 'MOVED_AWAY'
  /** 需求已解决 what was needed is there */
  | 'NEED_MET'
  /** 无需帮扶 no need was found */
  | 'NOT_NEEDED';

/** 个案安排 what changes; what is absent stays */
export type CasePlanInput = {
  /** 责任顾问 who is responsible from now on; needs expectedVersion */
  readonly adviser?: string | null | undefined;
  /** 个案目标 what is to be reached; personal, shown to few */
  readonly goal?: string | null | undefined;
  /** 下次联系日期 when the family is contacted next; from the hub’s day on */
  readonly nextContactOn?: string | null | undefined;
};

/** 个案状态 whether a case is open */
export type CaseState =
  /** 已结案 a person closed it */
  | 'CLOSED'
  /** 办理中 it is worked on */
  | 'OPEN';

/** 单元格 one mended cell of a row */
export type CellInput = {
  /** 列 header, as the agency writes it */
  readonly column: string;
  /** 值 the mended value; null: not stated */
  readonly value?: string | null | undefined;
};

/** 线索渠道 how it came */
export type ClueChannel =
  /** 部门移送 another office */
  | 'AGENCY'
  /** 网格员 grid worker */
  | 'GRID'
  /** 热线 hotline */
  | 'HOTLINE'
  /** 来信来访 letter or call in person */
  | 'LETTER'
  /** 邻里反映 neighbours */
  | 'NEIGHBOUR'
  /** 定期摸排 periodic patrol */
  | 'PATROL'
  /** 自助申报 self-report */
  | 'SELF'
  /** 走访 home visit */
  | 'VISIT';

/** 矛盾类别 how a clue and the records disagree */
export type ClueConflictCode =
  /** 已获认定 a class was in force */
  | 'CLASS_IN_FORCE'
  /** 人员已故 the person had died */
  | 'PERSON_DIED'
  /** 此后有记录 treated or at work when said to be gone */
  | 'SEEN_SINCE'
  /** 自理能力不符 recorded as wholly able to look after themselves */
  | 'SELF_CARE_DIFFERS';

/** 线索登记 what is told; about exactly one of a household, a person and an area */
export type ClueInput = {
  /** 区划代码 a street (9 digits) or committee (12) */
  readonly areaCode?: string | null | undefined;
  /** 线索渠道 how it came */
  readonly channel: ClueChannel;
  /** 终止日期 of what lasts: first day it no longer holds */
  readonly endedOn?: string | null | undefined;
  /** 家庭编号(平台) the household */
  readonly householdId?: string | number | null | undefined;
  /** 线索类别 what is told */
  readonly kind: ClueKind;
  /** 备注 anything else; personal, shown to few */
  readonly note?: string | null | undefined;
  /** 发生日期 not in the future */
  readonly occurredOn: string;
  /** 人员编号 the person */
  readonly personId?: string | number | null | undefined;
  /** 来源说明 who or what says so */
  readonly source: string;
  /** 数值 a grade or count, where the kind has one */
  readonly value?: number | null | undefined;
};

/** 线索类别 what is told */
export type ClueKind =
  /** 突发重病 sudden grave illness */
  | 'ACUTE_ILLNESS'
  /** 救助申请未获批准 an application was refused */
  | 'APPLICATION_REFUSED'
  /** 照护服务 care was given */
  | 'CARE_SERVICE'
  /** 强制隔离戒毒 compulsory detoxification */
  | 'COMPULSORY_DETOX'
  /** 服刑在押 serving a sentence */
  | 'CUSTODY'
  /** 日常生活能力受限 daily living */
  | 'DAILY_LIVING'
  /** 宣告失踪 declared missing by a court */
  | 'DECLARED_MISSING'
  /** 自然灾害 natural disaster */
  | 'DISASTER'
  /** 老年人关爱档案 on file as an elder to look after */
  | 'ELDER_FILE'
  /** 火灾 fire */
  | 'FIRE'
  /** 反映生活困难 said to be in hardship */
  | 'HARDSHIP'
  /** 长期护理等级 graded for long-term care */
  | 'LONG_TERM_CARE'
  /** 计划生育特殊家庭(失独) lost the only child */
  | 'LOST_ONLY_CHILD'
  /** 新登记企业 became legal representative */
  | 'NEW_COMPANY'
  /** 新登记机动车 registered a vehicle */
  | 'NEW_VEHICLE'
  /** 失联 out of contact, duties not met */
  | 'OUT_OF_CONTACT'
  /** 被执行其他限制人身自由措施 otherwise restrained */
  | 'RESTRAINED'
  /** 新增房产 came to own a further home */
  | 'SECOND_HOME'
  /** 交通事故 traffic accident */
  | 'TRAFFIC'
  /** 疑似无人抚养 a child nobody attends to */
  | 'UNATTENDED_CHILD'
  /** 暴力侵害 violence */
  | 'VIOLENCE';

/** 数据状态 how well a value is known */
export type FactStatus =
  /** 已知 current; no record means none */
  | 'KNOWN'
  /** 脱敏 shown in a masked form */
  | 'MASKED'
  /** 过期 held, but its feed missed two deliveries */
  | 'STALE'
  /** 未知 never delivered, or not derivable from what is held */
  | 'UNKNOWN'
  /** 不予显示 the caller may not see it */
  | 'WITHHELD';

/** 新鲜度 counted in the hub’s days by the agency’s cadence */
export type Freshness =
  /** 正常 within its cadence */
  | 'FRESH'
  /** 迟到 one delivery missed */
  | 'LATE'
  /** 从未交付 before the first delivery */
  | 'NEVER'
  /** 过期 two deliveries missed */
  | 'STALE';

/** 家庭筛选条件 all given conditions hold together */
export type HouseholdFilter = {
  /** 居村代码 residents’ committee */
  readonly committeeCode?: string | null | undefined;
  /** 有未结预警 has an alert that is not closed */
  readonly hasOpenAlert?: boolean | null | undefined;
  /** 家庭类型 ASSISTANCE or ROLL */
  readonly kind?: HouseholdKind | null | undefined;
  /** 最少成员数 at least so many members */
  readonly minMembers?: number | null | undefined;
  /** 认定类别 one of these is in force */
  readonly registeredClass?: ReadonlyArray<string> | null | undefined;
  /** 预警规则 an open alert was hit by one of these rules */
  readonly ruleIds?: ReadonlyArray<string | number> | null | undefined;
  /** 街镇代码 street */
  readonly streetCode?: string | null | undefined;
  /** 无认定类别 no class is in force */
  readonly withoutClass?: boolean | null | undefined;
};

/** 家庭类型 which list forms the household */
export type HouseholdKind =
  /** 救助家庭 formed by the assistance lists (CA01, CA02) */
  | 'ASSISTANCE'
  /** 名册家庭 formed by the community roll (CA05) */
  | 'ROLL';

/** 疑点状态 what became of a doubtful match */
export type IdentityReviewState =
  /** 已裁定 decided */
  | 'DECIDED'
  /** 已失效 newer data removed the doubt */
  | 'OBSOLETE'
  /** 待裁定 waits for a person */
  | 'OPEN';

/** 分组方式 what closed alerts are grouped by */
export type LearningKey =
  /** 按规则 by rule */
  | 'RULE'
  /** 按来源部门 by the agency whose records the rule rests on */
  | 'SOURCE'
  /** 按街镇 by street */
  | 'STREET';

/** 缺失原因 why something is not known */
export type MissingBecause =
  /** 数据过期 a feed is out of date or was never delivered */
  | 'FEED'
  /** 缺值 a value is not stated */
  | 'VALUE';

/** 需求 what a family is referred for */
export type Need =
  /** 照顾护理 care and nursing */
  | 'CARE'
  /** 精神慰藉 company and comfort */
  | 'COMFORT'
  /** 心理疏导 psychological counselling */
  | 'COUNSELLING'
  /** 就业帮扶 help to find work */
  | 'EMPLOYMENT'
  /** 家政服务 housework */
  | 'HOUSEWORK'
  /** 法律援助 legal aid */
  | 'LEGAL_AID'
  /** 物质帮扶 donations in money or kind */
  | 'MATERIAL'
  /** 其他 what the note says */
  | 'OTHER'
  /** 资源对接 finding donors and services */
  | 'RESOURCES'
  /** 技能培训 training */
  | 'SKILLS'
  /** 社会融入 taking part in community life */
  | 'SOCIAL_INCLUSION';

/** 参数草案 another value of a parameter */
export type ParameterDraft = {
  /** 参数名 name, as rules use it */
  readonly name: string;
  /** 参数值 value; money in yuan */
  readonly value: string;
};

/** 岗位类别 which of the team */
export type PostRole =
  /** 社区干部 cadre of the residents’ committee */
  | 'COMMUNITY_CADRE'
  /** 区级救助经办 district officer */
  | 'DISTRICT_OFFICER'
  /** 救助专业社工 social worker */
  | 'SOCIAL_WORKER'
  /** 街镇救助骨干 officer of the street */
  | 'STREET_OFFICER';

/** 隔离状态 what became of the row */
export type QuarantineState =
  /** 已过保存期 its retention has passed; the row itself is gone */
  | 'EXPIRED'
  /** 待处理 waits to be mended */
  | 'OPEN'
  /** 已被取代 a newer readable row arrived */
  | 'OVERTAKEN'
  /** 已重报 a mended row was sent */
  | 'RESUBMITTED';

/** 转介反馈 what the receiver answers */
export type ReferralAnswer =
  /** 已受理 the receiver takes it on */
  | 'ACCEPTED'
  /** 不受理 the receiver does not take it on */
  | 'DECLINED'
  /** 服务完成 service is done */
  | 'DONE'
  /** 服务中 service has begun */
  | 'IN_SERVICE'
  /** 已接收 the receiver has seen it */
  | 'RECEIVED';

/** 转介终止原因 why who sent a referral ended it */
export type ReferralEnd =
  /** 服务完成 the service was given */
  | 'COMPLETED'
  /** 未提供服务 the receiver did not provide it */
  | 'NOT_PROVIDED'
  /** 本人放弃 the family no longer wants it */
  | 'NOT_WANTED'
  /** 需求消失 there is no need any more */
  | 'NO_LONGER_NEEDED';

/** 转介筛选条件 all given conditions hold together */
export type ReferralFilter = {
  /** 需求 for this need */
  readonly need?: Need | null | undefined;
  /** 接收机构 made to this body */
  readonly organisation?: string | null | undefined;
  /** 转介状态 one of these; absent: those that last */
  readonly states?: ReadonlyArray<ReferralState> | null | undefined;
};

/** 转介登记 to whom, for what, how long */
export type ReferralInput = {
  /** 起始日期 the first day; absent: the hub’s day */
  readonly from?: string | null | undefined;
  /** 需求 what for */
  readonly need: Need;
  /** 转介说明 what the receiver has to know; personal */
  readonly note?: string | null | undefined;
  /** 接收机构 code in the access policy */
  readonly organisation: string;
  /** 截止日期 the last day; absent: open */
  readonly until?: string | null | undefined;
};

/** 转介状态 where a referral stands */
export type ReferralState =
  /** 已受理 the receiver takes it on */
  | 'ACCEPTED'
  /** 已终止 ended by who sent it */
  | 'CLOSED'
  /** 不受理 the receiver does not take it on */
  | 'DECLINED'
  /** 服务完成 service is done */
  | 'DONE'
  /** 服务中 service has begun */
  | 'IN_SERVICE'
  /** 已接收 the receiver has seen it */
  | 'RECEIVED'
  /** 已转出 sent */
  | 'SENT';

/** 复核筛选条件 all given conditions hold together */
export type ReviewFilter = {
  /** 复核类别 PERIODIC or SPOT_CHECK */
  readonly kind?: ReviewKind | null | undefined;
  /** 复核状态 one of these; absent: all */
  readonly states?: ReadonlyArray<ReviewState> | null | undefined;
  /** 街镇代码 street */
  readonly streetCode?: string | null | undefined;
};

/** 复核类别 why a family is reviewed */
export type ReviewKind =
  /** 定期核查 by the calendar */
  | 'PERIODIC'
  /** 抽查 it was drawn */
  | 'SPOT_CHECK';

/** 复核状态 how a review stands on the hub’s day */
export type ReviewState =
  /** 到期 within the days it is announced ahead */
  | 'DUE'
  /** 已超期 past its day */
  | 'OVERDUE'
  /** 未到期 later */
  | 'PLANNED';

/** 规则草案 what is tried; what is absent is as in force */
export type RuleDraft = {
  /** 规则表达式 condition, in CEL */
  readonly expression?: string | null | undefined;
  /** 规则编号 a rule in force, or a new one */
  readonly id: string | number;
  /** 参数草案 other values of parameters */
  readonly parameters?: ReadonlyArray<ParameterDraft> | null | undefined;
  /** 试点街镇 pilot streets; absent or empty: everywhere */
  readonly streets?: ReadonlyArray<string> | null | undefined;
};

/** 变化 what the draft changes for a household */
export type RuleTrialChange =
  /** 新增 only the draft finds it */
  | 'ADDED'
  /** 不变 both find it */
  | 'MATCHED'
  /** 减少 only the rule in force finds it */
  | 'REMOVED';

/** 规则结论 what a rule says of a household */
export type RuleWord =
  /** 命中 the rule finds the household */
  | 'HIT'
  /** 未命中 the rule does not find it */
  | 'NONE'
  /** 未知 it is not known */
  | 'UNKNOWN';

/** 预警等级 how soon a person should look */
export type Severity =
  /** 蓝色 within thirty days */
  | 'BLUE'
  /** 橙色 within three working days */
  | 'ORANGE'
  /** 红色 within a day */
  | 'RED'
  /** 黄色 within ten working days */
  | 'YELLOW';

/** 判断结果 what a condition comes to */
export type TraceResult =
  /** 不成立 it does not hold */
  | 'FALSE'
  /** 成立 it holds */
  | 'TRUE'
  /** 未知 an input is missing or out of date */
  | 'UNKNOWN';

/** 要点变化 whether a fixed point had changed */
export type VisitChange = {
  /** 有无变化 whether it had changed */
  readonly changed: boolean;
  /** 走访要点 what was asked about */
  readonly point: VisitPoint;
};

/** 走访登记 a visit as its visitors report it */
export type VisitInput = {
  /** 要点变化 the fixed points they asked about */
  readonly changes?: ReadonlyArray<VisitChange> | null | undefined;
  /** 走访情况 what they found; personal, shown to few */
  readonly findings?: string | null | undefined;
  /** 下次走访 when they go again */
  readonly nextVisitOn?: string | null | undefined;
  /** 在场成员 ids of members they met */
  readonly present?: ReadonlyArray<string | number> | null | undefined;
  /** 走访目的 why */
  readonly purpose: VisitPurpose;
  /** 走访日期 not in the future */
  readonly visitedOn: string;
  /** 走访人员 who went; two or more for ELIGIBILITY */
  readonly visitors: ReadonlyArray<string>;
};

/** 走访要点 what every visit asks about */
export type VisitPoint =
  /** 照护 care */
  | 'CARE'
  /** 健康 health */
  | 'HEALTH'
  /** 居住 housing */
  | 'HOUSING'
  /** 收入与财产 income and assets */
  | 'INCOME'
  /** 家庭人口 who lives there */
  | 'MEMBERS'
  /** 其他 anything else */
  | 'OTHER'
  /** 就学 schooling */
  | 'SCHOOLING'
  /** 就业 work */
  | 'WORK';

/** 走访目的 why a household was visited */
export type VisitPurpose =
  /** 资格核查 to establish eligibility: two visitors or more */
  | 'ELIGIBILITY'
  /** 首次上门 the first look after an alert */
  | 'FIRST_CONTACT'
  /** 跟进回访 to see how it went on */
  | 'FOLLOW_UP'
  /** 定期复核 periodic review */
  | 'REVIEW'
  /** 抽查 spot check */
  | 'SPOT_CHECK';

export type OpenAlertsQueryVariables = Exact<{
  filter?: AlertFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OpenAlertsQuery = { readonly alerts: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string | null, readonly state: AlertState | null, readonly severity: Severity | null, readonly raisedAt: string | null, readonly dueAt: string | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly assignee: string | null, readonly outcome: AlertOutcome | null, readonly household: { readonly id: string } | null, readonly hits: ReadonlyArray<{ readonly severity: Severity | null, readonly firstSeenOn: string | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly name: string | null, readonly policyBasis: string | null } | null, readonly members: ReadonlyArray<{ readonly id: string | null, readonly name: string | null }> | null, readonly evidence: ReadonlyArray<{ readonly label: string | null, readonly value: string | null, readonly status: FactStatus | null, readonly source: string | null, readonly asOf: string | null }> | null }> | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type AlertCardFragment = { readonly id: string | null, readonly state: AlertState | null, readonly severity: Severity | null, readonly raisedAt: string | null, readonly dueAt: string | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly assignee: string | null, readonly outcome: AlertOutcome | null, readonly household: { readonly id: string } | null, readonly hits: ReadonlyArray<{ readonly severity: Severity | null, readonly firstSeenOn: string | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly name: string | null, readonly policyBasis: string | null } | null, readonly members: ReadonlyArray<{ readonly id: string | null, readonly name: string | null }> | null, readonly evidence: ReadonlyArray<{ readonly label: string | null, readonly value: string | null, readonly status: FactStatus | null, readonly source: string | null, readonly asOf: string | null }> | null }> | null };

type AlertResult_AlertChanged_Fragment = { readonly __typename: 'AlertChanged', readonly alert: { readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null, readonly assignee: string | null } | null };

type AlertResult_Refused_Fragment = { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string };

export type AlertResultFragment =
  | AlertResult_AlertChanged_Fragment
  | AlertResult_Refused_Fragment
;

export type AssignAlertMutationVariables = Exact<{
  id: string | number;
  assignee: string;
  key: string | number;
}>;


export type AssignAlertMutation = { readonly assignAlert:
    | { readonly __typename: 'AlertChanged', readonly alert: { readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null, readonly assignee: string | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type RecordVisitMutationVariables = Exact<{
  id: string | number;
  input: VisitInput;
  key: string | number;
}>;


export type RecordVisitMutation = { readonly recordVisit:
    | { readonly __typename: 'AlertChanged', readonly alert: { readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null, readonly assignee: string | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type CloseAlertMutationVariables = Exact<{
  id: string | number;
  outcome: AlertOutcome;
  note?: string | null | undefined;
  key: string | number;
}>;


export type CloseAlertMutation = { readonly closeAlert:
    | { readonly __typename: 'AlertChanged', readonly alert: { readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null, readonly assignee: string | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type AlertTimelinesQueryVariables = Exact<{
  filter?: AlertFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AlertTimelinesQuery = { readonly alerts: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string | null, readonly state: AlertState | null, readonly level: AlertLevel | null, readonly recipient: string | null, readonly informed: ReadonlyArray<string> | null, readonly timeline: ReadonlyArray<{ readonly at: string | null, readonly on: string | null, readonly kind: AlertEventKind | null, readonly actor: string | null, readonly organisation: string | null, readonly reason: string | null, readonly from: string | null, readonly to: string | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly name: string | null } | null, readonly visit: { readonly id: string | null, readonly visitedOn: string | null, readonly visitors: ReadonlyArray<string> | null, readonly purpose: VisitPurpose | null } | null }> | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type RosterQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type RosterQuery = { readonly roster: ReadonlyArray<{ readonly division: string | null, readonly role: PostRole | null, readonly onDuty: string | null, readonly standsInFor: string | null }> | null };

export type CaseCardFragment = { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null };

export type ReferralCardFragment = { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null };

export type CasesQueryVariables = Exact<{
  filter?: CaseFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CasesQuery = { readonly cases: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type CaseQueryVariables = Exact<{
  id: string | number;
}>;


export type CaseQuery = { readonly case: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly events: ReadonlyArray<{ readonly at: string | null, readonly on: string | null, readonly kind: CaseEventKind | null, readonly actor: string | null, readonly organisation: string | null, readonly referralId: string | null, readonly from: string | null, readonly to: string | null }> | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null };

export type ReferralsQueryVariables = Exact<{
  filter?: ReferralFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReferralsQuery = { readonly referrals: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null, readonly household: { readonly id: string } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type OpenCaseMutationVariables = Exact<{
  householdId: string | number;
  input: CaseOpeningInput;
  key: string | number;
}>;


export type OpenCaseMutation = { readonly openCase:
    | { readonly __typename: 'CaseChanged', readonly case: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type PlanCaseMutationVariables = Exact<{
  caseId: string | number;
  input: CasePlanInput;
  key: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type PlanCaseMutation = { readonly planCase:
    | { readonly __typename: 'CaseChanged', readonly case: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type CloseCaseMutationVariables = Exact<{
  caseId: string | number;
  outcome: CaseOutcome;
  note?: string | null | undefined;
  key: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type CloseCaseMutation = { readonly closeCase:
    | { readonly __typename: 'CaseChanged', readonly case: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

type CaseAnswer_CaseChanged_Fragment = { readonly __typename: 'CaseChanged', readonly case: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null };

type CaseAnswer_Refused_Fragment = { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string };

export type CaseAnswerFragment =
  | CaseAnswer_CaseChanged_Fragment
  | CaseAnswer_Refused_Fragment
;

export type ReferMutationVariables = Exact<{
  caseId: string | number;
  input: ReferralInput;
  key: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type ReferMutation = { readonly refer:
    | { readonly __typename: 'ReferralChanged', readonly referral: { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type AnswerReferralMutationVariables = Exact<{
  id: string | number;
  answer: ReferralAnswer;
  key: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type AnswerReferralMutation = { readonly answerReferral:
    | { readonly __typename: 'ReferralChanged', readonly referral: { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type EndReferralMutationVariables = Exact<{
  id: string | number;
  reason: ReferralEnd;
  key: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type EndReferralMutation = { readonly endReferral:
    | { readonly __typename: 'ReferralChanged', readonly referral: { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

type ReferralAnswered_ReferralChanged_Fragment = { readonly __typename: 'ReferralChanged', readonly referral: { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null } | null };

type ReferralAnswered_Refused_Fragment = { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string };

export type ReferralAnsweredFragment =
  | ReferralAnswered_ReferralChanged_Fragment
  | ReferralAnswered_Refused_Fragment
;

export type RecordClueMutationVariables = Exact<{
  input: ClueInput;
  key: string | number;
}>;


export type RecordClueMutation = { readonly recordClue:
    | { readonly __typename: 'ClueRecorded', readonly clueId: string | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type HouseholdCluesQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type HouseholdCluesQuery = { readonly household: { readonly id: string, readonly clues: ReadonlyArray<{ readonly id: string | null, readonly kind: ClueKind | null, readonly channel: ClueChannel | null, readonly occurredOn: string | null, readonly endedOn: string | null, readonly value: number | null, readonly areaCode: string | null, readonly source: string | null, readonly note: string | null, readonly recordedBy: string | null, readonly recordedAt: string | null, readonly person: { readonly id: string | null } | null, readonly conflicts: ReadonlyArray<{ readonly code: ClueConflictCode | null, readonly source: string | null, readonly on: string | null }> | null }> | null } | null };

export type FeedsQueryVariables = Exact<{ [key: string]: never; }>;


export type FeedsQuery = { readonly feeds: ReadonlyArray<{ readonly agency: string | null, readonly recordType: string | null, readonly lastDeliveredAt: string | null, readonly dataAsOf: string | null, readonly freshness: Freshness | null, readonly batches: ReadonlyArray<{ readonly id: string | null, readonly startedAt: string | null, readonly finishedAt: string | null, readonly rows: number | null, readonly accepted: number | null, readonly unchanged: number | null, readonly superseded: number | null, readonly quarantined: number | null, readonly ended: number | null, readonly state: BatchState | null }> | null }> | null };

export type QuarantineQueryVariables = Exact<{
  agency?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type QuarantineQuery = { readonly quarantine: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string | null, readonly recordType: string | null, readonly file: string | null, readonly row: number | null, readonly raw: unknown, readonly reasons: ReadonlyArray<{ readonly column: string | null, readonly code: string | null, readonly message: string | null }> | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type HouseholdProfileQueryVariables = Exact<{
  residentId: string;
  asOf?: string | null | undefined;
}>;


export type HouseholdProfileQuery = { readonly householdByResident: { readonly id: string, readonly kind: HouseholdKind | null, readonly number: string | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly address: string | null, readonly asOf: string, readonly registeredClass: string | null, readonly annualIncome: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly members: ReadonlyArray<{ readonly relationshipToHead: string | null, readonly person: { readonly id: string | null, readonly name: string | null, readonly residentId: string | null, readonly sex: string | null, readonly birthDate: string | null, readonly age: number | null, readonly phone: string | null, readonly alive: boolean | null, readonly civilAffairs: { readonly status: FactStatus | null, readonly asOf: string | null, readonly diedOn: string | null, readonly payments: ReadonlyArray<{ readonly programme: string | null, readonly month: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly healthInsurance: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly insuranceType: string | null, readonly year: number | null, readonly status: string | null }> | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly settlements: ReadonlyArray<{ readonly settlementId: string | null, readonly type: string | null, readonly settledAt: string | null, readonly total: string | null, readonly fundPaid: string | null, readonly selfPaid: string | null, readonly refund: boolean | null }> | null, readonly chronicRegistrations: ReadonlyArray<{ readonly diseaseCode: string | null, readonly diseaseName: string | null, readonly beganOn: string | null, readonly endedOn: string | null }> | null } | null, readonly education: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly school: string | null, readonly stage: string | null, readonly grade: string | null, readonly status: string | null, readonly homeTaught: boolean | null }> | null, readonly hardship: ReadonlyArray<{ readonly schoolYear: string | null, readonly level: string | null }> | null, readonly aid: ReadonlyArray<{ readonly term: string | null, readonly item: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly humanResources: { readonly status: FactStatus | null, readonly asOf: string | null, readonly lastContributionMonth: string | null, readonly contributionGapMonths: number | null, readonly contributions: ReadonlyArray<{ readonly month: string | null, readonly employer: string | null, readonly base: string | null, readonly status: string | null }> | null, readonly unemployment: ReadonlyArray<{ readonly registeredOn: string | null, readonly benefitFrom: string | null, readonly benefitTo: string | null, readonly status: string | null, readonly hardToEmploy: boolean | null }> | null, readonly pensions: ReadonlyArray<{ readonly kind: string | null, readonly monthlyAmount: string | null, readonly status: string | null }> | null } | null, readonly disability: { readonly status: FactStatus | null, readonly asOf: string | null, readonly certificate: { readonly category: string | null, readonly level: string | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly status: string | null } | null, readonly services: ReadonlyArray<{ readonly item: string | null, readonly servedOn: string | null, readonly amount: string | null }> | null } | null } | null }> | null } | null };

export type HouseholdByIdQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type HouseholdByIdQuery = { readonly household: { readonly id: string, readonly kind: HouseholdKind | null, readonly number: string | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly address: string | null, readonly asOf: string, readonly registeredClass: string | null, readonly annualIncome: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly members: ReadonlyArray<{ readonly relationshipToHead: string | null, readonly person: { readonly id: string | null, readonly name: string | null, readonly residentId: string | null, readonly sex: string | null, readonly birthDate: string | null, readonly age: number | null, readonly phone: string | null, readonly alive: boolean | null, readonly civilAffairs: { readonly status: FactStatus | null, readonly asOf: string | null, readonly diedOn: string | null, readonly payments: ReadonlyArray<{ readonly programme: string | null, readonly month: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly healthInsurance: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly insuranceType: string | null, readonly year: number | null, readonly status: string | null }> | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly settlements: ReadonlyArray<{ readonly settlementId: string | null, readonly type: string | null, readonly settledAt: string | null, readonly total: string | null, readonly fundPaid: string | null, readonly selfPaid: string | null, readonly refund: boolean | null }> | null, readonly chronicRegistrations: ReadonlyArray<{ readonly diseaseCode: string | null, readonly diseaseName: string | null, readonly beganOn: string | null, readonly endedOn: string | null }> | null } | null, readonly education: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly school: string | null, readonly stage: string | null, readonly grade: string | null, readonly status: string | null, readonly homeTaught: boolean | null }> | null, readonly hardship: ReadonlyArray<{ readonly schoolYear: string | null, readonly level: string | null }> | null, readonly aid: ReadonlyArray<{ readonly term: string | null, readonly item: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly humanResources: { readonly status: FactStatus | null, readonly asOf: string | null, readonly lastContributionMonth: string | null, readonly contributionGapMonths: number | null, readonly contributions: ReadonlyArray<{ readonly month: string | null, readonly employer: string | null, readonly base: string | null, readonly status: string | null }> | null, readonly unemployment: ReadonlyArray<{ readonly registeredOn: string | null, readonly benefitFrom: string | null, readonly benefitTo: string | null, readonly status: string | null, readonly hardToEmploy: boolean | null }> | null, readonly pensions: ReadonlyArray<{ readonly kind: string | null, readonly monthlyAmount: string | null, readonly status: string | null }> | null } | null, readonly disability: { readonly status: FactStatus | null, readonly asOf: string | null, readonly certificate: { readonly category: string | null, readonly level: string | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly status: string | null } | null, readonly services: ReadonlyArray<{ readonly item: string | null, readonly servedOn: string | null, readonly amount: string | null }> | null } | null } | null }> | null } | null };

export type FindHouseholdsQueryVariables = Exact<{
  filter: HouseholdFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type FindHouseholdsQuery = { readonly households: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly kind: HouseholdKind | null, readonly streetCode: string | null, readonly registeredClass: string | null, readonly members: ReadonlyArray<{ readonly person: { readonly id: string | null, readonly name: string | null } | null }> | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ProfileFragment = { readonly id: string, readonly kind: HouseholdKind | null, readonly number: string | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly address: string | null, readonly asOf: string, readonly registeredClass: string | null, readonly annualIncome: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly members: ReadonlyArray<{ readonly relationshipToHead: string | null, readonly person: { readonly id: string | null, readonly name: string | null, readonly residentId: string | null, readonly sex: string | null, readonly birthDate: string | null, readonly age: number | null, readonly phone: string | null, readonly alive: boolean | null, readonly civilAffairs: { readonly status: FactStatus | null, readonly asOf: string | null, readonly diedOn: string | null, readonly payments: ReadonlyArray<{ readonly programme: string | null, readonly month: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly healthInsurance: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly insuranceType: string | null, readonly year: number | null, readonly status: string | null }> | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly settlements: ReadonlyArray<{ readonly settlementId: string | null, readonly type: string | null, readonly settledAt: string | null, readonly total: string | null, readonly fundPaid: string | null, readonly selfPaid: string | null, readonly refund: boolean | null }> | null, readonly chronicRegistrations: ReadonlyArray<{ readonly diseaseCode: string | null, readonly diseaseName: string | null, readonly beganOn: string | null, readonly endedOn: string | null }> | null } | null, readonly education: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly school: string | null, readonly stage: string | null, readonly grade: string | null, readonly status: string | null, readonly homeTaught: boolean | null }> | null, readonly hardship: ReadonlyArray<{ readonly schoolYear: string | null, readonly level: string | null }> | null, readonly aid: ReadonlyArray<{ readonly term: string | null, readonly item: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly humanResources: { readonly status: FactStatus | null, readonly asOf: string | null, readonly lastContributionMonth: string | null, readonly contributionGapMonths: number | null, readonly contributions: ReadonlyArray<{ readonly month: string | null, readonly employer: string | null, readonly base: string | null, readonly status: string | null }> | null, readonly unemployment: ReadonlyArray<{ readonly registeredOn: string | null, readonly benefitFrom: string | null, readonly benefitTo: string | null, readonly status: string | null, readonly hardToEmploy: boolean | null }> | null, readonly pensions: ReadonlyArray<{ readonly kind: string | null, readonly monthlyAmount: string | null, readonly status: string | null }> | null } | null, readonly disability: { readonly status: FactStatus | null, readonly asOf: string | null, readonly certificate: { readonly category: string | null, readonly level: string | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly status: string | null } | null, readonly services: ReadonlyArray<{ readonly item: string | null, readonly servedOn: string | null, readonly amount: string | null }> | null } | null } | null }> | null };

export type MoneyFactFragment = { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null };

export type MemberFragment = { readonly id: string | null, readonly name: string | null, readonly residentId: string | null, readonly sex: string | null, readonly birthDate: string | null, readonly age: number | null, readonly phone: string | null, readonly alive: boolean | null, readonly civilAffairs: { readonly status: FactStatus | null, readonly asOf: string | null, readonly diedOn: string | null, readonly payments: ReadonlyArray<{ readonly programme: string | null, readonly month: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly healthInsurance: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly insuranceType: string | null, readonly year: number | null, readonly status: string | null }> | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly settlements: ReadonlyArray<{ readonly settlementId: string | null, readonly type: string | null, readonly settledAt: string | null, readonly total: string | null, readonly fundPaid: string | null, readonly selfPaid: string | null, readonly refund: boolean | null }> | null, readonly chronicRegistrations: ReadonlyArray<{ readonly diseaseCode: string | null, readonly diseaseName: string | null, readonly beganOn: string | null, readonly endedOn: string | null }> | null } | null, readonly education: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly school: string | null, readonly stage: string | null, readonly grade: string | null, readonly status: string | null, readonly homeTaught: boolean | null }> | null, readonly hardship: ReadonlyArray<{ readonly schoolYear: string | null, readonly level: string | null }> | null, readonly aid: ReadonlyArray<{ readonly term: string | null, readonly item: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly humanResources: { readonly status: FactStatus | null, readonly asOf: string | null, readonly lastContributionMonth: string | null, readonly contributionGapMonths: number | null, readonly contributions: ReadonlyArray<{ readonly month: string | null, readonly employer: string | null, readonly base: string | null, readonly status: string | null }> | null, readonly unemployment: ReadonlyArray<{ readonly registeredOn: string | null, readonly benefitFrom: string | null, readonly benefitTo: string | null, readonly status: string | null, readonly hardToEmploy: boolean | null }> | null, readonly pensions: ReadonlyArray<{ readonly kind: string | null, readonly monthlyAmount: string | null, readonly status: string | null }> | null } | null, readonly disability: { readonly status: FactStatus | null, readonly asOf: string | null, readonly certificate: { readonly category: string | null, readonly level: string | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly status: string | null } | null, readonly services: ReadonlyArray<{ readonly item: string | null, readonly servedOn: string | null, readonly amount: string | null }> | null } | null };

export type AlertLearningQueryVariables = Exact<{
  by: LearningKey;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type AlertLearningQuery = { readonly alertLearning: ReadonlyArray<{ readonly key: string | null, readonly closed: number | null, readonly decided: number | null, readonly confirmed: number | null, readonly alreadyServed: number | null, readonly refuted: number | null, readonly unreached: number | null, readonly precision: number | null, readonly hoursToContact: number | null }> | null };

export type RulesToRetireQueryVariables = Exact<{
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type RulesToRetireQuery = { readonly rulesToRetire: ReadonlyArray<{ readonly key: string | null, readonly decided: number | null, readonly precision: number | null }> | null };

export type AssistanceCoverageQueryVariables = Exact<{ [key: string]: never; }>;


export type AssistanceCoverageQuery = { readonly assistanceCoverage: ReadonlyArray<{ readonly streetCode: string | null, readonly served: number | null, readonly confirmedUnserved: number | null, readonly coverage: number | null }> | null };

export type ReviewsQueryVariables = Exact<{
  filter?: ReviewFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ReviewsQuery = { readonly reviews: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly kind: ReviewKind | null, readonly cadence: string | null, readonly lastReviewedOn: string | null, readonly dueOn: string | null, readonly state: ReviewState | null, readonly household: { readonly id: string, readonly streetCode: string | null, readonly committeeCode: string | null, readonly registeredClass: string | null } | null, readonly alert: { readonly id: string | null, readonly state: AlertState | null, readonly severity: Severity | null } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ReviewsByStreetQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewsByStreetQuery = { readonly reviewsByStreet: ReadonlyArray<{ readonly streetCode: string | null, readonly overdue: number | null, readonly due: number | null, readonly planned: number | null }> | null };

export type RecordHouseholdVisitMutationVariables = Exact<{
  householdId: string | number;
  input: VisitInput;
  key: string | number;
}>;


export type RecordHouseholdVisitMutation = { readonly recordHouseholdVisit:
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
    | { readonly __typename: 'VisitRecorded', readonly alert: { readonly id: string | null, readonly state: AlertState | null } | null }
   | null };

export type DrawSpotChecksMutationVariables = Exact<{
  division: string;
  size: number;
  key: string | number;
}>;


export type DrawSpotChecksMutation = { readonly drawSpotChecks:
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
    | { readonly __typename: 'SpotChecksDrawn', readonly division: string | null, readonly drawnOn: string | null, readonly seed: string | null, readonly population: number | null, readonly householdIds: ReadonlyArray<string> | null }
   | null };

export type RulesQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type RulesQuery = { readonly rules: ReadonlyArray<{ readonly id: string | null, readonly version: number | null, readonly name: string | null, readonly severity: Severity | null, readonly expression: string | null, readonly policyBasis: string | null, readonly effectiveFrom: string | null, readonly effectiveTo: string | null, readonly basisStatus: BasisStatus | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null, readonly unit: string | null, readonly source: string | null }> | null }> | null };

export type TryRuleQueryVariables = Exact<{
  rule: RuleDraft;
  asOf?: string | null | undefined;
}>;


export type TryRuleQuery = { readonly tryRule: { readonly matched: number | null, readonly added: number | null, readonly removed: number | null, readonly unknown: number | null, readonly byStreet: ReadonlyArray<{ readonly streetCode: string | null, readonly matched: number | null, readonly added: number | null, readonly removed: number | null }> | null, readonly sample: ReadonlyArray<{ readonly change: RuleTrialChange | null, readonly reason: string | null, readonly household: { readonly id: string } | null }> | null } | null };

export type ExplainRuleQueryVariables = Exact<{
  householdId: string | number;
  ruleId: string | number;
  asOf?: string | null | undefined;
}>;


export type ExplainRuleQuery = { readonly explainRule: { readonly result: RuleWord | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly name: string | null } | null, readonly nearest: { readonly text: string | null, readonly personId: string | null, readonly left: string | null, readonly operator: string | null, readonly right: string | null } | null, readonly missing: ReadonlyArray<{ readonly text: string | null, readonly personId: string | null, readonly sources: ReadonlyArray<string> | null, readonly because: MissingBecause | null }> | null, readonly trace: { readonly text: string | null, readonly result: TraceResult | null, readonly personId: string | null, readonly left: string | null, readonly operator: string | null, readonly right: string | null, readonly sources: ReadonlyArray<string> | null, readonly parts: ReadonlyArray<{ readonly text: string | null, readonly result: TraceResult | null, readonly personId: string | null, readonly left: string | null, readonly operator: string | null, readonly right: string | null, readonly sources: ReadonlyArray<string> | null, readonly parts: ReadonlyArray<{ readonly text: string | null, readonly result: TraceResult | null, readonly personId: string | null, readonly left: string | null, readonly operator: string | null, readonly right: string | null, readonly sources: ReadonlyArray<string> | null }> | null }> | null } | null } | null };

export type StepFragment = { readonly text: string | null, readonly result: TraceResult | null, readonly personId: string | null, readonly left: string | null, readonly operator: string | null, readonly right: string | null, readonly sources: ReadonlyArray<string> | null };

export type IdentityReviewsQueryVariables = Exact<{
  states?: ReadonlyArray<IdentityReviewState> | IdentityReviewState | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type IdentityReviewsQuery = { readonly identityReviews: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly id: string | null, readonly recordType: string | null, readonly sourceKey: string | null, readonly reason: string | null, readonly state: IdentityReviewState | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly candidates: ReadonlyArray<{ readonly id: string | null, readonly name: string | null, readonly residentId: string | null, readonly birthDate: string | null }> | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type DecideIdentityReviewMutationVariables = Exact<{
  id: string | number;
  personId?: string | number | null | undefined;
  reason: string;
  key: string | number;
}>;


export type DecideIdentityReviewMutation = { readonly decideIdentityReview:
    | { readonly __typename: 'IdentityReviewChanged', readonly review: { readonly id: string | null, readonly state: IdentityReviewState | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type PersonLinksQueryVariables = Exact<{
  personId: string | number;
}>;


export type PersonLinksQuery = { readonly personLinks: ReadonlyArray<{ readonly method: string | null, readonly evidence: unknown, readonly linkedAt: string | null, readonly records: ReadonlyArray<{ readonly recordType: string | null, readonly sourceKey: string | null }> | null }> | null };

export type UndoLinkMutationVariables = Exact<{
  recordType: string;
  sourceKey: string;
  reason: string;
  key: string | number;
}>;


export type UndoLinkMutation = { readonly undoLink:
    | { readonly __typename: 'LinkUndone', readonly recordType: string | null, readonly sourceKey: string | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type ResubmitQuarantinedRowMutationVariables = Exact<{
  id: string | number;
  cells: ReadonlyArray<CellInput> | CellInput;
  key: string | number;
}>;


export type ResubmitQuarantinedRowMutation = { readonly resubmitQuarantinedRow:
    | { readonly __typename: 'QuarantinedRowChanged', readonly row: { readonly id: string | null, readonly state: QuarantineState | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type FindingsQueryVariables = Exact<{
  agency?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FindingsQuery = { readonly findings: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly agency: string | null, readonly recordType: string | null, readonly file: string | null, readonly row: number | null, readonly sourceKey: string | null, readonly column: string | null, readonly code: string | null, readonly message: string | null, readonly foundAt: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export const AlertCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"policyBasis"}}]}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeenOn"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignee"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]} as unknown as DocumentNode<AlertCardFragment, unknown>;
export const AlertResultFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertResult"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AlertResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AlertChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<AlertResultFragment, unknown>;
export const ReferralCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ReferralCardFragment, unknown>;
export const CaseCardFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"adviser"}},{"kind":"Field","name":{"kind":"Name","value":"goal"}},{"kind":"Field","name":{"kind":"Name","value":"nextContactOn"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsReferral"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"closingNote"}},{"kind":"Field","name":{"kind":"Name","value":"alerts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<CaseCardFragment, unknown>;
export const CaseAnswerFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseCard"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"adviser"}},{"kind":"Field","name":{"kind":"Name","value":"goal"}},{"kind":"Field","name":{"kind":"Name","value":"nextContactOn"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsReferral"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"closingNote"}},{"kind":"Field","name":{"kind":"Name","value":"alerts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<CaseAnswerFragment, unknown>;
export const ReferralAnsweredFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralAnswered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ReferralAnsweredFragment, unknown>;
export const MoneyFactFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyFact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoneyFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]} as unknown as DocumentNode<MoneyFactFragment, unknown>;
export const MemberFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"residentId"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"age"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"alive"}},{"kind":"Field","name":{"kind":"Name","value":"civilAffairs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"6"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"programme"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"diedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"healthInsurance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insuranceType"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outOfPocket12Months"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"settlements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"12"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settlementId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"fundPaid"}},{"kind":"Field","name":{"kind":"Name","value":"selfPaid"}},{"kind":"Field","name":{"kind":"Name","value":"refund"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chronicRegistrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"diseaseCode"}},{"kind":"Field","name":{"kind":"Name","value":"diseaseName"}},{"kind":"Field","name":{"kind":"Name","value":"beganOn"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"education"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"school"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"homeTaught"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hardship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolYear"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"aid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"term"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"humanResources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"lastContributionMonth"}},{"kind":"Field","name":{"kind":"Name","value":"contributionGapMonths"}},{"kind":"Field","name":{"kind":"Name","value":"contributions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"24"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"employer"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unemployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registeredOn"}},{"kind":"Field","name":{"kind":"Name","value":"benefitFrom"}},{"kind":"Field","name":{"kind":"Name","value":"benefitTo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"hardToEmploy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"monthlyAmount"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"certificate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"services"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"servedOn"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyFact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoneyFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]} as unknown as DocumentNode<MemberFragment, unknown>;
export const ProfileFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Profile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"registeredClass"}},{"kind":"Field","name":{"kind":"Name","value":"annualIncome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outOfPocket12Months"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"relationshipToHead"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Member"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyFact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoneyFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"residentId"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"age"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"alive"}},{"kind":"Field","name":{"kind":"Name","value":"civilAffairs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"6"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"programme"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"diedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"healthInsurance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insuranceType"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outOfPocket12Months"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"settlements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"12"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settlementId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"fundPaid"}},{"kind":"Field","name":{"kind":"Name","value":"selfPaid"}},{"kind":"Field","name":{"kind":"Name","value":"refund"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chronicRegistrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"diseaseCode"}},{"kind":"Field","name":{"kind":"Name","value":"diseaseName"}},{"kind":"Field","name":{"kind":"Name","value":"beganOn"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"education"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"school"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"homeTaught"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hardship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolYear"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"aid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"term"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"humanResources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"lastContributionMonth"}},{"kind":"Field","name":{"kind":"Name","value":"contributionGapMonths"}},{"kind":"Field","name":{"kind":"Name","value":"contributions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"24"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"employer"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unemployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registeredOn"}},{"kind":"Field","name":{"kind":"Name","value":"benefitFrom"}},{"kind":"Field","name":{"kind":"Name","value":"benefitTo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"hardToEmploy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"monthlyAmount"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"certificate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"services"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"servedOn"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}}]} as unknown as DocumentNode<ProfileFragment, unknown>;
export const StepFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Step"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TraceStep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"left"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}}]}}]} as unknown as DocumentNode<StepFragment, unknown>;
export const OpenAlertsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenAlerts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AlertFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alerts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Alert"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"raisedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueAt"}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"policyBasis"}}]}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"firstSeenOn"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assignee"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]} as unknown as DocumentNode<OpenAlertsQuery, OpenAlertsQueryVariables>;
export const AssignAlertDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssignAlert"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"assignee"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assignAlert"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"assignee"},"value":{"kind":"Variable","name":{"kind":"Name","value":"assignee"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertResult"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertResult"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AlertResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AlertChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<AssignAlertMutation, AssignAlertMutationVariables>;
export const RecordVisitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordVisit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VisitInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordVisit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"alertId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertResult"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertResult"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AlertResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AlertChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<RecordVisitMutation, RecordVisitMutationVariables>;
export const CloseAlertDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseAlert"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AlertOutcome"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"note"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeAlert"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"note"},"value":{"kind":"Variable","name":{"kind":"Name","value":"note"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AlertResult"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AlertResult"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AlertResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AlertChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"assignee"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<CloseAlertMutation, CloseAlertMutationVariables>;
export const AlertTimelinesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AlertTimelines"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AlertFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alerts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"recipient"}},{"kind":"Field","name":{"kind":"Name","value":"informed"}},{"kind":"Field","name":{"kind":"Name","value":"timeline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"visit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"visitedOn"}},{"kind":"Field","name":{"kind":"Name","value":"visitors"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<AlertTimelinesQuery, AlertTimelinesQueryVariables>;
export const RosterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Roster"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"roster"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"division"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"onDuty"}},{"kind":"Field","name":{"kind":"Name","value":"standsInFor"}}]}}]}}]} as unknown as DocumentNode<RosterQuery, RosterQueryVariables>;
export const CasesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Cases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseCard"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"adviser"}},{"kind":"Field","name":{"kind":"Name","value":"goal"}},{"kind":"Field","name":{"kind":"Name","value":"nextContactOn"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsReferral"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"closingNote"}},{"kind":"Field","name":{"kind":"Name","value":"alerts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<CasesQuery, CasesQueryVariables>;
export const CaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Case"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseCard"}},{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"referralId"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"adviser"}},{"kind":"Field","name":{"kind":"Name","value":"goal"}},{"kind":"Field","name":{"kind":"Name","value":"nextContactOn"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsReferral"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"closingNote"}},{"kind":"Field","name":{"kind":"Name","value":"alerts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<CaseQuery, CaseQueryVariables>;
export const ReferralsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Referrals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referrals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<ReferralsQuery, ReferralsQueryVariables>;
export const OpenCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OpenCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"householdId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseOpeningInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"openCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"householdId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"householdId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"adviser"}},{"kind":"Field","name":{"kind":"Name","value":"goal"}},{"kind":"Field","name":{"kind":"Name","value":"nextContactOn"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsReferral"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"closingNote"}},{"kind":"Field","name":{"kind":"Name","value":"alerts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseCard"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<OpenCaseMutation, OpenCaseMutationVariables>;
export const PlanCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PlanCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"caseId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CasePlanInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"planCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"caseId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"caseId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"adviser"}},{"kind":"Field","name":{"kind":"Name","value":"goal"}},{"kind":"Field","name":{"kind":"Name","value":"nextContactOn"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsReferral"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"closingNote"}},{"kind":"Field","name":{"kind":"Name","value":"alerts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseCard"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<PlanCaseMutation, PlanCaseMutationVariables>;
export const CloseCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CloseCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"caseId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CaseOutcome"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"note"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closeCase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"caseId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"caseId"}}},{"kind":"Argument","name":{"kind":"Name","value":"outcome"},"value":{"kind":"Variable","name":{"kind":"Name","value":"outcome"}}},{"kind":"Argument","name":{"kind":"Name","value":"note"},"value":{"kind":"Variable","name":{"kind":"Name","value":"note"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseAnswer"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Case"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"origin"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"adviser"}},{"kind":"Field","name":{"kind":"Name","value":"goal"}},{"kind":"Field","name":{"kind":"Name","value":"nextContactOn"}},{"kind":"Field","name":{"kind":"Name","value":"awaitsReferral"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"closingNote"}},{"kind":"Field","name":{"kind":"Name","value":"alerts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}},{"kind":"Field","name":{"kind":"Name","value":"referrals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseAnswer"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"case"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseCard"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<CloseCaseMutation, CloseCaseMutationVariables>;
export const ReferDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Refer"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"caseId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refer"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"caseId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"caseId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralAnswered"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralAnswered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<ReferMutation, ReferMutationVariables>;
export const AnswerReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AnswerReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"answer"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralAnswer"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answerReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"answer"},"value":{"kind":"Variable","name":{"kind":"Name","value":"answer"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralAnswered"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralAnswered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<AnswerReferralMutation, AnswerReferralMutationVariables>;
export const EndReferralDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndReferral"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralEnd"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endReferral"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"expectedVersion"},"value":{"kind":"Variable","name":{"kind":"Name","value":"expectedVersion"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralAnswered"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralCard"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Referral"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"}},{"kind":"Field","name":{"kind":"Name","value":"need"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"endedAt"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReferralAnswered"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReferralChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"referral"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReferralCard"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]} as unknown as DocumentNode<EndReferralMutation, EndReferralMutationVariables>;
export const RecordClueDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordClue"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ClueInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordClue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ClueRecorded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"clueId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]}}]} as unknown as DocumentNode<RecordClueMutation, RecordClueMutationVariables>;
export const HouseholdCluesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HouseholdClues"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"household"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"clues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"occurredOn"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"areaCode"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"recordedBy"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"conflicts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"on"}}]}}]}}]}}]}}]} as unknown as DocumentNode<HouseholdCluesQuery, HouseholdCluesQueryVariables>;
export const FeedsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Feeds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"feeds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agency"}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"lastDeliveredAt"}},{"kind":"Field","name":{"kind":"Name","value":"dataAsOf"}},{"kind":"Field","name":{"kind":"Name","value":"freshness"}},{"kind":"Field","name":{"kind":"Name","value":"batches"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"unchanged"}},{"kind":"Field","name":{"kind":"Name","value":"superseded"}},{"kind":"Field","name":{"kind":"Name","value":"quarantined"}},{"kind":"Field","name":{"kind":"Name","value":"ended"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]} as unknown as DocumentNode<FeedsQuery, FeedsQueryVariables>;
export const QuarantineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Quarantine"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"agency"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quarantine"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"agency"},"value":{"kind":"Variable","name":{"kind":"Name","value":"agency"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"file"}},{"kind":"Field","name":{"kind":"Name","value":"row"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"Field","name":{"kind":"Name","value":"raw"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<QuarantineQuery, QuarantineQueryVariables>;
export const HouseholdProfileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HouseholdProfile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResidentId"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"householdByResident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"residentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Profile"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyFact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoneyFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"residentId"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"age"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"alive"}},{"kind":"Field","name":{"kind":"Name","value":"civilAffairs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"6"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"programme"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"diedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"healthInsurance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insuranceType"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outOfPocket12Months"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"settlements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"12"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settlementId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"fundPaid"}},{"kind":"Field","name":{"kind":"Name","value":"selfPaid"}},{"kind":"Field","name":{"kind":"Name","value":"refund"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chronicRegistrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"diseaseCode"}},{"kind":"Field","name":{"kind":"Name","value":"diseaseName"}},{"kind":"Field","name":{"kind":"Name","value":"beganOn"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"education"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"school"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"homeTaught"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hardship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolYear"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"aid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"term"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"humanResources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"lastContributionMonth"}},{"kind":"Field","name":{"kind":"Name","value":"contributionGapMonths"}},{"kind":"Field","name":{"kind":"Name","value":"contributions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"24"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"employer"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unemployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registeredOn"}},{"kind":"Field","name":{"kind":"Name","value":"benefitFrom"}},{"kind":"Field","name":{"kind":"Name","value":"benefitTo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"hardToEmploy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"monthlyAmount"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"certificate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"services"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"servedOn"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Profile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"registeredClass"}},{"kind":"Field","name":{"kind":"Name","value":"annualIncome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outOfPocket12Months"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"relationshipToHead"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Member"}}]}}]}}]}}]} as unknown as DocumentNode<HouseholdProfileQuery, HouseholdProfileQueryVariables>;
export const HouseholdByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HouseholdById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"household"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Profile"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyFact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MoneyFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Person"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"residentId"}},{"kind":"Field","name":{"kind":"Name","value":"sex"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"age"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"alive"}},{"kind":"Field","name":{"kind":"Name","value":"civilAffairs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"6"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"programme"}},{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"diedOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"healthInsurance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"insuranceType"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outOfPocket12Months"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"settlements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"12"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settlementId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"fundPaid"}},{"kind":"Field","name":{"kind":"Name","value":"selfPaid"}},{"kind":"Field","name":{"kind":"Name","value":"refund"}}]}},{"kind":"Field","name":{"kind":"Name","value":"chronicRegistrations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"diseaseCode"}},{"kind":"Field","name":{"kind":"Name","value":"diseaseName"}},{"kind":"Field","name":{"kind":"Name","value":"beganOn"}},{"kind":"Field","name":{"kind":"Name","value":"endedOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"education"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"school"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"homeTaught"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hardship"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolYear"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"aid"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"term"}},{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"paidOn"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"humanResources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"lastContributionMonth"}},{"kind":"Field","name":{"kind":"Name","value":"contributionGapMonths"}},{"kind":"Field","name":{"kind":"Name","value":"contributions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"months"},"value":{"kind":"IntValue","value":"24"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"month"}},{"kind":"Field","name":{"kind":"Name","value":"employer"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unemployment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registeredOn"}},{"kind":"Field","name":{"kind":"Name","value":"benefitFrom"}},{"kind":"Field","name":{"kind":"Name","value":"benefitTo"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"hardToEmploy"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"monthlyAmount"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disability"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"certificate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"category"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"expiresOn"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"services"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"item"}},{"kind":"Field","name":{"kind":"Name","value":"servedOn"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Profile"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Household"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"registeredClass"}},{"kind":"Field","name":{"kind":"Name","value":"annualIncome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"outOfPocket12Months"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"relationshipToHead"}},{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Member"}}]}}]}}]}}]} as unknown as DocumentNode<HouseholdByIdQuery, HouseholdByIdQueryVariables>;
export const FindHouseholdsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindHouseholds"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"HouseholdFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"households"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"registeredClass"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<FindHouseholdsQuery, FindHouseholdsQueryVariables>;
export const AlertLearningDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AlertLearning"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LearningKey"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alertLearning"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"closed"}},{"kind":"Field","name":{"kind":"Name","value":"decided"}},{"kind":"Field","name":{"kind":"Name","value":"confirmed"}},{"kind":"Field","name":{"kind":"Name","value":"alreadyServed"}},{"kind":"Field","name":{"kind":"Name","value":"refuted"}},{"kind":"Field","name":{"kind":"Name","value":"unreached"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}},{"kind":"Field","name":{"kind":"Name","value":"hoursToContact"}}]}}]}}]} as unknown as DocumentNode<AlertLearningQuery, AlertLearningQueryVariables>;
export const RulesToRetireDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RulesToRetire"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rulesToRetire"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"decided"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}}]}}]} as unknown as DocumentNode<RulesToRetireQuery, RulesToRetireQueryVariables>;
export const AssistanceCoverageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AssistanceCoverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assistanceCoverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"served"}},{"kind":"Field","name":{"kind":"Name","value":"confirmedUnserved"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"}}]}}]}}]} as unknown as DocumentNode<AssistanceCoverageQuery, AssistanceCoverageQueryVariables>;
export const ReviewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Reviews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ReviewFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviews"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"cadence"}},{"kind":"Field","name":{"kind":"Name","value":"lastReviewedOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"committeeCode"}},{"kind":"Field","name":{"kind":"Name","value":"registeredClass"}}]}},{"kind":"Field","name":{"kind":"Name","value":"alert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ReviewsQuery, ReviewsQueryVariables>;
export const ReviewsByStreetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReviewsByStreet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reviewsByStreet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"planned"}}]}}]}}]} as unknown as DocumentNode<ReviewsByStreetQuery, ReviewsByStreetQueryVariables>;
export const RecordHouseholdVisitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordHouseholdVisit"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"householdId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VisitInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordHouseholdVisit"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"householdId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"householdId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"VisitRecorded"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"alert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]}}]} as unknown as DocumentNode<RecordHouseholdVisitMutation, RecordHouseholdVisitMutationVariables>;
export const DrawSpotChecksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DrawSpotChecks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"division"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"size"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"drawSpotChecks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"division"},"value":{"kind":"Variable","name":{"kind":"Name","value":"division"}}},{"kind":"Argument","name":{"kind":"Name","value":"size"},"value":{"kind":"Variable","name":{"kind":"Name","value":"size"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SpotChecksDrawn"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"division"}},{"kind":"Field","name":{"kind":"Name","value":"drawnOn"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"population"}},{"kind":"Field","name":{"kind":"Name","value":"householdIds"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]}}]} as unknown as DocumentNode<DrawSpotChecksMutation, DrawSpotChecksMutationVariables>;
export const RulesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Rules"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"expression"}},{"kind":"Field","name":{"kind":"Name","value":"policyBasis"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveFrom"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveTo"}},{"kind":"Field","name":{"kind":"Name","value":"basisStatus"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}}]}}]}}]} as unknown as DocumentNode<RulesQuery, RulesQueryVariables>;
export const TryRuleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TryRule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"rule"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RuleDraft"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tryRule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"rule"},"value":{"kind":"Variable","name":{"kind":"Name","value":"rule"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matched"}},{"kind":"Field","name":{"kind":"Name","value":"added"}},{"kind":"Field","name":{"kind":"Name","value":"removed"}},{"kind":"Field","name":{"kind":"Name","value":"unknown"}},{"kind":"Field","name":{"kind":"Name","value":"byStreet"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"streetCode"}},{"kind":"Field","name":{"kind":"Name","value":"matched"}},{"kind":"Field","name":{"kind":"Name","value":"added"}},{"kind":"Field","name":{"kind":"Name","value":"removed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sample"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"household"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"change"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}}]}}]}}]} as unknown as DocumentNode<TryRuleQuery, TryRuleQueryVariables>;
export const ExplainRuleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainRule"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"householdId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ruleId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainRule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"householdId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"householdId"}}},{"kind":"Argument","name":{"kind":"Name","value":"ruleId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ruleId"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"nearest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"left"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"right"}}]}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trace"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Step"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Step"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Step"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Step"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TraceStep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"personId"}},{"kind":"Field","name":{"kind":"Name","value":"left"}},{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"right"}},{"kind":"Field","name":{"kind":"Name","value":"sources"}}]}}]} as unknown as DocumentNode<ExplainRuleQuery, ExplainRuleQueryVariables>;
export const IdentityReviewsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IdentityReviews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"states"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IdentityReviewState"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"identityReviews"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"states"},"value":{"kind":"Variable","name":{"kind":"Name","value":"states"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceKey"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"openedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"residentId"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<IdentityReviewsQuery, IdentityReviewsQueryVariables>;
export const DecideIdentityReviewDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DecideIdentityReview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"personId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"decideIdentityReview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"personId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"personId"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"IdentityReviewChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"review"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]}}]} as unknown as DocumentNode<DecideIdentityReviewMutation, DecideIdentityReviewMutationVariables>;
export const PersonLinksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PersonLinks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"personId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"personLinks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"personId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"personId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"evidence"}},{"kind":"Field","name":{"kind":"Name","value":"linkedAt"}},{"kind":"Field","name":{"kind":"Name","value":"records"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceKey"}}]}}]}}]}}]} as unknown as DocumentNode<PersonLinksQuery, PersonLinksQueryVariables>;
export const UndoLinkDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UndoLink"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"recordType"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sourceKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"undoLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"recordType"},"value":{"kind":"Variable","name":{"kind":"Name","value":"recordType"}}},{"kind":"Argument","name":{"kind":"Name","value":"sourceKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sourceKey"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LinkUndone"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"sourceKey"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]}}]} as unknown as DocumentNode<UndoLinkMutation, UndoLinkMutationVariables>;
export const ResubmitQuarantinedRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResubmitQuarantinedRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"cells"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CellInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resubmitQuarantinedRow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"cells"},"value":{"kind":"Variable","name":{"kind":"Name","value":"cells"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"QuarantinedRowChanged"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"row"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Refused"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"suggestion"}}]}}]}}]}}]} as unknown as DocumentNode<ResubmitQuarantinedRowMutation, ResubmitQuarantinedRowMutationVariables>;
export const FindingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Findings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"agency"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"findings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"agency"},"value":{"kind":"Variable","name":{"kind":"Name","value":"agency"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agency"}},{"kind":"Field","name":{"kind":"Name","value":"recordType"}},{"kind":"Field","name":{"kind":"Name","value":"file"}},{"kind":"Field","name":{"kind":"Name","value":"row"}},{"kind":"Field","name":{"kind":"Name","value":"sourceKey"}},{"kind":"Field","name":{"kind":"Name","value":"column"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"foundAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<FindingsQuery, FindingsQueryVariables>;