import { describe, expect, it } from 'vitest';
import type { Grant } from '#schema/contracts/permission.ts';
import {
  findAnswerFault,
  isOpen,
  isOverdue,
  isWhole,
  mayFile,
  officeSubject,
  officesAbove,
  registerWords,
  seatOf,
} from './petitions.domain.ts';

const grant = (organizationId: string | null): Grant => ({
  id: 'g',
  role: 'bureau-reviewer',
  permissions: ['petitions.handle'],
  relation: null,
  organizationId,
  path: null,
  from: '2026-01-01',
  to: null,
});

describe('a petition', () => {
  it('is filed under a signature, an information without one', () => {
    expect(mayFile('instruction', 'signed')).toBe(true);
    expect(mayFile('instruction', 'drafting')).toBe(false);
    expect(mayFile('report', 'signing')).toBe(false);
    expect(mayFile('information', 'drafting')).toBe(true);
    expect(mayFile('information', 'returned')).toBe(true);
    expect(mayFile('information', 'filed')).toBe(false);
  });

  it('is whole with a title and a text', () => {
    expect(isWhole({ title: '请示', text: '妥否', evidence: [] })).toBe(true);
    expect(isWhole({ title: '请', text: '妥否', evidence: [] })).toBe(false);
  });

  it('is answered once it was filed, a 请示 after a 批示', () => {
    expect(findAnswerFault('instruction', 'proposed')).toBe('instruction_wanted');
    expect(findAnswerFault('instruction', 'instructed')).toBeUndefined();
    expect(findAnswerFault('report', 'filed')).toBeUndefined();
    expect(findAnswerFault('report', 'answered')).toBe('not_open');
    expect(['filed', 'proposed', 'instructed'].every((state) => isOpen(state as 'filed'))).toBe(
      true,
    );
  });

  it('is overdue after the day that a 批示 set, until something went back', () => {
    const of = (state: 'instructed' | 'answered', dueOn: string | null) =>
      isOverdue({ state, dueOn }, '2026-07-02');
    expect(of('instructed', '2026-07-01')).toBe(true);
    expect(of('instructed', '2026-07-02')).toBe(false);
    expect(of('instructed', null)).toBe(false);
    expect(of('answered', '2026-07-01')).toBe(false);
  });

  it('has the number of the office that received it', () => {
    expect(registerWords(2026, 3)).toBe('收文〔2026〕3号');
    expect(registerWords(null, null)).toBeUndefined();
  });
});

describe('who acts', () => {
  it('does so from a seat in the office or the unit, not from a range that reaches there', () => {
    const actor = { personId: 'p', recusedFrom: [], grants: [grant(null), grant('bureau')] };
    expect(seatOf(actor, '').grants).toEqual([grant(null)]);
    expect(seatOf(actor, 'bureau').grants).toEqual([grant('bureau')]);
    expect(officeSubject('')).toEqual({});
    expect(officeSubject('bureau')).toEqual({ organizationId: 'bureau' });
  });

  it('writes to the nearest office first, to each once, never to himself', () => {
    const paths = { supervision: 'city/county/hospital/', territory: 'city/hospital/' };
    expect(officesAbove('hospital', paths)).toEqual(['county', 'city']);
    expect(officesAbove('hospital', {})).toEqual([]);
  });
});
