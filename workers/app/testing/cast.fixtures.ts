import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { OrganizationDraft } from '#schema/contracts/organizations.ts';
import type { Role } from '#schema/contracts/permission.ts';
import type { TenantSource } from '#workers/modules/tenants/index.ts';

/** Everybody a test may act as. */
export type CastName =
  | 'drafter'
  | 'checker'
  | 'signer'
  | 'reviewer'
  | 'clerk'
  | 'department'
  | 'head'
  | 'other-clerk'
  | 'system-admin'
  | 'security-admin'
  | 'audit-admin'
  | 'analyst'
  | 'operator';

export type CastMember = {
  readonly role: Role;
  readonly post: string;
  /** Key of a unit below; absent for the commission itself. */
  readonly unit?: string;
  readonly relation?: RelationKind;
};

export const tenantCast: Readonly<Partial<Record<CastName, CastMember>>> = {
  drafter: { role: 'commission-drafter', post: '行风办拟稿岗' },
  checker: { role: 'commission-checker', post: '行风办核稿岗' },
  signer: { role: 'commission-signer', post: '分管领导' },
  reviewer: {
    role: 'bureau-reviewer',
    post: '医政科审核岗',
    unit: 'bureau',
    relation: 'supervision',
  },
  clerk: { role: 'hospital-clerk', post: '行风办填报岗', unit: 'hospital' },
  department: { role: 'hospital-department', post: '财务科', unit: 'hospital' },
  head: { role: 'hospital-head', post: '院长', unit: 'hospital' },
  'other-clerk': { role: 'hospital-clerk', post: '行风办填报岗', unit: 'direct-hospital' },
  'system-admin': { role: 'system-admin', post: '系统管理员' },
  'security-admin': { role: 'security-admin', post: '安全管理员' },
  'audit-admin': { role: 'audit-admin', post: '审计管理员' },
};

export const controlCast: Readonly<Partial<Record<CastName, CastMember>>> = {
  analyst: { role: 'oversight-analyst', post: '上级机关分析岗' },
  operator: { role: 'platform-operator', post: '平台运维岗' },
};

/** A bureau with two hospitals under it, and one directly under the commission. */
export const castUnits: readonly OrganizationDraft[] = [
  {
    key: 'bureau',
    name: '东区卫生健康局',
    order: 100,
    kind: 'bureau',
    relations: [{ relation: 'supervision' }, { relation: 'territory' }],
  },
  {
    key: 'hospital',
    name: '东区第一医院',
    order: 110,
    kind: 'hospital',
    level: 'secondary',
    ownership: 'public',
    facts: [{ key: 'beds', value: 320, from: '2020-01-01', to: null }],
    relations: [
      { relation: 'supervision', superior: 'bureau' },
      { relation: 'territory', superior: 'bureau' },
    ],
  },
  {
    key: 'second-hospital',
    name: '东区第二医院',
    order: 120,
    kind: 'hospital',
    level: 'primary',
    ownership: 'private-profit',
    relations: [{ relation: 'supervision', superior: 'bureau' }],
  },
  {
    key: 'direct-hospital',
    name: '直属中心医院',
    order: 10,
    kind: 'hospital',
    level: 'tertiary',
    ownership: 'public',
    relations: [{ relation: 'supervision' }, { relation: 'territory', superior: 'bureau' }],
  },
];

export const testTenantSource: TenantSource = {
  level: 'district',
  divisionCode: '990101',
  names: { full: { zh: '测试区卫生健康委员会', en: 'Test District' }, short: '测试区' },
  order: 1,
  plugin: { id: 'test', version: '1.0.0' },
  branding: { accent: '#1f5f8b', title: '测试区行风建设', mark: '测', motif: 'plain' },
  words: { self: '本委', departments: '科室', territory: '全区', office: '行风办' },
  footer: { sponsor: '测试区卫生健康委员会' },
};
