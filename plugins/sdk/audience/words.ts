import type {
  organizationLevels,
  OrganizationKind,
  ownerships,
  RelationKind,
} from '#schema/contracts/campaign/audience.ts';
import type { Language } from '#schema/contracts/campaign/text.ts';

type Words = Record<Language, string>;

export const organizationKindWords: Record<OrganizationKind, Words> = {
  hospital: { 'zh-CN': '医院', en: 'hospitals' },
  'township-health-centre': { 'zh-CN': '乡镇（街道）卫生院', en: 'township health centres' },
  'community-health-centre': { 'zh-CN': '社区卫生服务中心', en: 'community health centres' },
  'public-health': { 'zh-CN': '公共卫生机构', en: 'public health institutions' },
  clinic: { 'zh-CN': '诊所、门诊部、村卫生室', en: 'clinics' },
  bureau: { 'zh-CN': '下级卫生健康行政部门', en: 'lower health authorities' },
  department: { 'zh-CN': '机关处（科）室', en: 'departments of the commission' },
  other: { 'zh-CN': '其他单位', en: 'other units' },
};

export const organizationLevelWords: Record<(typeof organizationLevels)[number], Words> = {
  tertiary: { 'zh-CN': '三级', en: 'tertiary' },
  secondary: { 'zh-CN': '二级', en: 'secondary' },
  primary: { 'zh-CN': '一级', en: 'primary' },
  ungraded: { 'zh-CN': '未定级', en: 'ungraded' },
};

export const ownershipWords: Record<(typeof ownerships)[number], Words> = {
  public: { 'zh-CN': '公立', en: 'public' },
  'private-nonprofit': { 'zh-CN': '民营非营利', en: 'private non-profit' },
  'private-profit': { 'zh-CN': '民营营利', en: 'private for-profit' },
};

export const relationWords: Record<RelationKind, Words> = {
  supervision: { 'zh-CN': '主管', en: 'supervised' },
  territory: { 'zh-CN': '属地管理', en: 'in the territory' },
  guidance: { 'zh-CN': '业务指导', en: 'guided' },
  cadre: { 'zh-CN': '干部管理', en: 'with cadres managed' },
  campus: { 'zh-CN': '院区', en: 'campus' },
};
