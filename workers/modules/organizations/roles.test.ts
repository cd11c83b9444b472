import { expect, test } from 'vitest';
import { judgingPermissions, permissions, roles } from '#schema/contracts/permission.ts';
import { permissionsOf, separationClassOf } from './roles.ts';

test('every permission belongs to some role, and no role to none', () => {
  const given = new Set(roles.flatMap(permissionsOf));
  expect(permissions.filter((permission) => !given.has(permission))).toEqual([]);
  expect(roles.filter((role) => permissionsOf(role).length === 0)).toEqual([]);
});

test('who drafts neither checks nor signs, who prepares does not approve', () => {
  const drafter = permissionsOf('commission-drafter');
  expect(drafter).not.toContain('campaigns.check');
  expect(drafter).not.toContain('campaigns.sign');
  expect(drafter).not.toContain('snapshots.approve');
});

test('nobody of a hospital judges', () => {
  for (const role of ['hospital-clerk', 'hospital-department', 'hospital-head'] as const) {
    expect(permissionsOf(role).filter((permission) => judgingPermissions.has(permission))).toEqual(
      [],
    );
  }
});

test('the three administrators share one class and hold nothing of the campaign', () => {
  const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const;
  expect(administrators.map(separationClassOf)).toEqual(Array(3).fill('administration'));
  for (const role of administrators) {
    const business = permissionsOf(role).filter((name) =>
      /^(campaigns|submissions|scoring)/.test(name),
    );
    expect(business).toEqual([]);
  }
  expect(permissionsOf('audit-admin')).toContain('audit.read');
  expect(permissionsOf('system-admin')).not.toContain('audit.read');
});

test('the operator and the higher authority hold nothing in a tenant', () => {
  expect(permissionsOf('platform-operator')).toEqual(['platform.manage-tenants']);
  expect(permissionsOf('oversight-analyst')).toEqual(['oversight.compare']);
});
