/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** 处理方式 how a value comes out */
export type AccessOutcome =
  /** 显示 clear */
  | 'ALLOW'
  /** 脱敏 masked */
  | 'MASK'
  /** 不予显示 null, or refused where it is a root field, an argument or a filter */
  | 'WITHHOLD';

/** 预警变化 what happened to an alert */
export type AlertChange =
  /** 变化 its hits, its evidence or the work on it changed */
  | 'CHANGED'
  /** 办结 it was closed, or withdrew by itself */
  | 'CLOSED'
  /** 升级 it became graver */
  | 'ESCALATED'
  /** 发出 it is new */
  | 'RAISED';

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
  /** 预警编号 one of these alerts */
  readonly ids?: ReadonlyArray<string | number> | null | undefined;
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
  /** 转介超期上报 nobody answered in time; it went up to the district */
  | 'REFERRAL_PASSED_UP'
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
  /** 个案编号 one of these cases */
  readonly ids?: ReadonlyArray<string | number> | null | undefined;
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

/** 变更操作 what the reader does with the entity */
export type ChangeOperation =
  /** 已删除 the entity is no more */
  | 'DELETE'
  /** 不再可见 the caller may not see the entity any more: forget it */
  | 'REVOKED'
  /** 新增或更新 hold the record in place of any other of this id */
  | 'UPSERT';

/** 变更类型 what can be followed */
export type ChangeType =
  /** 预警 an alert with its hits */
  | 'ALERT'
  /** 个案 a case */
  | 'CASE'
  /** 授权同意 a consent or authorisation */
  | 'CONSENT'
  /** 家庭 a household with its members and facts */
  | 'HOUSEHOLD'
  /** 人员 a person, as listed in the household that counts it */
  | 'PERSON'
  /** 预警规则 a discovery rule */
  | 'RULE'
  /** 转介 a referral to an organisation */
  | 'SERVICE';

/** 线索答复 what became of a clue */
export type ClueAnswer =
  /** 已掌握 it was known */
  | 'ALREADY_KNOWN'
  /** 已移交 another office has it */
  | 'PASSED_ON'
  /** 已受理 a case was begun, or goes on */
  | 'TAKEN_UP'
  /** 不属实 it was not so; it counts no longer */
  | 'UNFOUNDED';

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

