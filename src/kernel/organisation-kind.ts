import { AGENCY_TITLE, type AgencyId } from './agency.ts';

/**
 * The bodies that take part in social assistance, by their line of work (条线). From the task table of
 * 长宁〔2021〕3号 (20 bodies), its 四(二) (发改、审计、城管) and the heading of 威民发〔2024〕27号 (社会工作部、水务、农业农村、
 * 行政审批); 青浦〔2021〕30号 五(一) adds the specialised social organisations.
 */
const LINES_OF_WORK = {
  'civil-affairs': '民政',
  subdistrict: '街道、镇',
  'data-centre': '大数据中心',
  education: '教育',
  'human-resources': '人力资源和社会保障',
  health: '卫生健康',
  'emergency-management': '应急管理',
  'health-insurance': '医疗保障',
  housing: '住房保障和房屋管理、住房和城乡建设',
  finance: '财政',
  justice: '司法行政',
  'public-security': '公安',
  taxation: '税务',
  'market-regulation': '市场监督管理',
  'civility-office': '精神文明建设',
  'youth-league': '共青团',
  'trade-union': '工会',
  'women-federation': '妇联',
  'disability-federation': '残联',
  'red-cross': '红十字会',
  'development-reform': '发展和改革',
  audit: '审计',
  'urban-management': '城市管理行政执法',
  'social-work': '社会工作部',
  water: '水务',
  agriculture: '农业农村',
  'administrative-approval': '行政审批服务',
  'service-organisation': '社会服务机构',
} as const;

export type OrganisationKind = keyof typeof LINES_OF_WORK | AgencyId;

/** Every agency that delivers has a line of work, also one that those documents do not name. */
export const ORGANISATION_KIND_TITLE: Readonly<Record<OrganisationKind, string>> = {
  ...AGENCY_TITLE,
  ...LINES_OF_WORK,
};

export const ORGANISATION_KINDS = Object.keys(ORGANISATION_KIND_TITLE) as readonly OrganisationKind[];
