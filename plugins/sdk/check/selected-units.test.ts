import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '#schema/contracts/campaign/audience.ts';
import { selectAudience } from '../audience/select.ts';
import { organization } from '../testing/organizations.fixtures.ts';
import { selectUnits } from './selected-units.ts';

const day = '2026-03-01';
const units = [
  organization({ id: 'a', level: 'tertiary' }),
  organization({ id: 'b', level: 'secondary' }),
  organization({ id: 'c', level: 'secondary', ownership: 'private-profit' }),
  organization({ id: 'd', level: 'primary', closedOn: '2026-02-01' }),
];
const single: fc.Arbitrary<Audience> = fc.constantFrom<Audience>(
  { kind: ['hospital'] },
  { level: ['secondary'] },
  { level: ['tertiary', 'primary'] },
  { ownership: ['private-profit'] },
);
const audience = fc.oneof(
  single,
  fc.record({ not: single }),
  fc.record({ any: fc.array(single, { maxLength: 3 }) }),
);

describe('what audiences select, asked again and again', () => {
  it('is what each selects by itself, and of two what both select', () => {
    const selected = selectUnits(units, day);
    const idsOf = (each: Audience) => selectAudience(each, units, day).map(({ id }) => id);
    fc.assert(
      fc.property(audience, audience, (one, other) => {
        expect([...selected.of(one)]).toEqual(idsOf(one));
        const both = idsOf(one).filter((id) => idsOf(other).includes(id));
        expect(selected.inBoth(one, other)).toBe(both.length);
        expect(selected.inBoth(other, one)).toBe(both.length);
      }),
    );
  });

  it('selects an audience once, however many tasks have it', () => {
    let read = 0;
    const counted = units.map(
      (unit) => new Proxy(unit, { get: (target, key) => ((read += 1), Reflect.get(target, key)) }),
    );
    const selected = selectUnits(counted, day);
    selected.of({ level: ['secondary'] });
    const once = read;
    selected.of({ level: ['secondary'] });
    expect(selected.inBoth({ level: ['secondary'] }, { level: ['secondary'] })).toBe(2);
    expect(read).toBe(once);
  });
});
