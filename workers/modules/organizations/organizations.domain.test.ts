import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfPrefix, pathsOf } from './organizations.domain.ts';
import type { RelationLink } from './organizations.domain.ts';

const link = (
  organizationId: string,
  superiorId: string | null,
  relation: RelationLink['relation'] = 'supervision',
): RelationLink => ({ organizationId, superiorId, relation });

describe('paths', () => {
  test('lead from the top of each relation to the unit, relation by relation', () => {
    const result = pathsOf([
      link('bureau', null),
      link('hospital', 'bureau'),
      link('campus', 'hospital'),
      link('campus', null, 'territory'),
    ]);
    expect(result).toEqual({
      ok: true,
      paths: [
        { relation: 'supervision', organizationId: 'bureau', path: 'bureau/' },
        { relation: 'supervision', organizationId: 'hospital', path: 'bureau/hospital/' },
        { relation: 'supervision', organizationId: 'campus', path: 'bureau/hospital/campus/' },
        { relation: 'territory', organizationId: 'campus', path: 'campus/' },
      ],
    });
  });

  test('a superior without a place of its own in the relation stands at the top of it', () => {
    expect(pathsOf([link('hospital', 'university')])).toMatchObject({
      paths: [{ path: 'university/hospital/' }],
    });
  });

  test('nobody stands under himself, however far round', () => {
    const circle = [link('a', 'b'), link('b', 'c'), link('c', 'a')];
    expect(pathsOf(circle)).toMatchObject({ ok: false, reason: 'circle' });
  });

  test('sort under the path of the superior and of nobody else', () => {
    const tree = fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(tree, (choices) => {
        const ids = choices.map((_, index) => `org_${index}`);
        const links = ids.map((id, index) =>
          link(id, index === 0 ? null : (ids[(choices[index] ?? 0) % index] ?? null)),
        );
        const result = pathsOf(links);
        if (!result.ok) throw new Error('a tree has no circle');
        for (const above of result.paths) {
          for (const below of result.paths) {
            const isUnder = below.path.startsWith(above.path);
            const sortsUnder = below.path >= above.path && below.path < endOfPrefix(above.path);
            expect(sortsUnder).toBe(isUnder);
          }
        }
      }),
    );
  });
});
