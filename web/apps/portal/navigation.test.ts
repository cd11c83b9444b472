import { describe, expect, it } from 'vitest';
import type { Permission } from '#web/shared/permissions.ts';
import { hasWorkHere } from './navigation.ts';

const holding = (...held: readonly Permission[]) => ({
  holds: (permission: Permission) => held.includes(permission),
  can: () => false,
});

describe('who has work in the portal', () => {
  it('fills in or signs off; commission and administrators are led to the console', () => {
    expect(hasWorkHere(holding('submissions.fill'))).toBe(true);
    expect(hasWorkHere(holding('submissions.sign-off'))).toBe(true);
    expect(hasWorkHere(holding('identity.manage', 'organizations.read'))).toBe(false);
    expect(hasWorkHere(holding('audit.read'))).toBe(false);
    expect(hasWorkHere(holding('campaigns.draft', 'submissions.read'))).toBe(false);
  });
});
