import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf, anyOf, bureaus, institutions, not, tagged, withFact } from '../define.ts';
import { organization } from '../testing/organizations.fixtures.ts';
import { countAudience, isInAudience, selectAudience } from './select.ts';

const today = '2026-07-08';
const bureau = {
  superiorId: 'org_bureau',
  superiorIsTenant: false,
  superiorKind: 'bureau' as const,
};

const units = [
  organization({ id: 'direct' }),
  organization({
    id: 'county',
    level: 'secondary',
    relations: [{ relation: 'supervision', ...bureau }],
  }),
  organization({ id: 'private', ownership: 'private-profit', tags: ['ceiling'] }),
  organization({ id: 'closed', closedOn: '2026-06-30' }),
  organization({ id: 'bureau', kind: 'bureau', level: undefined, ownership: undefined }),
  organization({
    id: 'moved',
    relations: [
      {
        relation: 'supervision',
        superiorId: 'org_commission',
        superiorIsTenant: true,
        to: '2026-05-31',
      },
      { relation: 'supervision', ...bureau, from: '2026-06-01' },
    ],
    facts: [
      { key: 'beds', value: 99, to: '2026-06-30' },
      { key: 'beds', value: 120, from: '2026-07-01' },
    ],
  }),
];
const ids = (audience: Parameters<typeof selectAudience>[0], day = today) =>
  selectAudience(audience, units, day).map(({ id }) => id);

describe('audiences', () => {
  it('leave out a unit that has closed, but not before it closed', () => {
    expect(ids(institutions())).not.toContain('closed');
    expect(ids(institutions(), '2026-06-30')).toContain('closed');
  });

  it('name the relation they mean: directly under the commission', () => {
    expect(ids(institutions({ under: 'supervision' }))).toEqual(['direct', 'private']);
    expect(ids(institutions({ under: 'territory' }))).toEqual([]);
  });

  it('follow a unit that moved from the commission to a bureau', () => {
    const under = institutions({ under: 'supervision' });
    expect(ids(under, '2026-05-31')).toContain('moved');
    expect(ids(under, '2026-06-01')).not.toContain('moved');
    expect(ids({ relation: 'supervision', to: 'any-bureau' })).toEqual(['county', 'moved']);
    expect(ids({ relation: 'supervision', to: { organization: 'org_bureau' } })).toEqual([
      'county',
      'moved',
    ]);
  });

  it('look at a fact as it stood on the day', () => {
    expect(ids(withFact('beds', 'ge', 100))).toEqual(['moved']);
    expect(ids(withFact('beds', 'ge', 100), '2026-06-30')).toEqual([]);
    expect(ids(withFact('beds', 'present'), '2026-06-30')).toEqual(['moved']);
  });

  it('combine two attributes, and except by a tag', () => {
    expect(ids(institutions({ levels: ['secondary'], ownership: ['public'] }))).toEqual(['county']);
    expect(ids(allOf(institutions({ kinds: ['hospital'] }), not(tagged('ceiling'))))).toEqual([
      'direct',
      'county',
      'moved',
    ]);
  });

  it('are counted by kind', () => {
    expect(countAudience(anyOf(institutions(), bureaus()), units, today)).toEqual({
      total: 5,
      byKind: { hospital: 4, bureau: 1 },
    });
  });

  it('never hold a unit and its opposite at once', () => {
    const audiences = fc.constantFrom(
      institutions(),
      bureaus(),
      tagged('ceiling'),
      withFact('beds', 'ge', 1),
    );
    fc.assert(
      fc.property(audiences, fc.constantFrom(...units), (audience, unit) => {
        const inside = isInAudience(audience, unit, '2026-05-01');
        expect(isInAudience(not(audience), unit, '2026-05-01')).toBe(!inside);
      }),
    );
  });
});
