import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { Role } from '#schema/contracts/permission.ts';
import type { DemoUnit } from './unit.ts';

/** A post with an account; without units it is the commission's own. */
export type DemoAccount = {
  readonly username: string;
  readonly post: string;
  readonly role: Role;
  readonly units?: readonly string[];
  /** With one unit: everything under it in this relation. */
  readonly relation?: RelationKind;
  /** The person has left; the account is barred. */
  readonly left?: boolean;
};

const commission: readonly DemoAccount[] = [
  { username: 'drafter', post: '行风办拟稿岗', role: 'commission-drafter' },
  { username: 'checker', post: '行风办核稿岗', role: 'commission-checker' },
  { username: 'countersigner', post: '会签处室负责人', role: 'commission-checker' },
  { username: 'signer', post: '分管领导', role: 'commission-signer' },
  { username: 'reviewer', post: '行风办审核岗', role: 'bureau-reviewer' },
  { username: 'sysadmin', post: '系统管理员', role: 'system-admin' },
  { username: 'secadmin', post: '安全管理员', role: 'security-admin' },
  { username: 'auditor', post: '审计管理员', role: 'audit-admin' },
];

/** Posts of the hosts above the regions. */
export const controlAccounts: readonly DemoAccount[] = [
  { username: 'analyst', post: '上级机关分析岗', role: 'oversight-analyst' },
  { username: 'operator', post: '平台运维岗', role: 'platform-operator' },
];

/** The posts of a demo region; `hospital` is the house in which the sign-off is shown. */
export function makeAccounts(input: {
  hospital: DemoUnit;
  bureau: DemoUnit | undefined;
  sharedClerkOf: readonly string[];
  leftClerkOf: string | undefined;
}): DemoAccount[] {
  const { hospital, bureau, sharedClerkOf, leftClerkOf } = input;
  const units = [hospital.key];
  return [
    ...commission,
    ...(bureau === undefined
      ? []
      : [
          {
            username: 'bureau',
            post: '行风建设审核岗',
            role: 'bureau-reviewer' as const,
            units: [bureau.key],
            relation: 'territory' as const,
          },
        ]),
    { username: 'clerk', post: '行风办填报岗', role: 'hospital-clerk', units },
    { username: 'clerk2', post: '行风办填报岗（协办）', role: 'hospital-clerk', units },
    { username: 'department', post: '行风办负责人', role: 'hospital-department', units },
    { username: 'deputy', post: '分管院领导', role: 'hospital-head', units },
    { username: 'head', post: '主要负责人', role: 'hospital-head', units },
    ...(sharedClerkOf.length === 0
      ? []
      : [
          {
            username: 'clerk3',
            post: '联合填报岗',
            role: 'hospital-clerk' as const,
            units: sharedClerkOf,
          },
        ]),
    ...(leftClerkOf === undefined
      ? []
      : [
          {
            username: 'former-clerk',
            post: '原行风办填报岗',
            role: 'hospital-clerk' as const,
            units: [leftClerkOf],
            left: true,
          },
        ]),
  ];
}
