import type { Role } from '#schema/contracts/permission.ts';

/** Roles as the printed table of demo accounts names them. */
export const roleWords: Readonly<Record<Role, { zh: string; en: string }>> = {
  'commission-drafter': { zh: '行风办拟稿', en: 'drafter of the commission' },
  'commission-checker': { zh: '行风办核稿、审核', en: 'checker of the commission' },
  'commission-signer': { zh: '分管领导签发', en: 'signer of the commission' },
  'bureau-reviewer': { zh: '审核', en: 'reviewer' },
  'hospital-clerk': { zh: '填报人（联络员）', en: 'filling clerk' },
  'hospital-department': { zh: '科室负责人', en: 'head of department' },
  'hospital-head': { zh: '主要负责人审签', en: 'head of the unit' },
  'system-admin': { zh: '系统管理员', en: 'system administrator' },
  'security-admin': { zh: '安全管理员', en: 'security administrator' },
  'audit-admin': { zh: '审计管理员', en: 'audit administrator' },
  'oversight-analyst': { zh: '上级机关分析', en: 'analyst of the higher authority' },
  'platform-operator': { zh: '平台运维', en: 'platform operator' },
};