/** 线索登记 what is told; about exactly one of a household, a person, an area and a family that is not in the data */
export type ClueInput = {
  /** 区划代码 a street (9 digits) or committee (12) */
  readonly areaCode?: string | null | undefined;
  /** 线索渠道 how it came */
  readonly channel: ClueChannel;
  /** 报告人联系方式 absent: who told it does not say who they are */
  readonly contact?: string | null | undefined;
  /** 终止日期 of what lasts: first day it no longer holds */
  readonly endedOn?: string | null | undefined;
  /** 所指家庭 who is meant, where they are not in the data; personal */
  readonly family?: string | null | undefined;
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
  /** 所在区划 street (9 digits) or committee (12) of a family that is not in the data; with `family` */
  readonly placeCode?: string | null | undefined;
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

/** 线索受理状态 where a clue stands */
export type ClueState =
  /** 已答复 it was answered */
  | 'ANSWERED'
  /** 待答复 it waits for an answer */
  | 'WAITING'
  /** 已撤回 who told it took it back */
  | 'WITHDRAWN';

/** 同意人身份 as what somebody gives a consent */
export type ConsentCapacity =
  /** 申请人 for the household they apply for, its members of 14 and more */
  | 'APPLICANT'
  /** 监护人 for a child or a ward */
  | 'GUARDIAN'
  /** 本人 for themselves */
  | 'SELF';

/** 同意登记 what somebody has allowed */
export type ConsentInput = {
  /** 同意人身份 as what it is given */
  readonly capacity: ConsentCapacity;
  /** 凭据 where the signed paper or the recording is */
  readonly evidence: string;
  /** 同意人 who gives it; absent only for a guardian whom the hub does not know */
  readonly givenBy?: string | number | null | undefined;
  /** 家庭编号(平台) the household whose matter it is */
  readonly householdId: string | number;
  /** 同意种类 a kind of the access policy */
  readonly kind: string;
  /** 被同意人 whose data it speaks of; absent: the household’s and its members’ of 14 and more */
  readonly personId?: string | number | null | undefined;
  /** 用途 purposes it holds for */
  readonly purposes: ReadonlyArray<string>;
  /** 接收机构 the organisation it is for, where the kind asks for one */
  readonly recipient?: string | null | undefined;
  /** 范围 data classes, groups of them or agencies, as the access policy names them */
  readonly scope: ReadonlyArray<string>;
  /** 起始日期 first day */
  readonly validFrom: string;
  /** 截止日期 last day */
  readonly validUntil: string;
};

/** 导出格式 how the files are written; every format holds the same records */
export type ExportFormat =
  /** 逗号分隔表格 for spreadsheets: byte order mark, text that would be taken for a formula begins with an apostrophe */
  | 'CSV'
  /** 每行一条 JSON one record a line, UTF-8 */
  | 'NDJSON'
  /** 每行一条 JSON,gzip 压缩 the same, compressed */
  | 'NDJSON_GZIP'
  /** 列式文件 typed columns, lists and structures nested */
  | 'PARQUET';

/** 导出申请 what is to be exported */
export type ExportInput = {
  /** 家庭筛选条件 these households, and what belongs to them; absent: all within the caller’s scope */
  readonly filter?: HouseholdFilter | null | undefined;
  /** 格式 how the files are written */
  readonly format: ExportFormat;
  /** 起始游标 only what changed after this cursor of an export or of the feed, and what of it is gone */
  readonly since?: string | null | undefined;
  /** 内容类型 those the caller may not read are left out */
  readonly types: ReadonlyArray<ChangeType>;
};

/** 导出状态 where an export stands */
export type ExportState =
  /** 已取消 by who asked for it */
  | 'CANCELLED'
  /** 已完成 its files can be fetched until they expire */
  | 'DONE'
  /** 已过期 its files were removed; with an error: before their time */
  | 'EXPIRED'
  /** 失败 see its error; there are no files */
  | 'FAILED'
  /** 排队中 it begins soon */
  | 'QUEUED'
  /** 未批准 another person did not agree */
  | 'REFUSED'
  /** 进行中 its files are being written */
  | 'RUNNING'
  /** 待审批 another person must agree: it is large */
  | 'WAITING';

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
  /** 认定类别 one of these is in force: codes, their names, or older and local terms such as 支出型贫困家庭 (policyTerms) */
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
  /** 按发现渠道 by how the need came to be known: the channel of a clue, or DATA where no clue told; of a clue, closed is answered and its case closed */
  | 'CHANNEL'
  /** 按规则 by rule */
  | 'RULE'
  /** 按来源部门 by the agency whose records the rule rests on */
  | 'SOURCE'
  /** 按街镇 by street */
  | 'STREET';

/** 登记提醒地址 a new address; it is told with the rights and the purpose of this request */
export type MessageAddressInput = {
  /** 工号 whose address it is; absent: the caller’s own */
  readonly account?: string | null | undefined;
  /** 地址 a mailbox, or the https address of a robot */
  readonly address: string;
  /** 群成员角色 roles of a robot’s group; it is told what each of them may see */
  readonly audience?: ReadonlyArray<string> | null | undefined;
  /** 消息渠道 how it is told */
  readonly channel: MessageChannel;
  /** 接收设置 what it is told */
  readonly preferences: MessagePreferences;
  /** 加签密钥 with which a DingTalk robot’s messages are signed */
  readonly secret?: string | null | undefined;
};

/** 地址状态 whether messages are sent to it */
export type MessageAddressState =
  /** 接收中 messages are sent */
  | 'ACTIVE'
  /** 已停用 it could not be reached for three days */
  | 'DISABLED'
  /** 已暂停 by its owner */
  | 'PAUSED'
  /** 待验证 nobody has proven that it is theirs */
  | 'UNVERIFIED';

/** 消息渠道 how somebody is told */
export type MessageChannel =
  /** 钉钉自定义机器人 robot of a DingTalk group */
  | 'DINGTALK'
  /** 电子邮件 e-mail */
  | 'EMAIL'
  /** 企业微信群机器人 robot of a WeCom group */
  | 'WECOM';

/** 消息种类 of what somebody is told */
export type MessageKind =
  /** 每日摘要 once a day how things stand */
  | 'DIGEST'
  /** 紧急查阅 somebody opened a household in an emergency; for the auditor */
  | 'EMERGENCY'
  /** 逐级上报 an alert that nobody answered and that came to the next level */
  | 'PASSED_UP'
  /** 时限将至 an alert that nobody visited and whose time runs out */
  | 'RUNNING_OUT'
  /** 紧急预警 an alert of a grave severity, or one that became so */
  | 'URGENT';

/** 接收设置 what an address is told, and when */
export type MessagePreferences = {
  /** 摘要时间 such as 08:30; absent: as the policy says */
  readonly digestAt?: string | null | undefined;
  /** 消息种类 of what it is told; empty: nothing */
  readonly kinds: ReadonlyArray<MessageKind>;
  /** 免打扰开始 such as 20:00; absent: as the policy says */
  readonly quietFrom?: string | null | undefined;
  /** 免打扰结束 such as 07:30; absent: as the policy says */
  readonly quietUntil?: string | null | undefined;
  /** 免打扰时段接收特急 whether what the policy lets pass may come then; absent: it may */
  readonly urgentInQuiet?: boolean | null | undefined;
};

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

/** 操作类别 what an operation does */
export type OperationKind =
  /** 变更 it changes something */
  | 'mutation'
  /** 查询 it reads */
  | 'query'
  /** 订阅 it is told of changes */
  | 'subscription';

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
  /** 转介编号 one of these referrals */
  readonly ids?: ReadonlyArray<string | number> | null | undefined;
  /** 需求 for this need */
  readonly need?: Need | null | undefined;
  /** 接收机构 made to this body */
  readonly organisation?: string | null | undefined;
  /** 超期未答复 whether nobody answered by the day it was due */
  readonly overdue?: boolean | null | undefined;
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
  /** 评估依据 the visit that assessed the need; absent: the household’s newest */
  readonly visitId?: string | number | null | undefined;
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

/** 草案结论 what became of a draft */
export type RuleDraftDecision =
  /** 未采纳 ended without a release */
  | 'DECLINED'
  /** 已发布 released */
  | 'RELEASED';

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
  /** 蓝色 to be told */
  | 'BLUE'
  /** 橙色 urgent */
  | 'ORANGE'
  /** 红色 the most urgent; by when someone is there: severity-clocks.yaml of the packs */
  | 'RED'
  /** 黄色 to be looked at */
  | 'YELLOW';

/** 配备层级 whose posts are counted */
export type StaffedLevel =
  /** 居村 advisers of the committee */
  | 'COMMITTEE'
  /** 全区 social workers of the whole district */
  | 'DISTRICT'
  /** 街镇 officers of the street */
  | 'STREET';

/** 时间线类别 what an entry is about */
export type TimelineKind =
  /** 预警经过 something happened to an alert */
  | 'ALERT'
  /** 个案与转介经过 something happened to a case or a referral */
  | 'CASE'
  /** 认定类别变化 another class, or none */
  | 'CLASS'
  /** 线索 somebody told something */
  | 'CLUE'
  /** 成员变化 a member joined or left */
  | 'MEMBER'
  /** 抽查 the household was drawn for a spot check */
  | 'SPOT_CHECK'
  /** 入户走访 the household was visited */
  | 'VISIT';

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

/** 消息状态 what became of a message */
export type WebhookDeliveryState =
  /** 已放弃 after three days; can be replayed */
  | 'DEAD'
  /** 已送达 the receiver answered with 2xx */
  | 'DELIVERED'
  /** 待送达 it is tried again until it arrives or three days are over */
  | 'PENDING'
  /** 未推送 the caller may know nothing of it */
  | 'WITHHELD';

/** 推送内容 how much a message carries */
export type WebhookDetail =
  /** 含记录 also the record as the caller may see it at the moment of sending */
  | 'FAT'
  /** 仅编号 ids and where the feed goes on; the rest is asked for under the caller’s policy */
  | 'THIN';

/** 登记推送地址 a new endpoint; it is told with the rights and the purpose of this request */
export type WebhookInput = {
  /** 推送内容 absent: THIN */
  readonly detail?: WebhookDetail | null | undefined;
  /** 签名算法 absent: HMAC_SHA256 */
  readonly signature?: WebhookSignature | null | undefined;
  /** 变更类型 of what it is told */
  readonly types: ReadonlyArray<ChangeType>;
  /** 地址 absolute https address without user or password */
  readonly url: string;
};

/** 签名算法 how messages are signed (Standard Webhooks) */
export type WebhookSignature =
  /** 国际算法 HMAC-SHA256, identifier v1 */
  | 'HMAC_SHA256'
  /** 国密算法 HMAC-SM3, identifier v1sm3 */
  | 'HMAC_SM3';

/** 推送状态 whether messages are sent */
export type WebhookState =
  /** 推送中 messages are sent */
  | 'ACTIVE'
  /** 已停用 the receiver answered 410, or could not be reached for three days */
  | 'DISABLED'
  /** 已暂停 by its owner; what changes meanwhile is sent later */
  | 'PAUSED'
  /** 待确认 the receiver has not confirmed that it wants to be told */
  | 'UNVERIFIED';

/** 撤回方式 how a withdrawal reached the hub */
export type WithdrawalWay =
  /** 当面 said in person */
  | 'IN_PERSON'
  /** 线上 online */
  | 'ONLINE'
  /** 电话 by telephone */
  | 'PHONE'
  /** 书面 in writing */
  | 'WRITTEN';

export type PersonRecordFragment = { readonly id: string | null, readonly name: string | null, readonly residentId: string | null, readonly sex: string | null, readonly birthDate: string | null, readonly age: number | null, readonly phone: string | null, readonly alive: boolean | null, readonly civilAffairs: { readonly status: FactStatus | null, readonly asOf: string | null, readonly diedOn: string | null, readonly payments: ReadonlyArray<{ readonly programme: string | null, readonly month: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly healthInsurance: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly insuranceType: string | null, readonly year: number | null, readonly status: string | null }> | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly settlements: ReadonlyArray<{ readonly settlementId: string | null, readonly type: string | null, readonly settledAt: string | null, readonly total: string | null, readonly fundPaid: string | null, readonly selfPaid: string | null, readonly refund: boolean | null }> | null, readonly chronicRegistrations: ReadonlyArray<{ readonly diseaseCode: string | null, readonly diseaseName: string | null, readonly beganOn: string | null, readonly endedOn: string | null }> | null } | null, readonly education: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly school: string | null, readonly stage: string | null, readonly grade: string | null, readonly status: string | null, readonly statusDate: string | null, readonly homeTaught: boolean | null }> | null, readonly hardship: ReadonlyArray<{ readonly schoolYear: string | null, readonly level: string | null }> | null, readonly aid: ReadonlyArray<{ readonly term: string | null, readonly item: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly humanResources: { readonly status: FactStatus | null, readonly asOf: string | null, readonly lastContributionMonth: string | null, readonly contributionGapMonths: number | null, readonly contributions: ReadonlyArray<{ readonly month: string | null, readonly insuranceType: string | null, readonly employer: string | null, readonly base: string | null, readonly status: string | null }> | null, readonly unemployment: ReadonlyArray<{ readonly registeredOn: string | null, readonly benefitFrom: string | null, readonly benefitTo: string | null, readonly benefitMonthly: string | null, readonly status: string | null, readonly hardToEmploy: boolean | null }> | null, readonly pensions: ReadonlyArray<{ readonly kind: string | null, readonly monthlyAmount: string | null, readonly fromMonth: string | null, readonly status: string | null }> | null } | null, readonly disability: { readonly status: FactStatus | null, readonly asOf: string | null, readonly certificate: { readonly category: string | null, readonly level: string | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly status: string | null } | null, readonly services: ReadonlyArray<{ readonly item: string | null, readonly servedOn: string | null, readonly amount: string | null }> | null } | null, readonly housing: { readonly status: FactStatus | null, readonly asOf: string | null, readonly floorAreaPerPerson: number | null, readonly tenancy: { readonly floorArea: number | null, readonly monthlyRent: string | null, readonly beganOn: string | null, readonly endsOn: string | null, readonly status: string | null, readonly statusDate: string | null } | null, readonly tenancies: ReadonlyArray<{ readonly floorArea: number | null, readonly monthlyRent: string | null, readonly beganOn: string | null, readonly endsOn: string | null, readonly status: string | null, readonly statusDate: string | null }> | null, readonly rentSubsidies: ReadonlyArray<{ readonly month: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null, readonly surveys: ReadonlyArray<{ readonly tenure: string | null, readonly floorArea: number | null, readonly floorAreaPerPerson: number | null, readonly surveyedOn: string | null }> | null } | null };

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

export type StaffingQueryVariables = Exact<{
  asOf?: string | null | undefined;
  shortOnly?: boolean | null | undefined;
}>;


export type StaffingQuery = { readonly staffing: ReadonlyArray<{ readonly division: string | null, readonly level: StaffedLevel | null, readonly required: number | null, readonly onDuty: number | null, readonly standIns: number | null, readonly shortfall: number | null }> | null };

export type CaseCardFragment = { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null };

export type ReferralCardFragment = { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null };

export type CasesQueryVariables = Exact<{
  filter?: CaseFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CasesQuery = { readonly cases: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type CaseQueryVariables = Exact<{
  id: string | number;
}>;


export type CaseQuery = { readonly case: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly events: ReadonlyArray<{ readonly at: string | null, readonly on: string | null, readonly kind: CaseEventKind | null, readonly actor: string | null, readonly organisation: string | null, readonly referralId: string | null, readonly from: string | null, readonly to: string | null }> | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null };

export type ReferralsQueryVariables = Exact<{
  filter?: ReferralFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReferralsQuery = { readonly referrals: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null, readonly household: { readonly id: string } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type OpenCaseMutationVariables = Exact<{
  householdId: string | number;
  input: CaseOpeningInput;
  key: string | number;
}>;


export type OpenCaseMutation = { readonly openCase:
    | { readonly __typename: 'CaseChanged', readonly case: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type PlanCaseMutationVariables = Exact<{
  caseId: string | number;
  input: CasePlanInput;
  key: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type PlanCaseMutation = { readonly planCase:
    | { readonly __typename: 'CaseChanged', readonly case: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null }
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
    | { readonly __typename: 'CaseChanged', readonly case: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

type CaseAnswer_CaseChanged_Fragment = { readonly __typename: 'CaseChanged', readonly case: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null };

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
    | { readonly __typename: 'ReferralChanged', readonly referral: { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type AnswerReferralMutationVariables = Exact<{
  id: string | number;
  answer: ReferralAnswer;
  key: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type AnswerReferralMutation = { readonly answerReferral:
    | { readonly __typename: 'ReferralChanged', readonly referral: { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type EndReferralMutationVariables = Exact<{
  id: string | number;
  reason: ReferralEnd;
  key: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type EndReferralMutation = { readonly endReferral:
    | { readonly __typename: 'ReferralChanged', readonly referral: { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

type ReferralAnswered_ReferralChanged_Fragment = { readonly __typename: 'ReferralChanged', readonly referral: { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null } | null };

type ReferralAnswered_Refused_Fragment = { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string };

export type ReferralAnsweredFragment =
  | ReferralAnswered_ReferralChanged_Fragment
  | ReferralAnswered_Refused_Fragment
;

export type HouseholdTimelineQueryVariables = Exact<{
  id: string | number;
  first?: number | null | undefined;
  after?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type HouseholdTimelineQuery = { readonly household: { readonly id: string, readonly timeline: { readonly edges: ReadonlyArray<{ readonly node: { readonly kind: TimelineKind | null, readonly at: string | null, readonly on: string | null, readonly what: string | null, readonly entityId: string | null, readonly actor: string | null, readonly from: string | null, readonly to: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null } | null };

export type ChangesQueryVariables = Exact<{
  after?: string | null | undefined;
  types?: ReadonlyArray<ChangeType> | ChangeType | null | undefined;
  first: number;
  latest?: boolean | null | undefined;
}>;


export type ChangesQuery = { readonly changes: { readonly edges: ReadonlyArray<{ readonly cursor: string, readonly type: ChangeType | null, readonly operation: ChangeOperation | null, readonly id: string | null, readonly version: number | null, readonly changedAt: string | null, readonly record: unknown }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type RecordClueMutationVariables = Exact<{
  input: ClueInput;
  key: string | number;
}>;


export type RecordClueMutation = { readonly recordClue:
    | { readonly __typename: 'ClueRecorded', readonly clueId: string | null, readonly recipient: string | null, readonly answerBy: string | null, readonly joined: boolean | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type HouseholdCluesQueryVariables = Exact<{
  id: string | number;
  asOf?: string | null | undefined;
}>;


export type HouseholdCluesQuery = { readonly household: { readonly id: string, readonly clues: ReadonlyArray<{ readonly id: string | null, readonly kind: ClueKind | null, readonly channel: ClueChannel | null, readonly occurredOn: string | null, readonly endedOn: string | null, readonly value: number | null, readonly areaCode: string | null, readonly source: string | null, readonly note: string | null, readonly recordedBy: string | null, readonly recordedAt: string | null, readonly person: { readonly id: string | null } | null, readonly conflicts: ReadonlyArray<{ readonly code: ClueConflictCode | null, readonly source: string | null, readonly on: string | null }> | null }> | null } | null };

export type MyCluesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyCluesQuery = { readonly myClues: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly clueId: string | null, readonly kind: ClueKind | null, readonly channel: ClueChannel | null, readonly occurredOn: string | null, readonly reportedAt: string | null, readonly state: ClueState | null, readonly recipient: string | null, readonly answerBy: string | null, readonly answer: ClueAnswer | null, readonly answeredAt: string | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type CluesQueryVariables = Exact<{
  states?: ReadonlyArray<ClueState> | ClueState | null | undefined;
  overdue?: boolean | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CluesQuery = { readonly clues: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly node: { readonly clueId: string | null, readonly kind: ClueKind | null, readonly channel: ClueChannel | null, readonly occurredOn: string | null, readonly state: ClueState | null, readonly recipient: string | null, readonly answerBy: string | null, readonly answer: ClueAnswer | null, readonly placeCode: string | null, readonly familyUnknown: boolean | null, readonly family: string | null, readonly contact: string | null, readonly joinedTo: string | null, readonly household: { readonly id: string } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type WithdrawClueMutationVariables = Exact<{
  clueId: string | number;
  instead?: ClueInput | null | undefined;
  key: string | number;
}>;


export type WithdrawClueMutation = { readonly withdrawClue:
    | { readonly __typename: 'ClueWorked', readonly caseId: string | null, readonly instead: { readonly clueId: string | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type AnswerClueMutationVariables = Exact<{
  clueId: string | number;
  answer: ClueAnswer;
  householdId?: string | number | null | undefined;
  key: string | number;
}>;


export type AnswerClueMutation = { readonly answerClue:
    | { readonly __typename: 'ClueWorked', readonly caseId: string | null, readonly instead: { readonly clueId: string | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

type ClueWork_ClueWorked_Fragment = { readonly __typename: 'ClueWorked', readonly caseId: string | null, readonly instead: { readonly clueId: string | null } | null };

type ClueWork_Refused_Fragment = { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string };

export type ClueWorkFragment =
  | ClueWork_ClueWorked_Fragment
  | ClueWork_Refused_Fragment
;

export type ConsentCardFragment = { readonly id: string | null, readonly householdId: string | null, readonly kind: string | null, readonly title: string | null, readonly capacity: ConsentCapacity | null, readonly scope: ReadonlyArray<string> | null, readonly purposes: ReadonlyArray<string> | null, readonly recipient: string | null, readonly validFrom: string | null, readonly validUntil: string | null, readonly inForce: boolean | null, readonly evidence: string | null, readonly recordedAt: string | null, readonly recordedBy: string | null, readonly recordedIn: string | null, readonly version: number | null, readonly person: { readonly id: string | null, readonly name: string | null } | null, readonly givenBy: { readonly id: string | null, readonly name: string | null } | null, readonly withdrawal: { readonly at: string | null, readonly how: WithdrawalWay | null, readonly note: string | null, readonly recordedBy: string | null } | null };

export type ConsentsQueryVariables = Exact<{
  householdId: string | number;
  inForce?: boolean | null | undefined;
}>;


export type ConsentsQuery = { readonly consents: ReadonlyArray<{ readonly id: string | null, readonly householdId: string | null, readonly kind: string | null, readonly title: string | null, readonly capacity: ConsentCapacity | null, readonly scope: ReadonlyArray<string> | null, readonly purposes: ReadonlyArray<string> | null, readonly recipient: string | null, readonly validFrom: string | null, readonly validUntil: string | null, readonly inForce: boolean | null, readonly evidence: string | null, readonly recordedAt: string | null, readonly recordedBy: string | null, readonly recordedIn: string | null, readonly version: number | null, readonly person: { readonly id: string | null, readonly name: string | null } | null, readonly givenBy: { readonly id: string | null, readonly name: string | null } | null, readonly withdrawal: { readonly at: string | null, readonly how: WithdrawalWay | null, readonly note: string | null, readonly recordedBy: string | null } | null }> | null };

export type RecordConsentMutationVariables = Exact<{
  input: ConsentInput;
  key: string | number;
}>;


export type RecordConsentMutation = { readonly recordConsent:
    | { readonly __typename: 'ConsentChanged', readonly consent: { readonly id: string | null, readonly householdId: string | null, readonly kind: string | null, readonly title: string | null, readonly capacity: ConsentCapacity | null, readonly scope: ReadonlyArray<string> | null, readonly purposes: ReadonlyArray<string> | null, readonly recipient: string | null, readonly validFrom: string | null, readonly validUntil: string | null, readonly inForce: boolean | null, readonly evidence: string | null, readonly recordedAt: string | null, readonly recordedBy: string | null, readonly recordedIn: string | null, readonly version: number | null, readonly person: { readonly id: string | null, readonly name: string | null } | null, readonly givenBy: { readonly id: string | null, readonly name: string | null } | null, readonly withdrawal: { readonly at: string | null, readonly how: WithdrawalWay | null, readonly note: string | null, readonly recordedBy: string | null } | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type WithdrawConsentMutationVariables = Exact<{
  id: string | number;
  how: WithdrawalWay;
  note?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  key: string | number;
}>;


export type WithdrawConsentMutation = { readonly withdrawConsent:
    | { readonly __typename: 'ConsentChanged', readonly consent: { readonly id: string | null, readonly householdId: string | null, readonly kind: string | null, readonly title: string | null, readonly capacity: ConsentCapacity | null, readonly scope: ReadonlyArray<string> | null, readonly purposes: ReadonlyArray<string> | null, readonly recipient: string | null, readonly validFrom: string | null, readonly validUntil: string | null, readonly inForce: boolean | null, readonly evidence: string | null, readonly recordedAt: string | null, readonly recordedBy: string | null, readonly recordedIn: string | null, readonly version: number | null, readonly person: { readonly id: string | null, readonly name: string | null } | null, readonly givenBy: { readonly id: string | null, readonly name: string | null } | null, readonly withdrawal: { readonly at: string | null, readonly how: WithdrawalWay | null, readonly note: string | null, readonly recordedBy: string | null } | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

type ConsentAnswer_ConsentChanged_Fragment = { readonly __typename: 'ConsentChanged', readonly consent: { readonly id: string | null, readonly householdId: string | null, readonly kind: string | null, readonly title: string | null, readonly capacity: ConsentCapacity | null, readonly scope: ReadonlyArray<string> | null, readonly purposes: ReadonlyArray<string> | null, readonly recipient: string | null, readonly validFrom: string | null, readonly validUntil: string | null, readonly inForce: boolean | null, readonly evidence: string | null, readonly recordedAt: string | null, readonly recordedBy: string | null, readonly recordedIn: string | null, readonly version: number | null, readonly person: { readonly id: string | null, readonly name: string | null } | null, readonly givenBy: { readonly id: string | null, readonly name: string | null } | null, readonly withdrawal: { readonly at: string | null, readonly how: WithdrawalWay | null, readonly note: string | null, readonly recordedBy: string | null } | null } | null };

type ConsentAnswer_Refused_Fragment = { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string };

export type ConsentAnswerFragment =
  | ConsentAnswer_ConsentChanged_Fragment
  | ConsentAnswer_Refused_Fragment
;

export type OpeningCardFragment = { readonly id: string | null, readonly subject: string | null, readonly organisation: string | null, readonly purpose: string | null, readonly householdIds: ReadonlyArray<string> | null, readonly reason: string | null, readonly askedAt: string | null, readonly answerUntil: string | null, readonly answeredAt: string | null, readonly answeredBy: string | null, readonly openUntil: string | null };

export type OpeningRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type OpeningRequestsQuery = { readonly openingRequests: ReadonlyArray<{ readonly id: string | null, readonly subject: string | null, readonly organisation: string | null, readonly purpose: string | null, readonly householdIds: ReadonlyArray<string> | null, readonly reason: string | null, readonly askedAt: string | null, readonly answerUntil: string | null, readonly answeredAt: string | null, readonly answeredBy: string | null, readonly openUntil: string | null }> | null };

export type MyOpeningRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyOpeningRequestsQuery = { readonly myOpeningRequests: ReadonlyArray<{ readonly id: string | null, readonly subject: string | null, readonly organisation: string | null, readonly purpose: string | null, readonly householdIds: ReadonlyArray<string> | null, readonly reason: string | null, readonly askedAt: string | null, readonly answerUntil: string | null, readonly answeredAt: string | null, readonly answeredBy: string | null, readonly openUntil: string | null }> | null };

export type RequestOpeningMutationVariables = Exact<{
  householdIds: ReadonlyArray<string | number> | string | number;
  reason: string;
  key: string | number;
}>;


export type RequestOpeningMutation = { readonly requestOpening:
    | { readonly __typename: 'OpeningChanged', readonly request: { readonly id: string | null, readonly subject: string | null, readonly organisation: string | null, readonly purpose: string | null, readonly householdIds: ReadonlyArray<string> | null, readonly reason: string | null, readonly askedAt: string | null, readonly answerUntil: string | null, readonly answeredAt: string | null, readonly answeredBy: string | null, readonly openUntil: string | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type AnswerOpeningMutationVariables = Exact<{
  id: string | number;
  confirm: boolean;
  key: string | number;
}>;


export type AnswerOpeningMutation = { readonly answerOpening:
    | { readonly __typename: 'OpeningChanged', readonly request: { readonly id: string | null, readonly subject: string | null, readonly organisation: string | null, readonly purpose: string | null, readonly householdIds: ReadonlyArray<string> | null, readonly reason: string | null, readonly askedAt: string | null, readonly answerUntil: string | null, readonly answeredAt: string | null, readonly answeredBy: string | null, readonly openUntil: string | null } | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

type OpeningAnswer_OpeningChanged_Fragment = { readonly __typename: 'OpeningChanged', readonly request: { readonly id: string | null, readonly subject: string | null, readonly organisation: string | null, readonly purpose: string | null, readonly householdIds: ReadonlyArray<string> | null, readonly reason: string | null, readonly askedAt: string | null, readonly answerUntil: string | null, readonly answeredAt: string | null, readonly answeredBy: string | null, readonly openUntil: string | null } | null };

type OpeningAnswer_Refused_Fragment = { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string };

export type OpeningAnswerFragment =
  | OpeningAnswer_OpeningChanged_Fragment
  | OpeningAnswer_Refused_Fragment
;

export type HouseholdCountQueryVariables = Exact<{ [key: string]: never; }>;


export type HouseholdCountQuery = { readonly households: { readonly totalCount: number } | null };

export type AlertCountQueryVariables = Exact<{ [key: string]: never; }>;


export type AlertCountQuery = { readonly alerts: { readonly totalCount: number } | null };

export type CaseCountQueryVariables = Exact<{ [key: string]: never; }>;


export type CaseCountQuery = { readonly cases: { readonly totalCount: number } | null };

export type ReferralCountQueryVariables = Exact<{ [key: string]: never; }>;


export type ReferralCountQuery = { readonly referrals: { readonly totalCount: number } | null };

export type RegisterOperationsMutationVariables = Exact<{
  manifest: Readonly<Record<string, string>>;
}>;


export type RegisterOperationsMutation = { readonly registerOperations:
    | { readonly __typename: 'OperationsChanged', readonly operations: ReadonlyArray<{ readonly hash: string | null, readonly name: string | null, readonly cost: number | null }> | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type RemoveOperationsMutationVariables = Exact<{
  hashes: ReadonlyArray<string> | string;
}>;


export type RemoveOperationsMutation = { readonly removeOperations:
    | { readonly __typename: 'OperationsChanged', readonly removed: number | null }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type RegisteredOperationsQueryVariables = Exact<{
  organisation?: string | null | undefined;
  all?: boolean | null | undefined;
}>;


export type RegisteredOperationsQuery = { readonly registeredOperations: ReadonlyArray<{ readonly hash: string | null, readonly organisation: string | null, readonly name: string | null, readonly kind: OperationKind | null, readonly cost: number | null, readonly lastUsedOn: string | null, readonly valid: boolean | null, readonly access: ReadonlyArray<{ readonly role: string | null, readonly purpose: string | null, readonly sights: ReadonlyArray<{ readonly coordinate: string | null, readonly least: AccessOutcome | null, readonly most: AccessOutcome | null }> | null }> | null }> | null };

export type ExportsQueryVariables = Exact<{ [key: string]: never; }>;


export type ExportsQuery = { readonly exports: ReadonlyArray<{ readonly id: string | null, readonly state: ExportState | null, readonly progress: number | null, readonly rows: number | null, readonly expectedRows: number | null, readonly types: ReadonlyArray<ChangeType> | null, readonly format: ExportFormat | null, readonly cursor: string | null, readonly requestedAt: string | null, readonly answeredBy: string | null, readonly finishedAt: string | null, readonly expiresAt: string | null, readonly error: { readonly code: string | null, readonly message: string | null, readonly suggestion: string | null } | null }> | null };

export type ExportFilesQueryVariables = Exact<{
  id: string | number;
}>;


export type ExportFilesQuery = { readonly export: { readonly id: string | null, readonly state: ExportState | null, readonly progress: number | null, readonly rows: number | null, readonly expectedRows: number | null, readonly types: ReadonlyArray<ChangeType> | null, readonly format: ExportFormat | null, readonly cursor: string | null, readonly requestedAt: string | null, readonly answeredBy: string | null, readonly finishedAt: string | null, readonly expiresAt: string | null, readonly files: ReadonlyArray<{ readonly name: string | null, readonly type: string | null, readonly part: number | null, readonly url: string | null, readonly format: ExportFormat | null, readonly rows: number | null, readonly bytes: number | null, readonly sha256: string | null }> | null, readonly error: { readonly code: string | null, readonly message: string | null, readonly suggestion: string | null } | null } | null };

export type CancelExportMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelExportMutation = { readonly cancelExport:
    | { readonly __typename: 'ExportChanged', readonly id: string }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type ExportRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type ExportRequestsQuery = { readonly exportRequests: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly subject: string | null, readonly purpose: string | null, readonly types: ReadonlyArray<ChangeType> | null, readonly expectedRows: number | null, readonly requestedAt: string | null }> | null };

export type AnswerExportMutationVariables = Exact<{
  id: string | number;
  confirm: boolean;
}>;


export type AnswerExportMutation = { readonly answerExport:
    | { readonly __typename: 'ExportChanged', readonly id: string }
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type ExportCardFragment = { readonly id: string | null, readonly state: ExportState | null, readonly progress: number | null, readonly rows: number | null, readonly expectedRows: number | null, readonly types: ReadonlyArray<ChangeType> | null, readonly format: ExportFormat | null, readonly cursor: string | null, readonly requestedAt: string | null, readonly answeredBy: string | null, readonly finishedAt: string | null, readonly expiresAt: string | null, readonly error: { readonly code: string | null, readonly message: string | null, readonly suggestion: string | null } | null };

type ExportAnswer_ExportChanged_Fragment = { readonly __typename: 'ExportChanged', readonly id: string };

type ExportAnswer_Refused_Fragment = { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string };

export type ExportAnswerFragment =
  | ExportAnswer_ExportChanged_Fragment
  | ExportAnswer_Refused_Fragment
;

export type StartExportMutationVariables = Exact<{
  input: ExportInput;
  key: string | number;
}>;


export type StartExportMutation = { readonly startExport: { readonly id: string | null, readonly state: ExportState | null, readonly progress: number | null, readonly rows: number | null, readonly expectedRows: number | null, readonly types: ReadonlyArray<ChangeType> | null, readonly format: ExportFormat | null, readonly cursor: string | null, readonly requestedAt: string | null, readonly answeredBy: string | null, readonly finishedAt: string | null, readonly expiresAt: string | null, readonly error: { readonly code: string | null, readonly message: string | null, readonly suggestion: string | null } | null } | null };

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

export type MessageAddressFieldsFragment = { readonly id: string | null, readonly channel: MessageChannel | null, readonly address: string | null, readonly audience: ReadonlyArray<string> | null, readonly purpose: string | null, readonly kinds: ReadonlyArray<MessageKind> | null, readonly digestAt: string | null, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly urgentInQuiet: boolean | null, readonly state: MessageAddressState | null, readonly pending: number | null, readonly dead: number | null, readonly version: number | null };

type MessageAddressOutcome_MessageAddressChanged_Fragment = { readonly address: { readonly id: string | null, readonly channel: MessageChannel | null, readonly address: string | null, readonly audience: ReadonlyArray<string> | null, readonly purpose: string | null, readonly kinds: ReadonlyArray<MessageKind> | null, readonly digestAt: string | null, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly urgentInQuiet: boolean | null, readonly state: MessageAddressState | null, readonly pending: number | null, readonly dead: number | null, readonly version: number | null } | null };

type MessageAddressOutcome_Refused_Fragment = { readonly code: string, readonly message: string, readonly suggestion: string };

export type MessageAddressOutcomeFragment =
  | MessageAddressOutcome_MessageAddressChanged_Fragment
  | MessageAddressOutcome_Refused_Fragment
;

export type MessageAddressesQueryVariables = Exact<{ [key: string]: never; }>;


export type MessageAddressesQuery = { readonly messageAddresses: ReadonlyArray<{ readonly id: string | null, readonly channel: MessageChannel | null, readonly address: string | null, readonly audience: ReadonlyArray<string> | null, readonly purpose: string | null, readonly kinds: ReadonlyArray<MessageKind> | null, readonly digestAt: string | null, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly urgentInQuiet: boolean | null, readonly state: MessageAddressState | null, readonly pending: number | null, readonly dead: number | null, readonly version: number | null }> | null };

export type AddMessageAddressMutationVariables = Exact<{
  input: MessageAddressInput;
  key: string | number;
}>;


export type AddMessageAddressMutation = { readonly addMessageAddress:
    | { readonly address: { readonly id: string | null, readonly channel: MessageChannel | null, readonly address: string | null, readonly audience: ReadonlyArray<string> | null, readonly purpose: string | null, readonly kinds: ReadonlyArray<MessageKind> | null, readonly digestAt: string | null, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly urgentInQuiet: boolean | null, readonly state: MessageAddressState | null, readonly pending: number | null, readonly dead: number | null, readonly version: number | null } | null }
    | { readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type SendMessageCodeMutationVariables = Exact<{
  id: string | number;
}>;


export type SendMessageCodeMutation = { readonly sendMessageCode:
    | { readonly address: { readonly id: string | null, readonly channel: MessageChannel | null, readonly address: string | null, readonly audience: ReadonlyArray<string> | null, readonly purpose: string | null, readonly kinds: ReadonlyArray<MessageKind> | null, readonly digestAt: string | null, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly urgentInQuiet: boolean | null, readonly state: MessageAddressState | null, readonly pending: number | null, readonly dead: number | null, readonly version: number | null } | null }
    | { readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type ConfirmMessageAddressMutationVariables = Exact<{
  id: string | number;
  code: string;
}>;


export type ConfirmMessageAddressMutation = { readonly confirmMessageAddress:
    | { readonly address: { readonly id: string | null, readonly channel: MessageChannel | null, readonly address: string | null, readonly audience: ReadonlyArray<string> | null, readonly purpose: string | null, readonly kinds: ReadonlyArray<MessageKind> | null, readonly digestAt: string | null, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly urgentInQuiet: boolean | null, readonly state: MessageAddressState | null, readonly pending: number | null, readonly dead: number | null, readonly version: number | null } | null }
    | { readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type SetMessagePreferencesMutationVariables = Exact<{
  id: string | number;
  preferences: MessagePreferences;
  expectedVersion?: number | null | undefined;
}>;


export type SetMessagePreferencesMutation = { readonly setMessagePreferences:
    | { readonly address: { readonly id: string | null, readonly channel: MessageChannel | null, readonly address: string | null, readonly audience: ReadonlyArray<string> | null, readonly purpose: string | null, readonly kinds: ReadonlyArray<MessageKind> | null, readonly digestAt: string | null, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly urgentInQuiet: boolean | null, readonly state: MessageAddressState | null, readonly pending: number | null, readonly dead: number | null, readonly version: number | null } | null }
    | { readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type PauseMessageAddressMutationVariables = Exact<{
  id: string | number;
}>;


export type PauseMessageAddressMutation = { readonly pauseMessageAddress:
    | { readonly address: { readonly id: string | null, readonly channel: MessageChannel | null, readonly address: string | null, readonly audience: ReadonlyArray<string> | null, readonly purpose: string | null, readonly kinds: ReadonlyArray<MessageKind> | null, readonly digestAt: string | null, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly urgentInQuiet: boolean | null, readonly state: MessageAddressState | null, readonly pending: number | null, readonly dead: number | null, readonly version: number | null } | null }
    | { readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type RemoveMessageAddressMutationVariables = Exact<{
  id: string | number;
}>;


export type RemoveMessageAddressMutation = { readonly removeMessageAddress:
    | { readonly address: { readonly id: string | null, readonly channel: MessageChannel | null, readonly address: string | null, readonly audience: ReadonlyArray<string> | null, readonly purpose: string | null, readonly kinds: ReadonlyArray<MessageKind> | null, readonly digestAt: string | null, readonly quietFrom: string | null, readonly quietUntil: string | null, readonly urgentInQuiet: boolean | null, readonly state: MessageAddressState | null, readonly pending: number | null, readonly dead: number | null, readonly version: number | null } | null }
    | { readonly code: string, readonly message: string, readonly suggestion: string }
   | null };

export type ReviewsQueryVariables = Exact<{
  filter?: ReviewFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ReviewsQuery = { readonly reviews: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly kind: ReviewKind | null, readonly cadence: string | null, readonly checks: ReadonlyArray<string> | null, readonly everyMonths: number | null, readonly lastReviewedOn: string | null, readonly dueOn: string | null, readonly state: ReviewState | null, readonly household: { readonly id: string, readonly streetCode: string | null, readonly committeeCode: string | null, readonly registeredClass: string | null } | null, readonly alert: { readonly id: string | null, readonly state: AlertState | null, readonly severity: Severity | null } | null } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

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

type RuleBookResult_Refused_Fragment = { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string };

type RuleBookResult_RuleBookChanged_Fragment = { readonly __typename: 'RuleBookChanged', readonly draft: { readonly id: string | null, readonly ruleId: string | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly baseVersion: number | null, readonly reason: string | null, readonly submittedBy: string | null, readonly submittedOn: string | null, readonly decision: RuleDraftDecision | null, readonly decidedBy: string | null, readonly decidedOn: string | null, readonly decisionReason: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null }> | null, readonly trial: { readonly matched: number | null, readonly added: number | null, readonly removed: number | null, readonly unknown: number | null } | null } | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly effectiveTo: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null, readonly source: string | null }> | null, readonly release: { readonly releasedBy: string | null, readonly releasedOn: string | null, readonly reason: string | null, readonly restores: number | null } | null } | null };

export type RuleBookResultFragment =
  | RuleBookResult_Refused_Fragment
  | RuleBookResult_RuleBookChanged_Fragment
;

export type SubmittedDraftFragment = { readonly id: string | null, readonly ruleId: string | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly baseVersion: number | null, readonly reason: string | null, readonly submittedBy: string | null, readonly submittedOn: string | null, readonly decision: RuleDraftDecision | null, readonly decidedBy: string | null, readonly decidedOn: string | null, readonly decisionReason: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null }> | null, readonly trial: { readonly matched: number | null, readonly added: number | null, readonly removed: number | null, readonly unknown: number | null } | null };

export type RuleVersionFragment = { readonly id: string | null, readonly version: number | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly effectiveTo: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null, readonly source: string | null }> | null, readonly release: { readonly releasedBy: string | null, readonly releasedOn: string | null, readonly reason: string | null, readonly restores: number | null } | null };

export type SubmitRuleDraftMutationVariables = Exact<{
  draft: RuleDraft;
  from?: string | null | undefined;
  reason: string;
  key: string | number;
  expected?: number | null | undefined;
}>;


export type SubmitRuleDraftMutation = { readonly submitRuleDraft:
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
    | { readonly __typename: 'RuleBookChanged', readonly draft: { readonly id: string | null, readonly ruleId: string | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly baseVersion: number | null, readonly reason: string | null, readonly submittedBy: string | null, readonly submittedOn: string | null, readonly decision: RuleDraftDecision | null, readonly decidedBy: string | null, readonly decidedOn: string | null, readonly decisionReason: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null }> | null, readonly trial: { readonly matched: number | null, readonly added: number | null, readonly removed: number | null, readonly unknown: number | null } | null } | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly effectiveTo: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null, readonly source: string | null }> | null, readonly release: { readonly releasedBy: string | null, readonly releasedOn: string | null, readonly reason: string | null, readonly restores: number | null } | null } | null }
   | null };

export type ReleaseRuleMutationVariables = Exact<{
  draftId: string | number;
  reason: string;
  key: string | number;
  expected?: number | null | undefined;
}>;


export type ReleaseRuleMutation = { readonly releaseRule:
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
    | { readonly __typename: 'RuleBookChanged', readonly draft: { readonly id: string | null, readonly ruleId: string | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly baseVersion: number | null, readonly reason: string | null, readonly submittedBy: string | null, readonly submittedOn: string | null, readonly decision: RuleDraftDecision | null, readonly decidedBy: string | null, readonly decidedOn: string | null, readonly decisionReason: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null }> | null, readonly trial: { readonly matched: number | null, readonly added: number | null, readonly removed: number | null, readonly unknown: number | null } | null } | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly effectiveTo: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null, readonly source: string | null }> | null, readonly release: { readonly releasedBy: string | null, readonly releasedOn: string | null, readonly reason: string | null, readonly restores: number | null } | null } | null }
   | null };

export type DeclineRuleDraftMutationVariables = Exact<{
  draftId: string | number;
  reason: string;
  key: string | number;
}>;


export type DeclineRuleDraftMutation = { readonly declineRuleDraft:
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
    | { readonly __typename: 'RuleBookChanged', readonly draft: { readonly id: string | null, readonly ruleId: string | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly baseVersion: number | null, readonly reason: string | null, readonly submittedBy: string | null, readonly submittedOn: string | null, readonly decision: RuleDraftDecision | null, readonly decidedBy: string | null, readonly decidedOn: string | null, readonly decisionReason: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null }> | null, readonly trial: { readonly matched: number | null, readonly added: number | null, readonly removed: number | null, readonly unknown: number | null } | null } | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly effectiveTo: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null, readonly source: string | null }> | null, readonly release: { readonly releasedBy: string | null, readonly releasedOn: string | null, readonly reason: string | null, readonly restores: number | null } | null } | null }
   | null };

export type RollBackRuleMutationVariables = Exact<{
  ruleId: string | number;
  toVersion: number;
  reason: string;
  key: string | number;
  expected?: number | null | undefined;
}>;


export type RollBackRuleMutation = { readonly rollBackRule:
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
    | { readonly __typename: 'RuleBookChanged', readonly draft: { readonly id: string | null, readonly ruleId: string | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly baseVersion: number | null, readonly reason: string | null, readonly submittedBy: string | null, readonly submittedOn: string | null, readonly decision: RuleDraftDecision | null, readonly decidedBy: string | null, readonly decidedOn: string | null, readonly decisionReason: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null }> | null, readonly trial: { readonly matched: number | null, readonly added: number | null, readonly removed: number | null, readonly unknown: number | null } | null } | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly effectiveTo: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null, readonly source: string | null }> | null, readonly release: { readonly releasedBy: string | null, readonly releasedOn: string | null, readonly reason: string | null, readonly restores: number | null } | null } | null }
   | null };

export type RuleDraftsQueryVariables = Exact<{
  waiting?: boolean | null | undefined;
  first?: number | null | undefined;
}>;


export type RuleDraftsQuery = { readonly ruleDrafts: ReadonlyArray<{ readonly id: string | null, readonly ruleId: string | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly baseVersion: number | null, readonly reason: string | null, readonly submittedBy: string | null, readonly submittedOn: string | null, readonly decision: RuleDraftDecision | null, readonly decidedBy: string | null, readonly decidedOn: string | null, readonly decisionReason: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null }> | null, readonly trial: { readonly matched: number | null, readonly added: number | null, readonly removed: number | null, readonly unknown: number | null } | null }> | null };

export type RuleVersionsQueryVariables = Exact<{
  id: string | number;
}>;


export type RuleVersionsQuery = { readonly ruleVersions: ReadonlyArray<{ readonly id: string | null, readonly version: number | null, readonly expression: string | null, readonly streets: ReadonlyArray<string> | null, readonly effectiveFrom: string | null, readonly effectiveTo: string | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null, readonly source: string | null }> | null, readonly release: { readonly releasedBy: string | null, readonly releasedOn: string | null, readonly reason: string | null, readonly restores: number | null } | null }> | null };

export type FullPassesQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type FullPassesQuery = { readonly fullPasses: ReadonlyArray<{ readonly day: string | null, readonly at: string | null, readonly rules: number | null, readonly results: number | null, readonly drifted: number | null, readonly drift: ReadonlyArray<{ readonly ruleId: string | null, readonly missing: number | null, readonly extra: number | null, readonly changed: number | null }> | null }> | null };

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


export type ExplainRuleQuery = { readonly explainRule: { readonly result: RuleWord | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly name: string | null } | null, readonly nearest: { readonly text: string | null, readonly reading: string | null, readonly personId: string | null, readonly left: string | null, readonly operator: string | null, readonly right: string | null, readonly parameters: ReadonlyArray<{ readonly title: string | null, readonly value: string | null, readonly unit: string | null, readonly source: string | null }> | null } | null, readonly missing: ReadonlyArray<{ readonly text: string | null, readonly reading: string | null, readonly personId: string | null, readonly sources: ReadonlyArray<string> | null, readonly because: MissingBecause | null }> | null, readonly trace: { readonly text: string | null, readonly reading: string | null, readonly result: TraceResult | null, readonly personId: string | null, readonly left: string | null, readonly operator: string | null, readonly right: string | null, readonly sources: ReadonlyArray<string> | null, readonly parts: ReadonlyArray<{ readonly text: string | null, readonly reading: string | null, readonly result: TraceResult | null, readonly personId: string | null, readonly left: string | null, readonly operator: string | null, readonly right: string | null, readonly sources: ReadonlyArray<string> | null, readonly parts: ReadonlyArray<{ readonly text: string | null, readonly reading: string | null, readonly result: TraceResult | null, readonly personId: string | null, readonly left: string | null, readonly operator: string | null, readonly right: string | null, readonly sources: ReadonlyArray<string> | null }> | null }> | null } | null } | null };

export type StepFragment = { readonly text: string | null, readonly reading: string | null, readonly result: TraceResult | null, readonly personId: string | null, readonly left: string | null, readonly operator: string | null, readonly right: string | null, readonly sources: ReadonlyArray<string> | null };

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

export type AlertRaisedSubscriptionVariables = Exact<{
  filter?: AlertFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type AlertRaisedSubscription = { readonly alertRaised: { readonly cursor: string, readonly kind: AlertChange | null, readonly alert: { readonly id: string | null, readonly state: AlertState | null, readonly severity: Severity | null, readonly raisedAt: string | null, readonly dueAt: string | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly assignee: string | null, readonly outcome: AlertOutcome | null, readonly household: { readonly id: string } | null, readonly hits: ReadonlyArray<{ readonly severity: Severity | null, readonly firstSeenOn: string | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly name: string | null, readonly policyBasis: string | null } | null, readonly members: ReadonlyArray<{ readonly id: string | null, readonly name: string | null }> | null, readonly evidence: ReadonlyArray<{ readonly label: string | null, readonly value: string | null, readonly status: FactStatus | null, readonly source: string | null, readonly asOf: string | null }> | null }> | null } | null } | null };

export type HouseholdChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type HouseholdChangedSubscription = { readonly householdChanged: { readonly cursor: string, readonly id: string | null, readonly household: { readonly id: string, readonly kind: HouseholdKind | null, readonly number: string | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly address: string | null, readonly asOf: string, readonly registeredClass: string | null, readonly annualIncome: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly members: ReadonlyArray<{ readonly relationshipToHead: string | null, readonly person: { readonly id: string | null, readonly name: string | null, readonly residentId: string | null, readonly sex: string | null, readonly birthDate: string | null, readonly age: number | null, readonly phone: string | null, readonly alive: boolean | null, readonly civilAffairs: { readonly status: FactStatus | null, readonly asOf: string | null, readonly diedOn: string | null, readonly payments: ReadonlyArray<{ readonly programme: string | null, readonly month: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly healthInsurance: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly insuranceType: string | null, readonly year: number | null, readonly status: string | null }> | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly settlements: ReadonlyArray<{ readonly settlementId: string | null, readonly type: string | null, readonly settledAt: string | null, readonly total: string | null, readonly fundPaid: string | null, readonly selfPaid: string | null, readonly refund: boolean | null }> | null, readonly chronicRegistrations: ReadonlyArray<{ readonly diseaseCode: string | null, readonly diseaseName: string | null, readonly beganOn: string | null, readonly endedOn: string | null }> | null } | null, readonly education: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly school: string | null, readonly stage: string | null, readonly grade: string | null, readonly status: string | null, readonly homeTaught: boolean | null }> | null, readonly hardship: ReadonlyArray<{ readonly schoolYear: string | null, readonly level: string | null }> | null, readonly aid: ReadonlyArray<{ readonly term: string | null, readonly item: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly humanResources: { readonly status: FactStatus | null, readonly asOf: string | null, readonly lastContributionMonth: string | null, readonly contributionGapMonths: number | null, readonly contributions: ReadonlyArray<{ readonly month: string | null, readonly employer: string | null, readonly base: string | null, readonly status: string | null }> | null, readonly unemployment: ReadonlyArray<{ readonly registeredOn: string | null, readonly benefitFrom: string | null, readonly benefitTo: string | null, readonly status: string | null, readonly hardToEmploy: boolean | null }> | null, readonly pensions: ReadonlyArray<{ readonly kind: string | null, readonly monthlyAmount: string | null, readonly status: string | null }> | null } | null, readonly disability: { readonly status: FactStatus | null, readonly asOf: string | null, readonly certificate: { readonly category: string | null, readonly level: string | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly status: string | null } | null, readonly services: ReadonlyArray<{ readonly item: string | null, readonly servedOn: string | null, readonly amount: string | null }> | null } | null } | null }> | null } | null } | null };

export type CaseChangedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CaseChangedSubscription = { readonly caseChanged: { readonly cursor: string, readonly kind: string | null, readonly case: { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly alerts: ReadonlyArray<{ readonly id: string | null, readonly state: AlertState | null, readonly outcome: AlertOutcome | null }> | null, readonly referrals: ReadonlyArray<{ readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly assessedOn: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly answerIsProvisional: boolean | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null }> | null } | null } | null };

export type WebhooksQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksQuery = { readonly webhooks: ReadonlyArray<{ readonly id: string | null, readonly url: string | null, readonly subject: string | null, readonly purpose: string | null, readonly types: ReadonlyArray<ChangeType> | null, readonly detail: WebhookDetail | null, readonly signature: WebhookSignature | null, readonly state: WebhookState | null, readonly stateReason: string | null, readonly failures: number | null, readonly heldUntil: string | null, readonly createdAt: string | null, readonly version: number | null, readonly backlog: { readonly pending: number | null, readonly dead: number | null, readonly latest: ReadonlyArray<{ readonly position: string | null, readonly state: WebhookDeliveryState | null, readonly plannedAt: string | null, readonly attempts: number | null, readonly nextAttemptAt: string | null, readonly status: number | null, readonly error: string | null, readonly endedAt: string | null }> | null } | null }> | null };

export type WebhookCardFragment = { readonly id: string | null, readonly url: string | null, readonly subject: string | null, readonly purpose: string | null, readonly types: ReadonlyArray<ChangeType> | null, readonly detail: WebhookDetail | null, readonly signature: WebhookSignature | null, readonly state: WebhookState | null, readonly stateReason: string | null, readonly failures: number | null, readonly heldUntil: string | null, readonly createdAt: string | null, readonly version: number | null };

type WebhookAnswer_Refused_Fragment = { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string };

type WebhookAnswer_WebhookChanged_Fragment = { readonly __typename: 'WebhookChanged', readonly secret: string | null, readonly webhook: { readonly id: string | null, readonly url: string | null, readonly subject: string | null, readonly purpose: string | null, readonly types: ReadonlyArray<ChangeType> | null, readonly detail: WebhookDetail | null, readonly signature: WebhookSignature | null, readonly state: WebhookState | null, readonly stateReason: string | null, readonly failures: number | null, readonly heldUntil: string | null, readonly createdAt: string | null, readonly version: number | null } | null };

export type WebhookAnswerFragment =
  | WebhookAnswer_Refused_Fragment
  | WebhookAnswer_WebhookChanged_Fragment
;

export type CreateWebhookMutationVariables = Exact<{
  input: WebhookInput;
  key: string | number;
}>;


export type CreateWebhookMutation = { readonly createWebhook:
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
    | { readonly __typename: 'WebhookChanged', readonly secret: string | null, readonly webhook: { readonly id: string | null, readonly url: string | null, readonly subject: string | null, readonly purpose: string | null, readonly types: ReadonlyArray<ChangeType> | null, readonly detail: WebhookDetail | null, readonly signature: WebhookSignature | null, readonly state: WebhookState | null, readonly stateReason: string | null, readonly failures: number | null, readonly heldUntil: string | null, readonly createdAt: string | null, readonly version: number | null } | null }
   | null };

export type ConfirmWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type ConfirmWebhookMutation = { readonly confirmWebhook:
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
    | { readonly __typename: 'WebhookChanged', readonly secret: string | null, readonly webhook: { readonly id: string | null, readonly url: string | null, readonly subject: string | null, readonly purpose: string | null, readonly types: ReadonlyArray<ChangeType> | null, readonly detail: WebhookDetail | null, readonly signature: WebhookSignature | null, readonly state: WebhookState | null, readonly stateReason: string | null, readonly failures: number | null, readonly heldUntil: string | null, readonly createdAt: string | null, readonly version: number | null } | null }
   | null };

export type PauseWebhookMutationVariables = Exact<{
  id: string | number;
  expectedVersion?: number | null | undefined;
}>;


export type PauseWebhookMutation = { readonly pauseWebhook:
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
    | { readonly __typename: 'WebhookChanged', readonly secret: string | null, readonly webhook: { readonly id: string | null, readonly url: string | null, readonly subject: string | null, readonly purpose: string | null, readonly types: ReadonlyArray<ChangeType> | null, readonly detail: WebhookDetail | null, readonly signature: WebhookSignature | null, readonly state: WebhookState | null, readonly stateReason: string | null, readonly failures: number | null, readonly heldUntil: string | null, readonly createdAt: string | null, readonly version: number | null } | null }
   | null };

export type ReplayWebhookMutationVariables = Exact<{
  id: string | number;
  since: string;
}>;


export type ReplayWebhookMutation = { readonly replayWebhook:
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
    | { readonly __typename: 'WebhookChanged', readonly secret: string | null, readonly webhook: { readonly id: string | null, readonly url: string | null, readonly subject: string | null, readonly purpose: string | null, readonly types: ReadonlyArray<ChangeType> | null, readonly detail: WebhookDetail | null, readonly signature: WebhookSignature | null, readonly state: WebhookState | null, readonly stateReason: string | null, readonly failures: number | null, readonly heldUntil: string | null, readonly createdAt: string | null, readonly version: number | null } | null }
   | null };

export type TestWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type TestWebhookMutation = { readonly testWebhook:
    | { readonly __typename: 'Refused', readonly code: string, readonly message: string, readonly suggestion: string }
    | { readonly __typename: 'WebhookTested', readonly status: number | null, readonly error: string | null }
   | null };

export type MoneyFactRecordFragment = { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null };

export type HouseholdRecordFragment = { readonly id: string, readonly kind: HouseholdKind | null, readonly number: string | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly address: string | null, readonly asOf: string, readonly registeredClass: string | null, readonly annualIncome: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly members: ReadonlyArray<{ readonly relationshipToHead: string | null, readonly person: { readonly id: string | null, readonly name: string | null, readonly residentId: string | null, readonly sex: string | null, readonly birthDate: string | null, readonly age: number | null, readonly phone: string | null, readonly alive: boolean | null, readonly civilAffairs: { readonly status: FactStatus | null, readonly asOf: string | null, readonly diedOn: string | null, readonly payments: ReadonlyArray<{ readonly programme: string | null, readonly month: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly healthInsurance: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly insuranceType: string | null, readonly year: number | null, readonly status: string | null }> | null, readonly outOfPocket12Months: { readonly value: string | null, readonly status: FactStatus, readonly sources: ReadonlyArray<string>, readonly asOf: string | null } | null, readonly settlements: ReadonlyArray<{ readonly settlementId: string | null, readonly type: string | null, readonly settledAt: string | null, readonly total: string | null, readonly fundPaid: string | null, readonly selfPaid: string | null, readonly refund: boolean | null }> | null, readonly chronicRegistrations: ReadonlyArray<{ readonly diseaseCode: string | null, readonly diseaseName: string | null, readonly beganOn: string | null, readonly endedOn: string | null }> | null } | null, readonly education: { readonly status: FactStatus | null, readonly asOf: string | null, readonly enrolments: ReadonlyArray<{ readonly school: string | null, readonly stage: string | null, readonly grade: string | null, readonly status: string | null, readonly statusDate: string | null, readonly homeTaught: boolean | null }> | null, readonly hardship: ReadonlyArray<{ readonly schoolYear: string | null, readonly level: string | null }> | null, readonly aid: ReadonlyArray<{ readonly term: string | null, readonly item: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null } | null, readonly humanResources: { readonly status: FactStatus | null, readonly asOf: string | null, readonly lastContributionMonth: string | null, readonly contributionGapMonths: number | null, readonly contributions: ReadonlyArray<{ readonly month: string | null, readonly insuranceType: string | null, readonly employer: string | null, readonly base: string | null, readonly status: string | null }> | null, readonly unemployment: ReadonlyArray<{ readonly registeredOn: string | null, readonly benefitFrom: string | null, readonly benefitTo: string | null, readonly benefitMonthly: string | null, readonly status: string | null, readonly hardToEmploy: boolean | null }> | null, readonly pensions: ReadonlyArray<{ readonly kind: string | null, readonly monthlyAmount: string | null, readonly fromMonth: string | null, readonly status: string | null }> | null } | null, readonly disability: { readonly status: FactStatus | null, readonly asOf: string | null, readonly certificate: { readonly category: string | null, readonly level: string | null, readonly issuedOn: string | null, readonly expiresOn: string | null, readonly status: string | null } | null, readonly services: ReadonlyArray<{ readonly item: string | null, readonly servedOn: string | null, readonly amount: string | null }> | null } | null, readonly housing: { readonly status: FactStatus | null, readonly asOf: string | null, readonly floorAreaPerPerson: number | null, readonly tenancy: { readonly floorArea: number | null, readonly monthlyRent: string | null, readonly beganOn: string | null, readonly endsOn: string | null, readonly status: string | null, readonly statusDate: string | null } | null, readonly tenancies: ReadonlyArray<{ readonly floorArea: number | null, readonly monthlyRent: string | null, readonly beganOn: string | null, readonly endsOn: string | null, readonly status: string | null, readonly statusDate: string | null }> | null, readonly rentSubsidies: ReadonlyArray<{ readonly month: string | null, readonly amount: string | null, readonly paidOn: string | null }> | null, readonly surveys: ReadonlyArray<{ readonly tenure: string | null, readonly floorArea: number | null, readonly floorAreaPerPerson: number | null, readonly surveyedOn: string | null }> | null } | null } | null }> | null };

export type AlertRecordFragment = { readonly id: string | null, readonly state: AlertState | null, readonly severity: Severity | null, readonly raisedAt: string | null, readonly dueAt: string | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly assignee: string | null, readonly outcome: AlertOutcome | null, readonly closedAt: string | null, readonly version: number | null, readonly household: { readonly id: string } | null, readonly hits: ReadonlyArray<{ readonly severity: Severity | null, readonly firstSeenOn: string | null, readonly rule: { readonly id: string | null, readonly version: number | null, readonly name: string | null, readonly policyBasis: string | null } | null, readonly members: ReadonlyArray<{ readonly id: string | null }> | null, readonly evidence: ReadonlyArray<{ readonly label: string | null, readonly value: string | null, readonly status: FactStatus | null, readonly source: string | null, readonly asOf: string | null }> | null }> | null };

export type CaseRecordFragment = { readonly id: string | null, readonly state: CaseState | null, readonly origin: CaseOrigin | null, readonly streetCode: string | null, readonly committeeCode: string | null, readonly adviser: string | null, readonly goal: string | null, readonly nextContactOn: string | null, readonly awaitsReferral: boolean | null, readonly openedAt: string | null, readonly closedAt: string | null, readonly outcome: CaseOutcome | null, readonly closingNote: string | null, readonly version: number | null, readonly household: { readonly id: string } | null };

export type ReferralRecordFragment = { readonly id: string | null, readonly organisation: string | null, readonly need: Need | null, readonly note: string | null, readonly state: ReferralState | null, readonly answerBy: string | null, readonly passedUpOn: string | null, readonly from: string | null, readonly until: string | null, readonly sentAt: string | null, readonly endedAt: string | null, readonly endReason: ReferralEnd | null, readonly version: number | null, readonly case: { readonly id: string | null } | null, readonly household: { readonly id: string } | null };

export type RuleRecordFragment = { readonly id: string | null, readonly version: number | null, readonly name: string | null, readonly severity: Severity | null, readonly expression: string | null, readonly policyBasis: string | null, readonly effectiveFrom: string | null, readonly effectiveTo: string | null, readonly basisStatus: BasisStatus | null, readonly parameters: ReadonlyArray<{ readonly name: string | null, readonly value: string | null, readonly unit: string | null, readonly source: string | null }> | null };

export type ConsentRecordFragment = { readonly id: string | null, readonly householdId: string | null, readonly capacity: ConsentCapacity | null, readonly kind: string | null, readonly scope: ReadonlyArray<string> | null, readonly purposes: ReadonlyArray<string> | null, readonly recipient: string | null, readonly validFrom: string | null, readonly validUntil: string | null, readonly recordedAt: string | null, readonly recordedIn: string | null, readonly version: number | null, readonly person: { readonly id: string | null } | null, readonly givenBy: { readonly id: string | null } | null, readonly withdrawal: { readonly at: string | null, readonly how: WithdrawalWay | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AlertCardFragmentDoc = new TypedDocumentString(`
    fragment AlertCard on Alert {
  id
  state
  severity
  raisedAt
  dueAt
  streetCode
  committeeCode
  household {
    id
  }
  hits {
    rule {
      id
      version
      name
      policyBasis
    }
    severity
    firstSeenOn
    members {
      id
      name
    }
    evidence {
      label
      value
      status
      source
      asOf
    }
  }
  assignee
  outcome
}
    `, {"fragmentName":"AlertCard"}) as unknown as TypedDocumentString<AlertCardFragment, unknown>;
export const AlertResultFragmentDoc = new TypedDocumentString(`
    fragment AlertResult on AlertResult {
  __typename
  ... on AlertChanged {
    alert {
      id
      state
      outcome
      assignee
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
    `, {"fragmentName":"AlertResult"}) as unknown as TypedDocumentString<AlertResultFragment, unknown>;
export const ReferralCardFragmentDoc = new TypedDocumentString(`
    fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}
    `, {"fragmentName":"ReferralCard"}) as unknown as TypedDocumentString<ReferralCardFragment, unknown>;
export const CaseCardFragmentDoc = new TypedDocumentString(`
    fragment CaseCard on Case {
  id
  state
  origin
  household {
    id
  }
  streetCode
  committeeCode
  adviser
  goal
  nextContactOn
  awaitsReferral
  openedAt
  closedAt
  outcome
  closingNote
  alerts {
    id
    state
    outcome
  }
  referrals {
    ...ReferralCard
  }
  version
}
    fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}`, {"fragmentName":"CaseCard"}) as unknown as TypedDocumentString<CaseCardFragment, unknown>;
export const CaseAnswerFragmentDoc = new TypedDocumentString(`
    fragment CaseAnswer on CaseResult {
  __typename
  ... on CaseChanged {
    case {
      ...CaseCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
    fragment CaseCard on Case {
  id
  state
  origin
  household {
    id
  }
  streetCode
  committeeCode
  adviser
  goal
  nextContactOn
  awaitsReferral
  openedAt
  closedAt
  outcome
  closingNote
  alerts {
    id
    state
    outcome
  }
  referrals {
    ...ReferralCard
  }
  version
}
fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}`, {"fragmentName":"CaseAnswer"}) as unknown as TypedDocumentString<CaseAnswerFragment, unknown>;
export const ReferralAnsweredFragmentDoc = new TypedDocumentString(`
    fragment ReferralAnswered on ReferralResult {
  __typename
  ... on ReferralChanged {
    referral {
      ...ReferralCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
    fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}`, {"fragmentName":"ReferralAnswered"}) as unknown as TypedDocumentString<ReferralAnsweredFragment, unknown>;
export const ClueWorkFragmentDoc = new TypedDocumentString(`
    fragment ClueWork on ClueWorkResult {
  __typename
  ... on ClueWorked {
    caseId
    instead {
      clueId
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
    `, {"fragmentName":"ClueWork"}) as unknown as TypedDocumentString<ClueWorkFragment, unknown>;
export const ConsentCardFragmentDoc = new TypedDocumentString(`
    fragment ConsentCard on Consent {
  id
  householdId
  kind
  title
  capacity
  person {
    id
    name
  }
  givenBy {
    id
    name
  }
  scope
  purposes
  recipient
  validFrom
  validUntil
  inForce
  evidence
  recordedAt
  recordedBy
  recordedIn
  withdrawal {
    at
    how
    note
    recordedBy
  }
  version
}
    `, {"fragmentName":"ConsentCard"}) as unknown as TypedDocumentString<ConsentCardFragment, unknown>;
export const ConsentAnswerFragmentDoc = new TypedDocumentString(`
    fragment ConsentAnswer on ConsentResult {
  __typename
  ... on ConsentChanged {
    consent {
      ...ConsentCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
    fragment ConsentCard on Consent {
  id
  householdId
  kind
  title
  capacity
  person {
    id
    name
  }
  givenBy {
    id
    name
  }
  scope
  purposes
  recipient
  validFrom
  validUntil
  inForce
  evidence
  recordedAt
  recordedBy
  recordedIn
  withdrawal {
    at
    how
    note
    recordedBy
  }
  version
}`, {"fragmentName":"ConsentAnswer"}) as unknown as TypedDocumentString<ConsentAnswerFragment, unknown>;
export const OpeningCardFragmentDoc = new TypedDocumentString(`
    fragment OpeningCard on OpeningRequest {
  id
  subject
  organisation
  purpose
  householdIds
  reason
  askedAt
  answerUntil
  answeredAt
  answeredBy
  openUntil
}
    `, {"fragmentName":"OpeningCard"}) as unknown as TypedDocumentString<OpeningCardFragment, unknown>;
export const OpeningAnswerFragmentDoc = new TypedDocumentString(`
    fragment OpeningAnswer on OpeningResult {
  __typename
  ... on OpeningChanged {
    request {
      ...OpeningCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
    fragment OpeningCard on OpeningRequest {
  id
  subject
  organisation
  purpose
  householdIds
  reason
  askedAt
  answerUntil
  answeredAt
  answeredBy
  openUntil
}`, {"fragmentName":"OpeningAnswer"}) as unknown as TypedDocumentString<OpeningAnswerFragment, unknown>;
export const ExportCardFragmentDoc = new TypedDocumentString(`
    fragment ExportCard on Export {
  id
  state
  progress
  rows
  expectedRows
  types
  format
  cursor
  requestedAt
  answeredBy
  finishedAt
  expiresAt
  error {
    code
    message
    suggestion
  }
}
    `, {"fragmentName":"ExportCard"}) as unknown as TypedDocumentString<ExportCardFragment, unknown>;
export const ExportAnswerFragmentDoc = new TypedDocumentString(`
    fragment ExportAnswer on ExportResult {
  __typename
  ... on ExportChanged {
    id
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
    `, {"fragmentName":"ExportAnswer"}) as unknown as TypedDocumentString<ExportAnswerFragment, unknown>;
export const MoneyFactFragmentDoc = new TypedDocumentString(`
    fragment MoneyFact on MoneyFact {
  value
  status
  sources
  asOf
}
    `, {"fragmentName":"MoneyFact"}) as unknown as TypedDocumentString<MoneyFactFragment, unknown>;
export const MemberFragmentDoc = new TypedDocumentString(`
    fragment Member on Person {
  id
  name
  residentId
  sex
  birthDate
  age
  phone
  alive
  civilAffairs {
    status
    asOf
    payments(months: 6) {
      programme
      month
      amount
      paidOn
    }
    diedOn
  }
  healthInsurance {
    status
    asOf
    enrolments {
      insuranceType
      year
      status
    }
    outOfPocket12Months {
      ...MoneyFact
    }
    settlements(months: 12) {
      settlementId
      type
      settledAt
      total
      fundPaid
      selfPaid
      refund
    }
    chronicRegistrations {
      diseaseCode
      diseaseName
      beganOn
      endedOn
    }
  }
  education {
    status
    asOf
    enrolments {
      school
      stage
      grade
      status
      homeTaught
    }
    hardship {
      schoolYear
      level
    }
    aid {
      term
      item
      amount
      paidOn
    }
  }
  humanResources {
    status
    asOf
    lastContributionMonth
    contributionGapMonths
    contributions(months: 24) {
      month
      employer
      base
      status
    }
    unemployment {
      registeredOn
      benefitFrom
      benefitTo
      status
      hardToEmploy
    }
    pensions {
      kind
      monthlyAmount
      status
    }
  }
  disability {
    status
    asOf
    certificate {
      category
      level
      issuedOn
      expiresOn
      status
    }
    services {
      item
      servedOn
      amount
    }
  }
}
    fragment MoneyFact on MoneyFact {
  value
  status
  sources
  asOf
}`, {"fragmentName":"Member"}) as unknown as TypedDocumentString<MemberFragment, unknown>;
export const ProfileFragmentDoc = new TypedDocumentString(`
    fragment Profile on Household {
  id
  kind
  number
  streetCode
  committeeCode
  address
  asOf
  registeredClass
  annualIncome {
    ...MoneyFact
  }
  outOfPocket12Months {
    ...MoneyFact
  }
  members {
    relationshipToHead
    person {
      ...Member
    }
  }
}
    fragment MoneyFact on MoneyFact {
  value
  status
  sources
  asOf
}
fragment Member on Person {
  id
  name
  residentId
  sex
  birthDate
  age
  phone
  alive
  civilAffairs {
    status
    asOf
    payments(months: 6) {
      programme
      month
      amount
      paidOn
    }
    diedOn
  }
  healthInsurance {
    status
    asOf
    enrolments {
      insuranceType
      year
      status
    }
    outOfPocket12Months {
      ...MoneyFact
    }
    settlements(months: 12) {
      settlementId
      type
      settledAt
      total
      fundPaid
      selfPaid
      refund
    }
    chronicRegistrations {
      diseaseCode
      diseaseName
      beganOn
      endedOn
    }
  }
  education {
    status
    asOf
    enrolments {
      school
      stage
      grade
      status
      homeTaught
    }
    hardship {
      schoolYear
      level
    }
    aid {
      term
      item
      amount
      paidOn
    }
  }
  humanResources {
    status
    asOf
    lastContributionMonth
    contributionGapMonths
    contributions(months: 24) {
      month
      employer
      base
      status
    }
    unemployment {
      registeredOn
      benefitFrom
      benefitTo
      status
      hardToEmploy
    }
    pensions {
      kind
      monthlyAmount
      status
    }
  }
  disability {
    status
    asOf
    certificate {
      category
      level
      issuedOn
      expiresOn
      status
    }
    services {
      item
      servedOn
      amount
    }
  }
}`, {"fragmentName":"Profile"}) as unknown as TypedDocumentString<ProfileFragment, unknown>;
export const MessageAddressFieldsFragmentDoc = new TypedDocumentString(`
    fragment MessageAddressFields on MessageAddress {
  id
  channel
  address
  audience
  purpose
  kinds
  digestAt
  quietFrom
  quietUntil
  urgentInQuiet
  state
  pending
  dead
  version
}
    `, {"fragmentName":"MessageAddressFields"}) as unknown as TypedDocumentString<MessageAddressFieldsFragment, unknown>;
export const MessageAddressOutcomeFragmentDoc = new TypedDocumentString(`
    fragment MessageAddressOutcome on MessageAddressResult {
  ... on MessageAddressChanged {
    address {
      ...MessageAddressFields
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
    fragment MessageAddressFields on MessageAddress {
  id
  channel
  address
  audience
  purpose
  kinds
  digestAt
  quietFrom
  quietUntil
  urgentInQuiet
  state
  pending
  dead
  version
}`, {"fragmentName":"MessageAddressOutcome"}) as unknown as TypedDocumentString<MessageAddressOutcomeFragment, unknown>;
export const SubmittedDraftFragmentDoc = new TypedDocumentString(`
    fragment SubmittedDraft on SubmittedRuleDraft {
  id
  ruleId
  expression
  parameters {
    name
    value
  }
  streets
  effectiveFrom
  baseVersion
  trial {
    matched
    added
    removed
    unknown
  }
  reason
  submittedBy
  submittedOn
  decision
  decidedBy
  decidedOn
  decisionReason
}
    `, {"fragmentName":"SubmittedDraft"}) as unknown as TypedDocumentString<SubmittedDraftFragment, unknown>;
export const RuleVersionFragmentDoc = new TypedDocumentString(`
    fragment RuleVersion on Rule {
  id
  version
  expression
  streets
  effectiveFrom
  effectiveTo
  parameters {
    name
    value
    source
  }
  release {
    releasedBy
    releasedOn
    reason
    restores
  }
}
    `, {"fragmentName":"RuleVersion"}) as unknown as TypedDocumentString<RuleVersionFragment, unknown>;
export const RuleBookResultFragmentDoc = new TypedDocumentString(`
    fragment RuleBookResult on RuleBookResult {
  __typename
  ... on RuleBookChanged {
    draft {
      ...SubmittedDraft
    }
    rule {
      ...RuleVersion
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
    fragment SubmittedDraft on SubmittedRuleDraft {
  id
  ruleId
  expression
  parameters {
    name
    value
  }
  streets
  effectiveFrom
  baseVersion
  trial {
    matched
    added
    removed
    unknown
  }
  reason
  submittedBy
  submittedOn
  decision
  decidedBy
  decidedOn
  decisionReason
}
fragment RuleVersion on Rule {
  id
  version
  expression
  streets
  effectiveFrom
  effectiveTo
  parameters {
    name
    value
    source
  }
  release {
    releasedBy
    releasedOn
    reason
    restores
  }
}`, {"fragmentName":"RuleBookResult"}) as unknown as TypedDocumentString<RuleBookResultFragment, unknown>;
export const StepFragmentDoc = new TypedDocumentString(`
    fragment Step on TraceStep {
  text
  reading
  result
  personId
  left
  operator
  right
  sources
}
    `, {"fragmentName":"Step"}) as unknown as TypedDocumentString<StepFragment, unknown>;
export const WebhookCardFragmentDoc = new TypedDocumentString(`
    fragment WebhookCard on Webhook {
  id
  url
  subject
  purpose
  types
  detail
  signature
  state
  stateReason
  failures
  heldUntil
  createdAt
  version
}
    `, {"fragmentName":"WebhookCard"}) as unknown as TypedDocumentString<WebhookCardFragment, unknown>;
export const WebhookAnswerFragmentDoc = new TypedDocumentString(`
    fragment WebhookAnswer on WebhookResult {
  __typename
  ... on WebhookChanged {
    webhook {
      ...WebhookCard
    }
    secret
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
    fragment WebhookCard on Webhook {
  id
  url
  subject
  purpose
  types
  detail
  signature
  state
  stateReason
  failures
  heldUntil
  createdAt
  version
}`, {"fragmentName":"WebhookAnswer"}) as unknown as TypedDocumentString<WebhookAnswerFragment, unknown>;
export const MoneyFactRecordFragmentDoc = new TypedDocumentString(`
    fragment MoneyFactRecord on MoneyFact {
  value
  status
  sources
  asOf
}
    `, {"fragmentName":"MoneyFactRecord"}) as unknown as TypedDocumentString<MoneyFactRecordFragment, unknown>;
export const PersonRecordFragmentDoc = new TypedDocumentString(`
    fragment PersonRecord on Person {
  id
  name
  residentId
  sex
  birthDate
  age
  phone
  alive
  civilAffairs {
    status
    asOf
    payments {
      programme
      month
      amount
      paidOn
    }
    diedOn
  }
  healthInsurance {
    status
    asOf
    enrolments {
      insuranceType
      year
      status
    }
    outOfPocket12Months {
      ...MoneyFactRecord
    }
    settlements {
      settlementId
      type
      settledAt
      total
      fundPaid
      selfPaid
      refund
    }
    chronicRegistrations {
      diseaseCode
      diseaseName
      beganOn
      endedOn
    }
  }
  education {
    status
    asOf
    enrolments {
      school
      stage
      grade
      status
      statusDate
      homeTaught
    }
    hardship {
      schoolYear
      level
    }
    aid {
      term
      item
      amount
      paidOn
    }
  }
  humanResources {
    status
    asOf
    lastContributionMonth
    contributionGapMonths
    contributions {
      month
      insuranceType
      employer
      base
      status
    }
    unemployment {
      registeredOn
      benefitFrom
      benefitTo
      benefitMonthly
      status
      hardToEmploy
    }
    pensions {
      kind
      monthlyAmount
      fromMonth
      status
    }
  }
  disability {
    status
    asOf
    certificate {
      category
      level
      issuedOn
      expiresOn
      status
    }
    services {
      item
      servedOn
      amount
    }
  }
  housing {
    status
    asOf
    tenancy {
      floorArea
      monthlyRent
      beganOn
      endsOn
      status
      statusDate
    }
    tenancies {
      floorArea
      monthlyRent
      beganOn
      endsOn
      status
      statusDate
    }
    rentSubsidies {
      month
      amount
      paidOn
    }
    floorAreaPerPerson
    surveys {
      tenure
      floorArea
      floorAreaPerPerson
      surveyedOn
    }
  }
}
    fragment MoneyFactRecord on MoneyFact {
  value
  status
  sources
  asOf
}`, {"fragmentName":"PersonRecord"}) as unknown as TypedDocumentString<PersonRecordFragment, unknown>;
export const HouseholdRecordFragmentDoc = new TypedDocumentString(`
    fragment HouseholdRecord on Household {
  id
  kind
  number
  streetCode
  committeeCode
  address
  asOf
  registeredClass
  annualIncome {
    ...MoneyFactRecord
  }
  outOfPocket12Months {
    ...MoneyFactRecord
  }
  members {
    relationshipToHead
    person {
      ...PersonRecord
    }
  }
}
    fragment PersonRecord on Person {
  id
  name
  residentId
  sex
  birthDate
  age
  phone
  alive
  civilAffairs {
    status
    asOf
    payments {
      programme
      month
      amount
      paidOn
    }
    diedOn
  }
  healthInsurance {
    status
    asOf
    enrolments {
      insuranceType
      year
      status
    }
    outOfPocket12Months {
      ...MoneyFactRecord
    }
    settlements {
      settlementId
      type
      settledAt
      total
      fundPaid
      selfPaid
      refund
    }
    chronicRegistrations {
      diseaseCode
      diseaseName
      beganOn
      endedOn
    }
  }
  education {
    status
    asOf
    enrolments {
      school
      stage
      grade
      status
      statusDate
      homeTaught
    }
    hardship {
      schoolYear
      level
    }
    aid {
      term
      item
      amount
      paidOn
    }
  }
  humanResources {
    status
    asOf
    lastContributionMonth
    contributionGapMonths
    contributions {
      month
      insuranceType
      employer
      base
      status
    }
    unemployment {
      registeredOn
      benefitFrom
      benefitTo
      benefitMonthly
      status
      hardToEmploy
    }
    pensions {
      kind
      monthlyAmount
      fromMonth
      status
    }
  }
  disability {
    status
    asOf
    certificate {
      category
      level
      issuedOn
      expiresOn
      status
    }
    services {
      item
      servedOn
      amount
    }
  }
  housing {
    status
    asOf
    tenancy {
      floorArea
      monthlyRent
      beganOn
      endsOn
      status
      statusDate
    }
    tenancies {
      floorArea
      monthlyRent
      beganOn
      endsOn
      status
      statusDate
    }
    rentSubsidies {
      month
      amount
      paidOn
    }
    floorAreaPerPerson
    surveys {
      tenure
      floorArea
      floorAreaPerPerson
      surveyedOn
    }
  }
}
fragment MoneyFactRecord on MoneyFact {
  value
  status
  sources
  asOf
}`, {"fragmentName":"HouseholdRecord"}) as unknown as TypedDocumentString<HouseholdRecordFragment, unknown>;
export const AlertRecordFragmentDoc = new TypedDocumentString(`
    fragment AlertRecord on Alert {
  id
  state
  severity
  raisedAt
  dueAt
  streetCode
  committeeCode
  household {
    id
  }
  hits {
    rule {
      id
      version
      name
      policyBasis
    }
    severity
    firstSeenOn
    members {
      id
    }
    evidence {
      label
      value
      status
      source
      asOf
    }
  }
  assignee
  outcome
  closedAt
  version
}
    `, {"fragmentName":"AlertRecord"}) as unknown as TypedDocumentString<AlertRecordFragment, unknown>;
export const CaseRecordFragmentDoc = new TypedDocumentString(`
    fragment CaseRecord on Case {
  id
  state
  origin
  household {
    id
  }
  streetCode
  committeeCode
  adviser
  goal
  nextContactOn
  awaitsReferral
  openedAt
  closedAt
  outcome
  closingNote
  version
}
    `, {"fragmentName":"CaseRecord"}) as unknown as TypedDocumentString<CaseRecordFragment, unknown>;
export const ReferralRecordFragmentDoc = new TypedDocumentString(`
    fragment ReferralRecord on Referral {
  id
  case {
    id
  }
  household {
    id
  }
  organisation
  need
  note
  state
  answerBy
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}
    `, {"fragmentName":"ReferralRecord"}) as unknown as TypedDocumentString<ReferralRecordFragment, unknown>;
export const RuleRecordFragmentDoc = new TypedDocumentString(`
    fragment RuleRecord on Rule {
  id
  version
  name
  severity
  expression
  policyBasis
  effectiveFrom
  effectiveTo
  basisStatus
  parameters {
    name
    value
    unit
    source
  }
}
    `, {"fragmentName":"RuleRecord"}) as unknown as TypedDocumentString<RuleRecordFragment, unknown>;
export const ConsentRecordFragmentDoc = new TypedDocumentString(`
    fragment ConsentRecord on Consent {
  id
  householdId
  person {
    id
  }
  capacity
  givenBy {
    id
  }
  kind
  scope
  purposes
  recipient
  validFrom
  validUntil
  recordedAt
  recordedIn
  withdrawal {
    at
    how
  }
  version
}
    `, {"fragmentName":"ConsentRecord"}) as unknown as TypedDocumentString<ConsentRecordFragment, unknown>;
export const OpenAlertsDocument = new TypedDocumentString(`
    query OpenAlerts($filter: AlertFilter, $first: Int!, $after: String) {
  alerts(filter: $filter, first: $first, after: $after) {
    totalCount
    edges {
      cursor
      node {
        ...AlertCard
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment AlertCard on Alert {
  id
  state
  severity
  raisedAt
  dueAt
  streetCode
  committeeCode
  household {
    id
  }
  hits {
    rule {
      id
      version
      name
      policyBasis
    }
    severity
    firstSeenOn
    members {
      id
      name
    }
    evidence {
      label
      value
      status
      source
      asOf
    }
  }
  assignee
  outcome
}`) as unknown as TypedDocumentString<OpenAlertsQuery, OpenAlertsQueryVariables>;
export const AssignAlertDocument = new TypedDocumentString(`
    mutation AssignAlert($id: ID!, $assignee: String!, $key: ID!) {
  assignAlert(id: $id, assignee: $assignee, idempotencyKey: $key) {
    ...AlertResult
  }
}
    fragment AlertResult on AlertResult {
  __typename
  ... on AlertChanged {
    alert {
      id
      state
      outcome
      assignee
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<AssignAlertMutation, AssignAlertMutationVariables>;
export const RecordVisitDocument = new TypedDocumentString(`
    mutation RecordVisit($id: ID!, $input: VisitInput!, $key: ID!) {
  recordVisit(alertId: $id, input: $input, idempotencyKey: $key) {
    ...AlertResult
  }
}
    fragment AlertResult on AlertResult {
  __typename
  ... on AlertChanged {
    alert {
      id
      state
      outcome
      assignee
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<RecordVisitMutation, RecordVisitMutationVariables>;
export const CloseAlertDocument = new TypedDocumentString(`
    mutation CloseAlert($id: ID!, $outcome: AlertOutcome!, $note: String, $key: ID!) {
  closeAlert(id: $id, outcome: $outcome, note: $note, idempotencyKey: $key) {
    ...AlertResult
  }
}
    fragment AlertResult on AlertResult {
  __typename
  ... on AlertChanged {
    alert {
      id
      state
      outcome
      assignee
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<CloseAlertMutation, CloseAlertMutationVariables>;
export const AlertTimelinesDocument = new TypedDocumentString(`
    query AlertTimelines($filter: AlertFilter, $first: Int!, $after: String) {
  alerts(filter: $filter, first: $first, after: $after) {
    edges {
      cursor
      node {
        id
        state
        level
        recipient
        informed
        timeline {
          at
          on
          kind
          actor
          organisation
          rule {
            id
            version
            name
          }
          reason
          from
          to
          visit {
            id
            visitedOn
            visitors
            purpose
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AlertTimelinesQuery, AlertTimelinesQueryVariables>;
export const RosterDocument = new TypedDocumentString(`
    query Roster($asOf: Date) {
  roster(asOf: $asOf) {
    division
    role
    onDuty
    standsInFor
  }
}
    `) as unknown as TypedDocumentString<RosterQuery, RosterQueryVariables>;
export const StaffingDocument = new TypedDocumentString(`
    query Staffing($asOf: Date, $shortOnly: Boolean) {
  staffing(asOf: $asOf, shortOnly: $shortOnly) {
    division
    level
    required
    onDuty
    standIns
    shortfall
  }
}
    `) as unknown as TypedDocumentString<StaffingQuery, StaffingQueryVariables>;
export const CasesDocument = new TypedDocumentString(`
    query Cases($filter: CaseFilter, $first: Int, $after: String) {
  cases(filter: $filter, first: $first, after: $after) {
    totalCount
    edges {
      cursor
      node {
        ...CaseCard
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment CaseCard on Case {
  id
  state
  origin
  household {
    id
  }
  streetCode
  committeeCode
  adviser
  goal
  nextContactOn
  awaitsReferral
  openedAt
  closedAt
  outcome
  closingNote
  alerts {
    id
    state
    outcome
  }
  referrals {
    ...ReferralCard
  }
  version
}
fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}`) as unknown as TypedDocumentString<CasesQuery, CasesQueryVariables>;
export const CaseDocument = new TypedDocumentString(`
    query Case($id: ID!) {
  case(id: $id) {
    ...CaseCard
    events {
      at
      on
      kind
      actor
      organisation
      referralId
      from
      to
    }
  }
}
    fragment CaseCard on Case {
  id
  state
  origin
  household {
    id
  }
  streetCode
  committeeCode
  adviser
  goal
  nextContactOn
  awaitsReferral
  openedAt
  closedAt
  outcome
  closingNote
  alerts {
    id
    state
    outcome
  }
  referrals {
    ...ReferralCard
  }
  version
}
fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}`) as unknown as TypedDocumentString<CaseQuery, CaseQueryVariables>;
export const ReferralsDocument = new TypedDocumentString(`
    query Referrals($filter: ReferralFilter, $first: Int, $after: String) {
  referrals(filter: $filter, first: $first, after: $after) {
    totalCount
    edges {
      cursor
      node {
        ...ReferralCard
        household {
          id
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}`) as unknown as TypedDocumentString<ReferralsQuery, ReferralsQueryVariables>;
export const OpenCaseDocument = new TypedDocumentString(`
    mutation OpenCase($householdId: ID!, $input: CaseOpeningInput!, $key: ID!) {
  openCase(householdId: $householdId, input: $input, idempotencyKey: $key) {
    ...CaseAnswer
  }
}
    fragment CaseCard on Case {
  id
  state
  origin
  household {
    id
  }
  streetCode
  committeeCode
  adviser
  goal
  nextContactOn
  awaitsReferral
  openedAt
  closedAt
  outcome
  closingNote
  alerts {
    id
    state
    outcome
  }
  referrals {
    ...ReferralCard
  }
  version
}
fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}
fragment CaseAnswer on CaseResult {
  __typename
  ... on CaseChanged {
    case {
      ...CaseCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<OpenCaseMutation, OpenCaseMutationVariables>;
export const PlanCaseDocument = new TypedDocumentString(`
    mutation PlanCase($caseId: ID!, $input: CasePlanInput!, $key: ID!, $expectedVersion: Int) {
  planCase(
    caseId: $caseId
    input: $input
    idempotencyKey: $key
    expectedVersion: $expectedVersion
  ) {
    ...CaseAnswer
  }
}
    fragment CaseCard on Case {
  id
  state
  origin
  household {
    id
  }
  streetCode
  committeeCode
  adviser
  goal
  nextContactOn
  awaitsReferral
  openedAt
  closedAt
  outcome
  closingNote
  alerts {
    id
    state
    outcome
  }
  referrals {
    ...ReferralCard
  }
  version
}
fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}
fragment CaseAnswer on CaseResult {
  __typename
  ... on CaseChanged {
    case {
      ...CaseCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<PlanCaseMutation, PlanCaseMutationVariables>;
export const CloseCaseDocument = new TypedDocumentString(`
    mutation CloseCase($caseId: ID!, $outcome: CaseOutcome!, $note: String, $key: ID!, $expectedVersion: Int) {
  closeCase(
    caseId: $caseId
    outcome: $outcome
    note: $note
    idempotencyKey: $key
    expectedVersion: $expectedVersion
  ) {
    ...CaseAnswer
  }
}
    fragment CaseCard on Case {
  id
  state
  origin
  household {
    id
  }
  streetCode
  committeeCode
  adviser
  goal
  nextContactOn
  awaitsReferral
  openedAt
  closedAt
  outcome
  closingNote
  alerts {
    id
    state
    outcome
  }
  referrals {
    ...ReferralCard
  }
  version
}
fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}
fragment CaseAnswer on CaseResult {
  __typename
  ... on CaseChanged {
    case {
      ...CaseCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<CloseCaseMutation, CloseCaseMutationVariables>;
export const ReferDocument = new TypedDocumentString(`
    mutation Refer($caseId: ID!, $input: ReferralInput!, $key: ID!, $expectedVersion: Int) {
  refer(
    caseId: $caseId
    input: $input
    idempotencyKey: $key
    expectedVersion: $expectedVersion
  ) {
    ...ReferralAnswered
  }
}
    fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}
fragment ReferralAnswered on ReferralResult {
  __typename
  ... on ReferralChanged {
    referral {
      ...ReferralCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<ReferMutation, ReferMutationVariables>;
export const AnswerReferralDocument = new TypedDocumentString(`
    mutation AnswerReferral($id: ID!, $answer: ReferralAnswer!, $key: ID!, $expectedVersion: Int) {
  answerReferral(
    id: $id
    answer: $answer
    idempotencyKey: $key
    expectedVersion: $expectedVersion
  ) {
    ...ReferralAnswered
  }
}
    fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}
fragment ReferralAnswered on ReferralResult {
  __typename
  ... on ReferralChanged {
    referral {
      ...ReferralCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<AnswerReferralMutation, AnswerReferralMutationVariables>;
export const EndReferralDocument = new TypedDocumentString(`
    mutation EndReferral($id: ID!, $reason: ReferralEnd!, $key: ID!, $expectedVersion: Int) {
  endReferral(
    id: $id
    reason: $reason
    idempotencyKey: $key
    expectedVersion: $expectedVersion
  ) {
    ...ReferralAnswered
  }
}
    fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}
fragment ReferralAnswered on ReferralResult {
  __typename
  ... on ReferralChanged {
    referral {
      ...ReferralCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<EndReferralMutation, EndReferralMutationVariables>;
export const HouseholdTimelineDocument = new TypedDocumentString(`
    query HouseholdTimeline($id: ID!, $first: Int, $after: String, $asOf: Date) {
  household(id: $id, asOf: $asOf) {
    id
    timeline(first: $first, after: $after) {
      edges {
        node {
          kind
          at
          on
          what
          entityId
          actor
          from
          to
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HouseholdTimelineQuery, HouseholdTimelineQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($after: String, $types: [ChangeType!], $first: Int!, $latest: Boolean) {
  changes(after: $after, types: $types, first: $first, latest: $latest) {
    edges {
      cursor
      type
      operation
      id
      version
      changedAt
      record
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const RecordClueDocument = new TypedDocumentString(`
    mutation RecordClue($input: ClueInput!, $key: ID!) {
  recordClue(input: $input, idempotencyKey: $key) {
    __typename
    ... on ClueRecorded {
      clueId
      recipient
      answerBy
      joined
    }
    ... on Refused {
      code
      message
      suggestion
    }
  }
}
    `) as unknown as TypedDocumentString<RecordClueMutation, RecordClueMutationVariables>;
export const HouseholdCluesDocument = new TypedDocumentString(`
    query HouseholdClues($id: ID!, $asOf: Date) {
  household(id: $id, asOf: $asOf) {
    id
    clues {
      id
      kind
      channel
      occurredOn
      endedOn
      value
      areaCode
      person {
        id
      }
      source
      note
      recordedBy
      recordedAt
      conflicts {
        code
        source
        on
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HouseholdCluesQuery, HouseholdCluesQueryVariables>;
export const MyCluesDocument = new TypedDocumentString(`
    query MyClues($first: Int, $after: String) {
  myClues(first: $first, after: $after) {
    totalCount
    edges {
      node {
        clueId
        kind
        channel
        occurredOn
        reportedAt
        state
        recipient
        answerBy
        answer
        answeredAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MyCluesQuery, MyCluesQueryVariables>;
export const CluesDocument = new TypedDocumentString(`
    query Clues($states: [ClueState!], $overdue: Boolean, $first: Int, $after: String) {
  clues(states: $states, overdue: $overdue, first: $first, after: $after) {
    totalCount
    edges {
      node {
        clueId
        kind
        channel
        occurredOn
        state
        recipient
        answerBy
        answer
        placeCode
        household {
          id
        }
        familyUnknown
        family
        contact
        joinedTo
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<CluesQuery, CluesQueryVariables>;
export const WithdrawClueDocument = new TypedDocumentString(`
    mutation WithdrawClue($clueId: ID!, $instead: ClueInput, $key: ID!) {
  withdrawClue(clueId: $clueId, instead: $instead, idempotencyKey: $key) {
    ...ClueWork
  }
}
    fragment ClueWork on ClueWorkResult {
  __typename
  ... on ClueWorked {
    caseId
    instead {
      clueId
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<WithdrawClueMutation, WithdrawClueMutationVariables>;
export const AnswerClueDocument = new TypedDocumentString(`
    mutation AnswerClue($clueId: ID!, $answer: ClueAnswer!, $householdId: ID, $key: ID!) {
  answerClue(
    clueId: $clueId
    answer: $answer
    householdId: $householdId
    idempotencyKey: $key
  ) {
    ...ClueWork
  }
}
    fragment ClueWork on ClueWorkResult {
  __typename
  ... on ClueWorked {
    caseId
    instead {
      clueId
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<AnswerClueMutation, AnswerClueMutationVariables>;
export const ConsentsDocument = new TypedDocumentString(`
    query Consents($householdId: ID!, $inForce: Boolean) {
  consents(householdId: $householdId, inForce: $inForce) {
    ...ConsentCard
  }
}
    fragment ConsentCard on Consent {
  id
  householdId
  kind
  title
  capacity
  person {
    id
    name
  }
  givenBy {
    id
    name
  }
  scope
  purposes
  recipient
  validFrom
  validUntil
  inForce
  evidence
  recordedAt
  recordedBy
  recordedIn
  withdrawal {
    at
    how
    note
    recordedBy
  }
  version
}`) as unknown as TypedDocumentString<ConsentsQuery, ConsentsQueryVariables>;
export const RecordConsentDocument = new TypedDocumentString(`
    mutation RecordConsent($input: ConsentInput!, $key: ID!) {
  recordConsent(input: $input, idempotencyKey: $key) {
    ...ConsentAnswer
  }
}
    fragment ConsentCard on Consent {
  id
  householdId
  kind
  title
  capacity
  person {
    id
    name
  }
  givenBy {
    id
    name
  }
  scope
  purposes
  recipient
  validFrom
  validUntil
  inForce
  evidence
  recordedAt
  recordedBy
  recordedIn
  withdrawal {
    at
    how
    note
    recordedBy
  }
  version
}
fragment ConsentAnswer on ConsentResult {
  __typename
  ... on ConsentChanged {
    consent {
      ...ConsentCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<RecordConsentMutation, RecordConsentMutationVariables>;
export const WithdrawConsentDocument = new TypedDocumentString(`
    mutation WithdrawConsent($id: ID!, $how: WithdrawalWay!, $note: String, $expectedVersion: Int, $key: ID!) {
  withdrawConsent(
    id: $id
    how: $how
    note: $note
    expectedVersion: $expectedVersion
    idempotencyKey: $key
  ) {
    ...ConsentAnswer
  }
}
    fragment ConsentCard on Consent {
  id
  householdId
  kind
  title
  capacity
  person {
    id
    name
  }
  givenBy {
    id
    name
  }
  scope
  purposes
  recipient
  validFrom
  validUntil
  inForce
  evidence
  recordedAt
  recordedBy
  recordedIn
  withdrawal {
    at
    how
    note
    recordedBy
  }
  version
}
fragment ConsentAnswer on ConsentResult {
  __typename
  ... on ConsentChanged {
    consent {
      ...ConsentCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<WithdrawConsentMutation, WithdrawConsentMutationVariables>;
export const OpeningRequestsDocument = new TypedDocumentString(`
    query OpeningRequests {
  openingRequests {
    ...OpeningCard
  }
}
    fragment OpeningCard on OpeningRequest {
  id
  subject
  organisation
  purpose
  householdIds
  reason
  askedAt
  answerUntil
  answeredAt
  answeredBy
  openUntil
}`) as unknown as TypedDocumentString<OpeningRequestsQuery, OpeningRequestsQueryVariables>;
export const MyOpeningRequestsDocument = new TypedDocumentString(`
    query MyOpeningRequests {
  myOpeningRequests {
    ...OpeningCard
  }
}
    fragment OpeningCard on OpeningRequest {
  id
  subject
  organisation
  purpose
  householdIds
  reason
  askedAt
  answerUntil
  answeredAt
  answeredBy
  openUntil
}`) as unknown as TypedDocumentString<MyOpeningRequestsQuery, MyOpeningRequestsQueryVariables>;
export const RequestOpeningDocument = new TypedDocumentString(`
    mutation RequestOpening($householdIds: [ID!]!, $reason: String!, $key: ID!) {
  requestOpening(
    householdIds: $householdIds
    reason: $reason
    idempotencyKey: $key
  ) {
    ...OpeningAnswer
  }
}
    fragment OpeningCard on OpeningRequest {
  id
  subject
  organisation
  purpose
  householdIds
  reason
  askedAt
  answerUntil
  answeredAt
  answeredBy
  openUntil
}
fragment OpeningAnswer on OpeningResult {
  __typename
  ... on OpeningChanged {
    request {
      ...OpeningCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<RequestOpeningMutation, RequestOpeningMutationVariables>;
export const AnswerOpeningDocument = new TypedDocumentString(`
    mutation AnswerOpening($id: ID!, $confirm: Boolean!, $key: ID!) {
  answerOpening(id: $id, confirm: $confirm, idempotencyKey: $key) {
    ...OpeningAnswer
  }
}
    fragment OpeningCard on OpeningRequest {
  id
  subject
  organisation
  purpose
  householdIds
  reason
  askedAt
  answerUntil
  answeredAt
  answeredBy
  openUntil
}
fragment OpeningAnswer on OpeningResult {
  __typename
  ... on OpeningChanged {
    request {
      ...OpeningCard
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<AnswerOpeningMutation, AnswerOpeningMutationVariables>;
export const HouseholdCountDocument = new TypedDocumentString(`
    query HouseholdCount {
  households(filter: {}, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<HouseholdCountQuery, HouseholdCountQueryVariables>;
export const AlertCountDocument = new TypedDocumentString(`
    query AlertCount {
  alerts(filter: {states: [OPEN, ASSIGNED, VISITING, CLOSED]}, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<AlertCountQuery, AlertCountQueryVariables>;
export const CaseCountDocument = new TypedDocumentString(`
    query CaseCount {
  cases(filter: {states: [OPEN, CLOSED]}, first: 1) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CaseCountQuery, CaseCountQueryVariables>;
export const ReferralCountDocument = new TypedDocumentString(`
    query ReferralCount {
  referrals(
    filter: {states: [SENT, RECEIVED, ACCEPTED, DECLINED, IN_SERVICE, DONE, CLOSED]}
    first: 1
  ) {
    totalCount
  }
}
    `) as unknown as TypedDocumentString<ReferralCountQuery, ReferralCountQueryVariables>;
export const RegisterOperationsDocument = new TypedDocumentString(`
    mutation RegisterOperations($manifest: OperationManifest!) {
  registerOperations(manifest: $manifest) {
    __typename
    ... on OperationsChanged {
      operations {
        hash
        name
        cost
      }
    }
    ... on Refused {
      code
      message
      suggestion
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterOperationsMutation, RegisterOperationsMutationVariables>;
export const RemoveOperationsDocument = new TypedDocumentString(`
    mutation RemoveOperations($hashes: [Sha256!]!) {
  removeOperations(hashes: $hashes) {
    __typename
    ... on OperationsChanged {
      removed
    }
    ... on Refused {
      code
      message
      suggestion
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveOperationsMutation, RemoveOperationsMutationVariables>;
export const RegisteredOperationsDocument = new TypedDocumentString(`
    query RegisteredOperations($organisation: String, $all: Boolean) {
  registeredOperations(organisation: $organisation, all: $all) {
    hash
    organisation
    name
    kind
    cost
    lastUsedOn
    valid
    access {
      role
      purpose
      sights {
        coordinate
        least
        most
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RegisteredOperationsQuery, RegisteredOperationsQueryVariables>;
export const ExportsDocument = new TypedDocumentString(`
    query Exports {
  exports {
    ...ExportCard
  }
}
    fragment ExportCard on Export {
  id
  state
  progress
  rows
  expectedRows
  types
  format
  cursor
  requestedAt
  answeredBy
  finishedAt
  expiresAt
  error {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<ExportsQuery, ExportsQueryVariables>;
export const ExportFilesDocument = new TypedDocumentString(`
    query ExportFiles($id: ID!) {
  export(id: $id) {
    ...ExportCard
    files {
      name
      type
      part
      url
      format
      rows
      bytes
      sha256
    }
  }
}
    fragment ExportCard on Export {
  id
  state
  progress
  rows
  expectedRows
  types
  format
  cursor
  requestedAt
  answeredBy
  finishedAt
  expiresAt
  error {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<ExportFilesQuery, ExportFilesQueryVariables>;
export const CancelExportDocument = new TypedDocumentString(`
    mutation CancelExport($id: ID!) {
  cancelExport(id: $id) {
    ...ExportAnswer
  }
}
    fragment ExportAnswer on ExportResult {
  __typename
  ... on ExportChanged {
    id
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<CancelExportMutation, CancelExportMutationVariables>;
export const ExportRequestsDocument = new TypedDocumentString(`
    query ExportRequests {
  exportRequests {
    id
    organisation
    subject
    purpose
    types
    expectedRows
    requestedAt
  }
}
    `) as unknown as TypedDocumentString<ExportRequestsQuery, ExportRequestsQueryVariables>;
export const AnswerExportDocument = new TypedDocumentString(`
    mutation AnswerExport($id: ID!, $confirm: Boolean!) {
  answerExport(id: $id, confirm: $confirm) {
    ...ExportAnswer
  }
}
    fragment ExportAnswer on ExportResult {
  __typename
  ... on ExportChanged {
    id
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<AnswerExportMutation, AnswerExportMutationVariables>;
export const StartExportDocument = new TypedDocumentString(`
    mutation StartExport($input: ExportInput!, $key: ID!) {
  startExport(input: $input, idempotencyKey: $key) {
    ...ExportCard
  }
}
    fragment ExportCard on Export {
  id
  state
  progress
  rows
  expectedRows
  types
  format
  cursor
  requestedAt
  answeredBy
  finishedAt
  expiresAt
  error {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<StartExportMutation, StartExportMutationVariables>;
export const FeedsDocument = new TypedDocumentString(`
    query Feeds {
  feeds {
    agency
    recordType
    lastDeliveredAt
    dataAsOf
    freshness
    batches(last: 5) {
      id
      startedAt
      finishedAt
      rows
      accepted
      unchanged
      superseded
      quarantined
      ended
      state
    }
  }
}
    `) as unknown as TypedDocumentString<FeedsQuery, FeedsQueryVariables>;
export const QuarantineDocument = new TypedDocumentString(`
    query Quarantine($agency: String, $first: Int!, $after: String) {
  quarantine(agency: $agency, first: $first, after: $after) {
    totalCount
    edges {
      node {
        id
        recordType
        file
        row
        reasons {
          column
          code
          message
        }
        raw
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<QuarantineQuery, QuarantineQueryVariables>;
export const HouseholdProfileDocument = new TypedDocumentString(`
    query HouseholdProfile($residentId: ResidentId!, $asOf: Date) {
  householdByResident(residentId: $residentId, asOf: $asOf) {
    ...Profile
  }
}
    fragment Profile on Household {
  id
  kind
  number
  streetCode
  committeeCode
  address
  asOf
  registeredClass
  annualIncome {
    ...MoneyFact
  }
  outOfPocket12Months {
    ...MoneyFact
  }
  members {
    relationshipToHead
    person {
      ...Member
    }
  }
}
fragment MoneyFact on MoneyFact {
  value
  status
  sources
  asOf
}
fragment Member on Person {
  id
  name
  residentId
  sex
  birthDate
  age
  phone
  alive
  civilAffairs {
    status
    asOf
    payments(months: 6) {
      programme
      month
      amount
      paidOn
    }
    diedOn
  }
  healthInsurance {
    status
    asOf
    enrolments {
      insuranceType
      year
      status
    }
    outOfPocket12Months {
      ...MoneyFact
    }
    settlements(months: 12) {
      settlementId
      type
      settledAt
      total
      fundPaid
      selfPaid
      refund
    }
    chronicRegistrations {
      diseaseCode
      diseaseName
      beganOn
      endedOn
    }
  }
  education {
    status
    asOf
    enrolments {
      school
      stage
      grade
      status
      homeTaught
    }
    hardship {
      schoolYear
      level
    }
    aid {
      term
      item
      amount
      paidOn
    }
  }
  humanResources {
    status
    asOf
    lastContributionMonth
    contributionGapMonths
    contributions(months: 24) {
      month
      employer
      base
      status
    }
    unemployment {
      registeredOn
      benefitFrom
      benefitTo
      status
      hardToEmploy
    }
    pensions {
      kind
      monthlyAmount
      status
    }
  }
  disability {
    status
    asOf
    certificate {
      category
      level
      issuedOn
      expiresOn
      status
    }
    services {
      item
      servedOn
      amount
    }
  }
}`) as unknown as TypedDocumentString<HouseholdProfileQuery, HouseholdProfileQueryVariables>;
export const HouseholdByIdDocument = new TypedDocumentString(`
    query HouseholdById($id: ID!, $asOf: Date) {
  household(id: $id, asOf: $asOf) {
    ...Profile
  }
}
    fragment Profile on Household {
  id
  kind
  number
  streetCode
  committeeCode
  address
  asOf
  registeredClass
  annualIncome {
    ...MoneyFact
  }
  outOfPocket12Months {
    ...MoneyFact
  }
  members {
    relationshipToHead
    person {
      ...Member
    }
  }
}
fragment MoneyFact on MoneyFact {
  value
  status
  sources
  asOf
}
fragment Member on Person {
  id
  name
  residentId
  sex
  birthDate
  age
  phone
  alive
  civilAffairs {
    status
    asOf
    payments(months: 6) {
      programme
      month
      amount
      paidOn
    }
    diedOn
  }
  healthInsurance {
    status
    asOf
    enrolments {
      insuranceType
      year
      status
    }
    outOfPocket12Months {
      ...MoneyFact
    }
    settlements(months: 12) {
      settlementId
      type
      settledAt
      total
      fundPaid
      selfPaid
      refund
    }
    chronicRegistrations {
      diseaseCode
      diseaseName
      beganOn
      endedOn
    }
  }
  education {
    status
    asOf
    enrolments {
      school
      stage
      grade
      status
      homeTaught
    }
    hardship {
      schoolYear
      level
    }
    aid {
      term
      item
      amount
      paidOn
    }
  }
  humanResources {
    status
    asOf
    lastContributionMonth
    contributionGapMonths
    contributions(months: 24) {
      month
      employer
      base
      status
    }
    unemployment {
      registeredOn
      benefitFrom
      benefitTo
      status
      hardToEmploy
    }
    pensions {
      kind
      monthlyAmount
      status
    }
  }
  disability {
    status
    asOf
    certificate {
      category
      level
      issuedOn
      expiresOn
      status
    }
    services {
      item
      servedOn
      amount
    }
  }
}`) as unknown as TypedDocumentString<HouseholdByIdQuery, HouseholdByIdQueryVariables>;
export const FindHouseholdsDocument = new TypedDocumentString(`
    query FindHouseholds($filter: HouseholdFilter!, $first: Int!, $after: String) {
  households(filter: $filter, first: $first, after: $after) {
    totalCount
    edges {
      cursor
      node {
        id
        kind
        streetCode
        registeredClass
        members {
          person {
            id
            name
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FindHouseholdsQuery, FindHouseholdsQueryVariables>;
export const AlertLearningDocument = new TypedDocumentString(`
    query AlertLearning($by: LearningKey!, $from: Date, $to: Date) {
  alertLearning(by: $by, from: $from, to: $to) {
    key
    closed
    decided
    confirmed
    alreadyServed
    refuted
    unreached
    precision
    hoursToContact
  }
}
    `) as unknown as TypedDocumentString<AlertLearningQuery, AlertLearningQueryVariables>;
export const RulesToRetireDocument = new TypedDocumentString(`
    query RulesToRetire($from: Date, $to: Date) {
  rulesToRetire(from: $from, to: $to) {
    key
    decided
    precision
  }
}
    `) as unknown as TypedDocumentString<RulesToRetireQuery, RulesToRetireQueryVariables>;
export const AssistanceCoverageDocument = new TypedDocumentString(`
    query AssistanceCoverage {
  assistanceCoverage {
    streetCode
    served
    confirmedUnserved
    coverage
  }
}
    `) as unknown as TypedDocumentString<AssistanceCoverageQuery, AssistanceCoverageQueryVariables>;
export const MessageAddressesDocument = new TypedDocumentString(`
    query MessageAddresses {
  messageAddresses {
    ...MessageAddressFields
  }
}
    fragment MessageAddressFields on MessageAddress {
  id
  channel
  address
  audience
  purpose
  kinds
  digestAt
  quietFrom
  quietUntil
  urgentInQuiet
  state
  pending
  dead
  version
}`) as unknown as TypedDocumentString<MessageAddressesQuery, MessageAddressesQueryVariables>;
export const AddMessageAddressDocument = new TypedDocumentString(`
    mutation AddMessageAddress($input: MessageAddressInput!, $key: ID!) {
  addMessageAddress(input: $input, idempotencyKey: $key) {
    ...MessageAddressOutcome
  }
}
    fragment MessageAddressFields on MessageAddress {
  id
  channel
  address
  audience
  purpose
  kinds
  digestAt
  quietFrom
  quietUntil
  urgentInQuiet
  state
  pending
  dead
  version
}
fragment MessageAddressOutcome on MessageAddressResult {
  ... on MessageAddressChanged {
    address {
      ...MessageAddressFields
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<AddMessageAddressMutation, AddMessageAddressMutationVariables>;
export const SendMessageCodeDocument = new TypedDocumentString(`
    mutation SendMessageCode($id: ID!) {
  sendMessageCode(id: $id) {
    ...MessageAddressOutcome
  }
}
    fragment MessageAddressFields on MessageAddress {
  id
  channel
  address
  audience
  purpose
  kinds
  digestAt
  quietFrom
  quietUntil
  urgentInQuiet
  state
  pending
  dead
  version
}
fragment MessageAddressOutcome on MessageAddressResult {
  ... on MessageAddressChanged {
    address {
      ...MessageAddressFields
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<SendMessageCodeMutation, SendMessageCodeMutationVariables>;
export const ConfirmMessageAddressDocument = new TypedDocumentString(`
    mutation ConfirmMessageAddress($id: ID!, $code: String!) {
  confirmMessageAddress(id: $id, code: $code) {
    ...MessageAddressOutcome
  }
}
    fragment MessageAddressFields on MessageAddress {
  id
  channel
  address
  audience
  purpose
  kinds
  digestAt
  quietFrom
  quietUntil
  urgentInQuiet
  state
  pending
  dead
  version
}
fragment MessageAddressOutcome on MessageAddressResult {
  ... on MessageAddressChanged {
    address {
      ...MessageAddressFields
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<ConfirmMessageAddressMutation, ConfirmMessageAddressMutationVariables>;
export const SetMessagePreferencesDocument = new TypedDocumentString(`
    mutation SetMessagePreferences($id: ID!, $preferences: MessagePreferences!, $expectedVersion: Int) {
  setMessagePreferences(
    id: $id
    preferences: $preferences
    expectedVersion: $expectedVersion
  ) {
    ...MessageAddressOutcome
  }
}
    fragment MessageAddressFields on MessageAddress {
  id
  channel
  address
  audience
  purpose
  kinds
  digestAt
  quietFrom
  quietUntil
  urgentInQuiet
  state
  pending
  dead
  version
}
fragment MessageAddressOutcome on MessageAddressResult {
  ... on MessageAddressChanged {
    address {
      ...MessageAddressFields
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<SetMessagePreferencesMutation, SetMessagePreferencesMutationVariables>;
export const PauseMessageAddressDocument = new TypedDocumentString(`
    mutation PauseMessageAddress($id: ID!) {
  pauseMessageAddress(id: $id) {
    ...MessageAddressOutcome
  }
}
    fragment MessageAddressFields on MessageAddress {
  id
  channel
  address
  audience
  purpose
  kinds
  digestAt
  quietFrom
  quietUntil
  urgentInQuiet
  state
  pending
  dead
  version
}
fragment MessageAddressOutcome on MessageAddressResult {
  ... on MessageAddressChanged {
    address {
      ...MessageAddressFields
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<PauseMessageAddressMutation, PauseMessageAddressMutationVariables>;
export const RemoveMessageAddressDocument = new TypedDocumentString(`
    mutation RemoveMessageAddress($id: ID!) {
  removeMessageAddress(id: $id) {
    ...MessageAddressOutcome
  }
}
    fragment MessageAddressFields on MessageAddress {
  id
  channel
  address
  audience
  purpose
  kinds
  digestAt
  quietFrom
  quietUntil
  urgentInQuiet
  state
  pending
  dead
  version
}
fragment MessageAddressOutcome on MessageAddressResult {
  ... on MessageAddressChanged {
    address {
      ...MessageAddressFields
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<RemoveMessageAddressMutation, RemoveMessageAddressMutationVariables>;
export const ReviewsDocument = new TypedDocumentString(`
    query Reviews($filter: ReviewFilter, $first: Int!, $after: String) {
  reviews(filter: $filter, first: $first, after: $after) {
    totalCount
    edges {
      cursor
      node {
        kind
        cadence
        checks
        everyMonths
        lastReviewedOn
        dueOn
        state
        household {
          id
          streetCode
          committeeCode
          registeredClass
        }
        alert {
          id
          state
          severity
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ReviewsQuery, ReviewsQueryVariables>;
export const ReviewsByStreetDocument = new TypedDocumentString(`
    query ReviewsByStreet {
  reviewsByStreet {
    streetCode
    overdue
    due
    planned
  }
}
    `) as unknown as TypedDocumentString<ReviewsByStreetQuery, ReviewsByStreetQueryVariables>;
export const RecordHouseholdVisitDocument = new TypedDocumentString(`
    mutation RecordHouseholdVisit($householdId: ID!, $input: VisitInput!, $key: ID!) {
  recordHouseholdVisit(
    householdId: $householdId
    input: $input
    idempotencyKey: $key
  ) {
    __typename
    ... on VisitRecorded {
      alert {
        id
        state
      }
    }
    ... on Refused {
      code
      message
      suggestion
    }
  }
}
    `) as unknown as TypedDocumentString<RecordHouseholdVisitMutation, RecordHouseholdVisitMutationVariables>;
export const DrawSpotChecksDocument = new TypedDocumentString(`
    mutation DrawSpotChecks($division: String!, $size: Int!, $key: ID!) {
  drawSpotChecks(division: $division, size: $size, idempotencyKey: $key) {
    __typename
    ... on SpotChecksDrawn {
      division
      drawnOn
      seed
      population
      householdIds
    }
    ... on Refused {
      code
      message
      suggestion
    }
  }
}
    `) as unknown as TypedDocumentString<DrawSpotChecksMutation, DrawSpotChecksMutationVariables>;
export const SubmitRuleDraftDocument = new TypedDocumentString(`
    mutation SubmitRuleDraft($draft: RuleDraft!, $from: Date, $reason: String!, $key: ID!, $expected: Int) {
  submitRuleDraft(
    draft: $draft
    effectiveFrom: $from
    reason: $reason
    idempotencyKey: $key
    expectedVersion: $expected
  ) {
    ...RuleBookResult
  }
}
    fragment RuleBookResult on RuleBookResult {
  __typename
  ... on RuleBookChanged {
    draft {
      ...SubmittedDraft
    }
    rule {
      ...RuleVersion
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
fragment SubmittedDraft on SubmittedRuleDraft {
  id
  ruleId
  expression
  parameters {
    name
    value
  }
  streets
  effectiveFrom
  baseVersion
  trial {
    matched
    added
    removed
    unknown
  }
  reason
  submittedBy
  submittedOn
  decision
  decidedBy
  decidedOn
  decisionReason
}
fragment RuleVersion on Rule {
  id
  version
  expression
  streets
  effectiveFrom
  effectiveTo
  parameters {
    name
    value
    source
  }
  release {
    releasedBy
    releasedOn
    reason
    restores
  }
}`) as unknown as TypedDocumentString<SubmitRuleDraftMutation, SubmitRuleDraftMutationVariables>;
export const ReleaseRuleDocument = new TypedDocumentString(`
    mutation ReleaseRule($draftId: ID!, $reason: String!, $key: ID!, $expected: Int) {
  releaseRule(
    draftId: $draftId
    reason: $reason
    idempotencyKey: $key
    expectedVersion: $expected
  ) {
    ...RuleBookResult
  }
}
    fragment RuleBookResult on RuleBookResult {
  __typename
  ... on RuleBookChanged {
    draft {
      ...SubmittedDraft
    }
    rule {
      ...RuleVersion
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
fragment SubmittedDraft on SubmittedRuleDraft {
  id
  ruleId
  expression
  parameters {
    name
    value
  }
  streets
  effectiveFrom
  baseVersion
  trial {
    matched
    added
    removed
    unknown
  }
  reason
  submittedBy
  submittedOn
  decision
  decidedBy
  decidedOn
  decisionReason
}
fragment RuleVersion on Rule {
  id
  version
  expression
  streets
  effectiveFrom
  effectiveTo
  parameters {
    name
    value
    source
  }
  release {
    releasedBy
    releasedOn
    reason
    restores
  }
}`) as unknown as TypedDocumentString<ReleaseRuleMutation, ReleaseRuleMutationVariables>;
export const DeclineRuleDraftDocument = new TypedDocumentString(`
    mutation DeclineRuleDraft($draftId: ID!, $reason: String!, $key: ID!) {
  declineRuleDraft(draftId: $draftId, reason: $reason, idempotencyKey: $key) {
    ...RuleBookResult
  }
}
    fragment RuleBookResult on RuleBookResult {
  __typename
  ... on RuleBookChanged {
    draft {
      ...SubmittedDraft
    }
    rule {
      ...RuleVersion
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
fragment SubmittedDraft on SubmittedRuleDraft {
  id
  ruleId
  expression
  parameters {
    name
    value
  }
  streets
  effectiveFrom
  baseVersion
  trial {
    matched
    added
    removed
    unknown
  }
  reason
  submittedBy
  submittedOn
  decision
  decidedBy
  decidedOn
  decisionReason
}
fragment RuleVersion on Rule {
  id
  version
  expression
  streets
  effectiveFrom
  effectiveTo
  parameters {
    name
    value
    source
  }
  release {
    releasedBy
    releasedOn
    reason
    restores
  }
}`) as unknown as TypedDocumentString<DeclineRuleDraftMutation, DeclineRuleDraftMutationVariables>;
export const RollBackRuleDocument = new TypedDocumentString(`
    mutation RollBackRule($ruleId: ID!, $toVersion: Int!, $reason: String!, $key: ID!, $expected: Int) {
  rollBackRule(
    ruleId: $ruleId
    toVersion: $toVersion
    reason: $reason
    idempotencyKey: $key
    expectedVersion: $expected
  ) {
    ...RuleBookResult
  }
}
    fragment RuleBookResult on RuleBookResult {
  __typename
  ... on RuleBookChanged {
    draft {
      ...SubmittedDraft
    }
    rule {
      ...RuleVersion
    }
  }
  ... on Refused {
    code
    message
    suggestion
  }
}
fragment SubmittedDraft on SubmittedRuleDraft {
  id
  ruleId
  expression
  parameters {
    name
    value
  }
  streets
  effectiveFrom
  baseVersion
  trial {
    matched
    added
    removed
    unknown
  }
  reason
  submittedBy
  submittedOn
  decision
  decidedBy
  decidedOn
  decisionReason
}
fragment RuleVersion on Rule {
  id
  version
  expression
  streets
  effectiveFrom
  effectiveTo
  parameters {
    name
    value
    source
  }
  release {
    releasedBy
    releasedOn
    reason
    restores
  }
}`) as unknown as TypedDocumentString<RollBackRuleMutation, RollBackRuleMutationVariables>;
export const RuleDraftsDocument = new TypedDocumentString(`
    query RuleDrafts($waiting: Boolean, $first: Int) {
  ruleDrafts(waiting: $waiting, first: $first) {
    ...SubmittedDraft
  }
}
    fragment SubmittedDraft on SubmittedRuleDraft {
  id
  ruleId
  expression
  parameters {
    name
    value
  }
  streets
  effectiveFrom
  baseVersion
  trial {
    matched
    added
    removed
    unknown
  }
  reason
  submittedBy
  submittedOn
  decision
  decidedBy
  decidedOn
  decisionReason
}`) as unknown as TypedDocumentString<RuleDraftsQuery, RuleDraftsQueryVariables>;
export const RuleVersionsDocument = new TypedDocumentString(`
    query RuleVersions($id: ID!) {
  ruleVersions(id: $id) {
    ...RuleVersion
  }
}
    fragment RuleVersion on Rule {
  id
  version
  expression
  streets
  effectiveFrom
  effectiveTo
  parameters {
    name
    value
    source
  }
  release {
    releasedBy
    releasedOn
    reason
    restores
  }
}`) as unknown as TypedDocumentString<RuleVersionsQuery, RuleVersionsQueryVariables>;
export const FullPassesDocument = new TypedDocumentString(`
    query FullPasses($first: Int) {
  fullPasses(first: $first) {
    day
    at
    rules
    results
    drifted
    drift {
      ruleId
      missing
      extra
      changed
    }
  }
}
    `) as unknown as TypedDocumentString<FullPassesQuery, FullPassesQueryVariables>;
export const RulesDocument = new TypedDocumentString(`
    query Rules($asOf: Date) {
  rules(asOf: $asOf) {
    id
    version
    name
    severity
    expression
    policyBasis
    effectiveFrom
    effectiveTo
    basisStatus
    parameters {
      name
      value
      unit
      source
    }
  }
}
    `) as unknown as TypedDocumentString<RulesQuery, RulesQueryVariables>;
export const TryRuleDocument = new TypedDocumentString(`
    query TryRule($rule: RuleDraft!, $asOf: Date) {
  tryRule(rule: $rule, asOf: $asOf) {
    matched
    added
    removed
    unknown
    byStreet {
      streetCode
      matched
      added
      removed
    }
    sample(first: 10) {
      household {
        id
      }
      change
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<TryRuleQuery, TryRuleQueryVariables>;
export const ExplainRuleDocument = new TypedDocumentString(`
    query ExplainRule($householdId: ID!, $ruleId: ID!, $asOf: Date) {
  explainRule(householdId: $householdId, ruleId: $ruleId, asOf: $asOf) {
    rule {
      id
      version
      name
    }
    result
    nearest {
      text
      reading
      parameters {
        title
        value
        unit
        source
      }
      personId
      left
      operator
      right
    }
    missing {
      text
      reading
      personId
      sources
      because
    }
    trace {
      ...Step
      parts {
        ...Step
        parts {
          ...Step
        }
      }
    }
  }
}
    fragment Step on TraceStep {
  text
  reading
  result
  personId
  left
  operator
  right
  sources
}`) as unknown as TypedDocumentString<ExplainRuleQuery, ExplainRuleQueryVariables>;
export const IdentityReviewsDocument = new TypedDocumentString(`
    query IdentityReviews($states: [IdentityReviewState!], $first: Int!, $after: String) {
  identityReviews(states: $states, first: $first, after: $after) {
    totalCount
    edges {
      node {
        id
        recordType
        sourceKey
        reason
        state
        openedAt
        closedAt
        candidates {
          id
          name
          residentId
          birthDate
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<IdentityReviewsQuery, IdentityReviewsQueryVariables>;
export const DecideIdentityReviewDocument = new TypedDocumentString(`
    mutation DecideIdentityReview($id: ID!, $personId: ID, $reason: String!, $key: ID!) {
  decideIdentityReview(
    id: $id
    personId: $personId
    reason: $reason
    idempotencyKey: $key
  ) {
    __typename
    ... on IdentityReviewChanged {
      review {
        id
        state
      }
    }
    ... on Refused {
      code
      message
      suggestion
    }
  }
}
    `) as unknown as TypedDocumentString<DecideIdentityReviewMutation, DecideIdentityReviewMutationVariables>;
export const PersonLinksDocument = new TypedDocumentString(`
    query PersonLinks($personId: ID!) {
  personLinks(personId: $personId) {
    method
    evidence
    linkedAt
    records {
      recordType
      sourceKey
    }
  }
}
    `) as unknown as TypedDocumentString<PersonLinksQuery, PersonLinksQueryVariables>;
export const UndoLinkDocument = new TypedDocumentString(`
    mutation UndoLink($recordType: String!, $sourceKey: String!, $reason: String!, $key: ID!) {
  undoLink(
    recordType: $recordType
    sourceKey: $sourceKey
    reason: $reason
    idempotencyKey: $key
  ) {
    __typename
    ... on LinkUndone {
      recordType
      sourceKey
    }
    ... on Refused {
      code
      message
      suggestion
    }
  }
}
    `) as unknown as TypedDocumentString<UndoLinkMutation, UndoLinkMutationVariables>;
export const ResubmitQuarantinedRowDocument = new TypedDocumentString(`
    mutation ResubmitQuarantinedRow($id: ID!, $cells: [CellInput!]!, $key: ID!) {
  resubmitQuarantinedRow(id: $id, cells: $cells, idempotencyKey: $key) {
    __typename
    ... on QuarantinedRowChanged {
      row {
        id
        state
      }
    }
    ... on Refused {
      code
      message
      suggestion
    }
  }
}
    `) as unknown as TypedDocumentString<ResubmitQuarantinedRowMutation, ResubmitQuarantinedRowMutationVariables>;
export const FindingsDocument = new TypedDocumentString(`
    query Findings($agency: String, $first: Int!, $after: String) {
  findings(agency: $agency, first: $first, after: $after) {
    totalCount
    edges {
      node {
        agency
        recordType
        file
        row
        sourceKey
        column
        code
        message
        foundAt
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<FindingsQuery, FindingsQueryVariables>;
export const AlertRaisedDocument = new TypedDocumentString(`
    subscription AlertRaised($filter: AlertFilter, $after: String) {
  alertRaised(filter: $filter, after: $after) {
    cursor
    kind
    alert {
      ...AlertCard
    }
  }
}
    fragment AlertCard on Alert {
  id
  state
  severity
  raisedAt
  dueAt
  streetCode
  committeeCode
  household {
    id
  }
  hits {
    rule {
      id
      version
      name
      policyBasis
    }
    severity
    firstSeenOn
    members {
      id
      name
    }
    evidence {
      label
      value
      status
      source
      asOf
    }
  }
  assignee
  outcome
}`) as unknown as TypedDocumentString<AlertRaisedSubscription, AlertRaisedSubscriptionVariables>;
export const HouseholdChangedDocument = new TypedDocumentString(`
    subscription HouseholdChanged($after: String) {
  householdChanged(after: $after) {
    cursor
    id
    household {
      ...Profile
    }
  }
}
    fragment Profile on Household {
  id
  kind
  number
  streetCode
  committeeCode
  address
  asOf
  registeredClass
  annualIncome {
    ...MoneyFact
  }
  outOfPocket12Months {
    ...MoneyFact
  }
  members {
    relationshipToHead
    person {
      ...Member
    }
  }
}
fragment MoneyFact on MoneyFact {
  value
  status
  sources
  asOf
}
fragment Member on Person {
  id
  name
  residentId
  sex
  birthDate
  age
  phone
  alive
  civilAffairs {
    status
    asOf
    payments(months: 6) {
      programme
      month
      amount
      paidOn
    }
    diedOn
  }
  healthInsurance {
    status
    asOf
    enrolments {
      insuranceType
      year
      status
    }
    outOfPocket12Months {
      ...MoneyFact
    }
    settlements(months: 12) {
      settlementId
      type
      settledAt
      total
      fundPaid
      selfPaid
      refund
    }
    chronicRegistrations {
      diseaseCode
      diseaseName
      beganOn
      endedOn
    }
  }
  education {
    status
    asOf
    enrolments {
      school
      stage
      grade
      status
      homeTaught
    }
    hardship {
      schoolYear
      level
    }
    aid {
      term
      item
      amount
      paidOn
    }
  }
  humanResources {
    status
    asOf
    lastContributionMonth
    contributionGapMonths
    contributions(months: 24) {
      month
      employer
      base
      status
    }
    unemployment {
      registeredOn
      benefitFrom
      benefitTo
      status
      hardToEmploy
    }
    pensions {
      kind
      monthlyAmount
      status
    }
  }
  disability {
    status
    asOf
    certificate {
      category
      level
      issuedOn
      expiresOn
      status
    }
    services {
      item
      servedOn
      amount
    }
  }
}`) as unknown as TypedDocumentString<HouseholdChangedSubscription, HouseholdChangedSubscriptionVariables>;
export const CaseChangedDocument = new TypedDocumentString(`
    subscription CaseChanged($after: String) {
  caseChanged(after: $after) {
    cursor
    kind
    case {
      ...CaseCard
    }
  }
}
    fragment CaseCard on Case {
  id
  state
  origin
  household {
    id
  }
  streetCode
  committeeCode
  adviser
  goal
  nextContactOn
  awaitsReferral
  openedAt
  closedAt
  outcome
  closingNote
  alerts {
    id
    state
    outcome
  }
  referrals {
    ...ReferralCard
  }
  version
}
fragment ReferralCard on Referral {
  id
  organisation
  need
  note
  assessedOn
  state
  answerBy
  answerIsProvisional
  passedUpOn
  from
  until
  sentAt
  endedAt
  endReason
  version
}`) as unknown as TypedDocumentString<CaseChangedSubscription, CaseChangedSubscriptionVariables>;
export const WebhooksDocument = new TypedDocumentString(`
    query Webhooks {
  webhooks {
    ...WebhookCard
    backlog {
      pending
      dead
      latest {
        position
        state
        plannedAt
        attempts
        nextAttemptAt
        status
        error
        endedAt
      }
    }
  }
}
    fragment WebhookCard on Webhook {
  id
  url
  subject
  purpose
  types
  detail
  signature
  state
  stateReason
  failures
  heldUntil
  createdAt
  version
}`) as unknown as TypedDocumentString<WebhooksQuery, WebhooksQueryVariables>;
export const CreateWebhookDocument = new TypedDocumentString(`
    mutation CreateWebhook($input: WebhookInput!, $key: ID!) {
  createWebhook(input: $input, idempotencyKey: $key) {
    ...WebhookAnswer
  }
}
    fragment WebhookCard on Webhook {
  id
  url
  subject
  purpose
  types
  detail
  signature
  state
  stateReason
  failures
  heldUntil
  createdAt
  version
}
fragment WebhookAnswer on WebhookResult {
  __typename
  ... on WebhookChanged {
    webhook {
      ...WebhookCard
    }
    secret
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<CreateWebhookMutation, CreateWebhookMutationVariables>;
export const ConfirmWebhookDocument = new TypedDocumentString(`
    mutation ConfirmWebhook($id: ID!) {
  confirmWebhook(id: $id) {
    ...WebhookAnswer
  }
}
    fragment WebhookCard on Webhook {
  id
  url
  subject
  purpose
  types
  detail
  signature
  state
  stateReason
  failures
  heldUntil
  createdAt
  version
}
fragment WebhookAnswer on WebhookResult {
  __typename
  ... on WebhookChanged {
    webhook {
      ...WebhookCard
    }
    secret
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<ConfirmWebhookMutation, ConfirmWebhookMutationVariables>;
export const PauseWebhookDocument = new TypedDocumentString(`
    mutation PauseWebhook($id: ID!, $expectedVersion: Int) {
  pauseWebhook(id: $id, expectedVersion: $expectedVersion) {
    ...WebhookAnswer
  }
}
    fragment WebhookCard on Webhook {
  id
  url
  subject
  purpose
  types
  detail
  signature
  state
  stateReason
  failures
  heldUntil
  createdAt
  version
}
fragment WebhookAnswer on WebhookResult {
  __typename
  ... on WebhookChanged {
    webhook {
      ...WebhookCard
    }
    secret
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<PauseWebhookMutation, PauseWebhookMutationVariables>;
export const ReplayWebhookDocument = new TypedDocumentString(`
    mutation ReplayWebhook($id: ID!, $since: DateTime!) {
  replayWebhook(id: $id, since: $since) {
    ...WebhookAnswer
  }
}
    fragment WebhookCard on Webhook {
  id
  url
  subject
  purpose
  types
  detail
  signature
  state
  stateReason
  failures
  heldUntil
  createdAt
  version
}
fragment WebhookAnswer on WebhookResult {
  __typename
  ... on WebhookChanged {
    webhook {
      ...WebhookCard
    }
    secret
  }
  ... on Refused {
    code
    message
    suggestion
  }
}`) as unknown as TypedDocumentString<ReplayWebhookMutation, ReplayWebhookMutationVariables>;
export const TestWebhookDocument = new TypedDocumentString(`
    mutation TestWebhook($id: ID!) {
  testWebhook(id: $id) {
    __typename
    ... on WebhookTested {
      status
      error
    }
    ... on Refused {
      code
      message
      suggestion
    }
  }
}
    `) as unknown as TypedDocumentString<TestWebhookMutation, TestWebhookMutationVariables>;