import { describe, expect, test } from 'vitest';
import { judgingPermissions, permissions } from '#schema/contracts/permission.ts';
import type { Authority, Grant, Permission } from '#schema/contracts/permission.ts';
import { assertCan, assertHolds } from './authorization.ts';

const grant = (part: Partial<Grant> = {}): Grant => ({
  id: 'grt_1',
  role: 'bureau-reviewer',
  permissions: [...permissions],
  relation: 'supervision',
  organizationId: 'bureau',
  path: 'bureau/',
  from: '2026-01-01',
  to: null,
  ...part,
});
const person = (part: Partial<Authority> = {}): Authority => ({
  personId: 'per_1',
  grants: [grant()],
  recusedFrom: [],
  ...part,
});
const under = { organizationId: 'hospital', paths: { supervision: 'bureau/hospital/' } };
const beside = { organizationId: 'other', paths: { supervision: 'bureau2/other/' } };

const refusal = (authority: Authority, action: Permission, subject: object) => {
  try {
    assertCan(authority, action, subject);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('asking before acting', () => {
  test('gives back the grant it rests on', () => {
    expect(assertCan(person(), 'submissions.review', under).id).toBe('grt_1');
  });

  test('is refused without the permission, out of range, and for the commission itself', () => {
    const reader = person({ grants: [grant({ permissions: ['submissions.read'] })] });
    expect(refusal(reader, 'submissions.review', under)).toBe('platform.forbidden');
    expect(refusal(person(), 'submissions.review', beside)).toBe('platform.out_of_range');
    expect(refusal(person(), 'organizations.manage', {})).toBe('platform.out_of_range');
    expect(refusal(person({ grants: [] }), 'submissions.read', under)).toBe('platform.forbidden');
  });

  test('a path that only begins with the same letters is another’s', () => {
    const subject = { organizationId: 'x', paths: { supervision: 'bureau-west/x/' } };
    expect(refusal(person(), 'submissions.read', subject)).toBe('platform.out_of_range');
  });

  test('a relation of another kind opens nothing', () => {
    const subject = { organizationId: 'x', paths: { territory: 'bureau/x/' } };
    expect(refusal(person(), 'submissions.read', subject)).toBe('platform.out_of_range');
  });

  test('a grant without a relation reaches its unit alone', () => {
    const clerk = person({ grants: [grant({ relation: null, path: null })] });
    expect(refusal(clerk, 'submissions.read', { organizationId: 'bureau' })).toBeUndefined();
    expect(refusal(clerk, 'submissions.read', under)).toBe('platform.out_of_range');
  });

  test('a grant for some tasks opens those and no other', () => {
    const limited = person({ grants: [grant({ tasks: ['training-report'] })] });
    const about = (task: string) => ({ ...under, task });
    expect(refusal(limited, 'submissions.review', about('training-report'))).toBeUndefined();
    expect(refusal(limited, 'submissions.review', about('complaints'))).toBe(
      'platform.out_of_range',
    );
  });
});

describe('keeping away', () => {
  const tied = person({ recusedFrom: ['hospital'] });
  const own = { ...under, madeBy: ['per_1'] };

  test.each([...judgingPermissions])(
    '%s is refused to who is tied and to who made it',
    (action) => {
      expect(refusal(tied, action, under)).toBe('platform.recused');
      expect(refusal(person(), action, own)).toBe('platform.own_work');
      expect(refusal(person(), action, { ...under, madeBy: ['per_2'] })).toBeUndefined();
    },
  );

  test.each(permissions.filter((action) => !judgingPermissions.has(action)))(
    '%s judges nobody, and is not refused for a tie',
    (action) => {
      expect(refusal(tied, action, own)).toBeUndefined();
    },
  );

  test('another grant does not heal a tie', () => {
    const twice = person({
      grants: [grant(), grant({ id: 'grt_2', organizationId: null })],
      recusedFrom: ['hospital'],
    });
    expect(refusal(twice, 'submissions.review', under)).toBe('platform.recused');
  });
});

test('a list is refused where no grant carries its permission, wherever it reaches', () => {
  expect(() => assertHolds(person({ grants: [] }), 'audit.read')).toThrow('platform.forbidden');
  expect(() => assertHolds(person(), 'audit.read')).not.toThrow();
});
