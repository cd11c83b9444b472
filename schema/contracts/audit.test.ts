import { expect, test } from 'vitest';
import { AUDIT_ACTIONS } from './audit.ts';

test('every audit action is an entity and a verb, named once and in order', () => {
  expect([...new Set(AUDIT_ACTIONS)].toSorted()).toEqual(AUDIT_ACTIONS);
  for (const action of AUDIT_ACTIONS) expect(action).toMatch(/^[a-z-]+\.[a-z-]+$/);
});
