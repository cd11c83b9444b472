import { describe, expect, it } from 'vitest';
import { dueInstant } from '#plugins/sdk/dates/days.ts';
import type { SubmissionState } from '#schema/contracts/submissions.ts';
import { findAskFault } from './applications.domain.ts';

const dueAt = dueInstant('2026-07-20', '24:00');
const filing = (state: SubmissionState, firstFiledAt: number | null = null) => ({
  state,
  nil: false,
  dueOn: '2026-07-20',
  dueAt,
  firstFiledAt,
  paperState: 'none' as const,
});
const reason = '信息系统切换';
const later = { kind: 'extension' as const, reason, dueOn: '2026-07-31' };
const correction = { kind: 'correction' as const, reason };

describe('more time', () => {
  it('is asked for up to the last moment of the due day, and not one moment later', () => {
    expect(findAskFault(filing('draft'), later, dueAt)).toBeUndefined();
    expect(findAskFault(filing('draft'), later, dueAt + 1)).toBe('expired');
  });

  it('ends on a later day than the one there is', () => {
    const same = { ...later, dueOn: '2026-07-20' };
    expect(findAskFault(filing('due'), same, dueAt - 1)).toBe('not-later');
  });

  it('is not for what has arrived or is exempt', () => {
    expect(findAskFault(filing('filed', 1), later, dueAt)).toBe('not-extendable');
    expect(findAskFault(filing('returned', 1), later, dueAt)).toBe('not-extendable');
    expect(findAskFault(filing('exempt'), later, dueAt)).toBe('not-extendable');
  });
});

describe('a correction', () => {
  it.each([
    ['accepted', undefined],
    ['filed', 'not-accepted'],
    ['returned', 'not-accepted'],
    ['draft', 'not-accepted'],
    ['exempt', 'not-accepted'],
  ] as const)('of what is %s: %s', (state, fault) => {
    expect(findAskFault(filing(state, 1), correction, dueAt + 1)).toBe(fault);
  });
});
