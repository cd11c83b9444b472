import { expect, test } from 'vitest';
import { isPending, standingOf } from './invitations.domain.ts';

const link = { tokenHash: 'a'.repeat(64), expiresAt: 1_000 };
const none = { tokenHash: null, expiresAt: null };

test('an authorized invitation has no link, a link that opens, or one that is out of date', () => {
  expect(standingOf({ state: 'authorized', ...none }, 5_000)).toBe('authorized');
  expect(standingOf({ state: 'authorized', ...link }, 1_000)).toBe('linked');
  expect(standingOf({ state: 'authorized', ...link }, 1_001)).toBe('expired');
});

test('what was used or withdrawn stays so, whatever the day', () => {
  for (const state of ['used', 'withdrawn'] as const) {
    expect(standingOf({ state, ...link }, 0)).toBe(state);
    expect(standingOf({ state, ...link }, 9_999)).toBe(state);
    expect(isPending({ state })).toBe(false);
  }
  expect(standingOf({ state: 'asked', ...none }, 0)).toBe('asked');
  expect(isPending({ state: 'asked' })).toBe(true);
});
