import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { relationKinds } from './campaign/audience.ts';
import {
  can,
  decide,
  holds,
  isWithin,
  judgingPermissions,
  permissions,
  rangeOf,
} from './permission.ts';
import type { Authority, Grant, Permission, Subject } from './permission.ts';

const units = ['org_a', 'org_b', 'org_c', 'org_d'] as const;
const unit = fc.constantFrom(...units);
const path = fc.uniqueArray(unit, { minLength: 1, maxLength: 3 }).map((ids) => ids.join('/') + '/');
const relation = fc.constantFrom(...relationKinds);
const action = fc.constantFrom(...permissions);
const tasks = fc.option(fc.subarray(['report', 'card']), { nil: undefined });

const grant: fc.Arbitrary<Grant> = fc
  .record({
    permissions: fc.subarray([...permissions]),
    organizationId: fc.option(unit),
    relation: fc.option(relation),
    path: fc.option(path),
    tasks,
  })
  .map((part) => ({ ...part, id: 'grt_1', role: 'bureau-reviewer', from: '2026-01-01', to: null }));

const authority: fc.Arbitrary<Authority> = fc.record({
  personId: fc.constantFrom('per_1', 'per_2'),
  grants: fc.array(grant, { maxLength: 4 }),
  recusedFrom: fc.subarray([...units]),
});

const subject: fc.Arbitrary<Subject> = fc.record(
  {
    organizationId: unit,
    paths: fc.dictionary(relation, path),
    task: fc.constantFrom('report', 'card'),
    madeBy: fc.subarray(['per_1', 'per_2']),
  },
  { requiredKeys: [] },
);

const reviewer = (part: Partial<Grant> = {}): Authority => ({
  personId: 'per_1',
  recusedFrom: [],
  grants: [
    {
      id: 'grt_1',
      role: 'bureau-reviewer',
      permissions: ['submissions.read', 'submissions.review'],
      relation: 'supervision',
      organizationId: 'org_a',
      path: 'org_a/',
      from: '2026-01-01',
      to: null,
      ...part,
    },
  ],
});
const hospital: Subject = { organizationId: 'org_b', paths: { supervision: 'org_a/org_b/' } };

describe('who may do what to whom', () => {
  test('a bureau reaches the hospitals that it supervises', () => {
    expect(can(reviewer(), 'submissions.read', hospital)).toBe(true);
  });

  test('a hospital under another bureau is out of range, however alike its path', () => {
    const other = { organizationId: 'org_b', paths: { supervision: 'org_ax/org_b/' } };
    const decision = decide(reviewer(), 'submissions.read', other);
    expect(decision).toEqual({ allowed: false, reason: 'out_of_range' });
  });

  test('a relation that the grant does not name gives nothing', () => {
    const elsewhere = { organizationId: 'org_b', paths: { territory: 'org_a/org_b/' } };
    expect(can(reviewer(), 'submissions.read', elsewhere)).toBe(false);
  });

  test('a grant over a unit alone does not reach its campuses', () => {
    const alone = reviewer({ relation: null, path: null });
    const campus = { organizationId: 'org_b', paths: { campus: 'org_a/org_b/' } };
    expect(can(alone, 'submissions.read', { organizationId: 'org_a' })).toBe(true);
    expect(can(alone, 'submissions.read', campus)).toBe(false);
  });

  test('what is the commission’s own is not reached from a unit', () => {
    expect(can(reviewer(), 'submissions.read', {})).toBe(false);
    const own = reviewer({ organizationId: null, relation: null, path: null });
    expect(can(own, 'submissions.read', {})).toBe(true);
  });

  test('nobody judges what he made, and a tie to the unit refuses too', () => {
    const own = { ...hospital, madeBy: ['per_1'] };
    expect(decide(reviewer(), 'submissions.review', own)).toMatchObject({ reason: 'own_work' });
    expect(can(reviewer(), 'submissions.read', own)).toBe(true);
    const tied = { ...reviewer(), recusedFrom: ['org_b'] };
    expect(decide(tied, 'submissions.review', hospital)).toMatchObject({ reason: 'recused' });
    expect(can(tied, 'submissions.read', hospital)).toBe(true);
  });

  test('a grant for some tasks says nothing about the others', () => {
    const limited = reviewer({ tasks: ['report'] });
    expect(can(limited, 'submissions.read', { ...hospital, task: 'report' })).toBe(true);
    expect(can(limited, 'submissions.read', { ...hospital, task: 'card' })).toBe(false);
  });
});

describe('whatever the grants', () => {
  test('a list shows exactly what may be read one by one', () => {
    fc.assert(
      fc.property(authority, action, subject, (who, what, whom) => {
        fc.pre(!judgingPermissions.has(what));
        expect(isWithin(rangeOf(who, what), whom)).toBe(can(who, what, whom));
      }),
      { numRuns: 2_000 },
    );
  });

  test('nothing is allowed without a grant that carries the permission', () => {
    fc.assert(
      fc.property(authority, action, subject, (who, what, whom) => {
        fc.pre(can(who, what, whom));
        expect(holds(who, what)).toBe(true);
      }),
    );
  });

  test('one more tie never allows more', () => {
    fc.assert(
      fc.property(authority, action, subject, unit, (who, what, whom, tie) => {
        const tied = { ...who, recusedFrom: [...who.recusedFrom, tie] };
        fc.pre(can(tied, what, whom));
        expect(can(who, what, whom)).toBe(true);
      }),
    );
  });

  test('one more grant never takes anything away', () => {
    fc.assert(
      fc.property(authority, grant, action, subject, (who, more, what: Permission, whom) => {
        const richer = { ...who, grants: [...who.grants, more] };
        fc.pre(can(who, what, whom));
        expect(can(richer, what, whom)).toBe(true);
      }),
    );
  });
});
