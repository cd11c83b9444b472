import { describe, expect, test } from 'vitest';
import type { Reader } from './handovers.domain.ts';
import { actsOf, maySee, mayHandOver } from './handovers.domain.ts';

const nobody: Reader = {
  personId: 'per_9',
  authorizes: false,
  manages: false,
  heads: new Set<string>(),
};
const head: Reader = { ...nobody, personId: 'per_h', heads: new Set(['org_1']) };
const security: Reader = { ...nobody, personId: 'per_s', authorizes: true, manages: true };
const giver: Reader = { ...nobody, personId: 'per_1' };
const taker: Reader = { ...nobody, personId: 'per_2' };
const clerk = {
  isAdministration: false,
  personId: 'per_1',
  role: 'hospital-clerk',
  organizationId: 'org_1',
} as const;

describe('who hands a post over', () => {
  test('its holder, the head of the unit, the security administrator; nobody else', () => {
    expect([giver, head, security].map((reader) => mayHandOver(reader, clerk))).toEqual([
      true,
      true,
      true,
    ]);
    expect(mayHandOver(nobody, clerk)).toBe(false);
    expect(mayHandOver({ ...head, heads: new Set(['org_2']) }, clerk)).toBe(false);
  });

  test('a head not his own superior’s or another head’s post', () => {
    expect(mayHandOver(head, { ...clerk, role: 'hospital-head' })).toBe(false);
    expect(mayHandOver(head, { ...clerk, role: 'bureau-reviewer' })).toBe(false);
  });

  test('no administrator’s post is handed on, not even by its holder', () => {
    for (const role of ['system-admin', 'security-admin', 'audit-admin'] as const) {
      const post = { isAdministration: true, personId: 'per_s', role, organizationId: null };
      expect(mayHandOver(security, post)).toBe(false);
    }
  });
});

describe('a hand-over', () => {
  const open = {
    state: 'asked',
    role: 'hospital-clerk',
    organizationId: 'org_1',
    fromId: 'per_1',
    toId: 'per_2',
    openedBy: 'per_h',
  } as const;

  test('is authorized by one who neither gives nor takes', () => {
    expect(actsOf(security, open)).toEqual(['authorize', 'withdraw']);
    expect(actsOf({ ...security, personId: 'per_2' }, open)).toEqual(['withdraw']);
    expect(actsOf(head, open)).toEqual(['withdraw']);
  });

  test('is acknowledged by the successor alone, once it is authorized', () => {
    expect(actsOf(taker, open)).toEqual([]);
    const authorized = { ...open, state: 'authorized' } as const;
    expect(actsOf(taker, authorized)).toEqual(['acknowledge']);
    expect(actsOf(giver, authorized)).toEqual(['withdraw']);
  });

  test('that is done can be neither taken back nor done again', () => {
    for (const state of ['settled', 'withdrawn'] as const) {
      for (const reader of [security, head, giver, taker]) {
        expect(actsOf(reader, { ...open, state })).toEqual([]);
      }
    }
  });

  test('is seen by the two, the head, the administrators, and nobody else', () => {
    const readers = [giver, taker, head, security, nobody];
    expect(readers.map((reader) => maySee(reader, open))).toEqual([true, true, true, true, false]);
  });
});
