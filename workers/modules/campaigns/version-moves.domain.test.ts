import { describe, expect, it } from 'vitest';
import type { MoveStage, MoveVerdict } from '#schema/contracts/version-moves.ts';
import { groupWeighed, knownUnitsOf, movableGroupOf } from './version-moves.domain.ts';
import type { Weighed } from './version-moves.domain.ts';

const units = [
  { id: 'a', name: '甲院', order: 1 },
  { id: 'b', name: '乙院', order: 2 },
];
const summary = { path: 'summary', label: '开展情况' };
const verdicts = {
  same: { kind: 'same', losses: [], incomplete: [] },
  clean: { kind: 'clean', losses: [], incomplete: [] },
  loses: { kind: 'loses', losses: [summary], incomplete: [] },
  stays: { kind: 'stays', why: 'would-lose', losses: [summary], incomplete: [] },
} satisfies Record<string, MoveVerdict>;
const weighed = (
  stage: MoveStage,
  organizationId: string,
  kind: keyof typeof verdicts,
  rest: Partial<Weighed> = {},
): Weighed => ({ stage, organizationId, verdict: verdicts[kind], ...rest });

describe('the dry run', () => {
  it('says in groups what moves, what loses and what stays, units in official order', () => {
    const groups = groupWeighed(
      [
        weighed('open', 'b', 'loses'),
        weighed('open', 'a', 'loses'),
        weighed('arrived', 'b', 'stays'),
        weighed('open', 'a', 'clean'),
        weighed('open', 'b', 'same'),
      ],
      units,
    );
    expect(
      groups.map(({ stage, fate, why, items, units: of }) => [
        stage,
        fate,
        why,
        items,
        of.map(({ name }) => name),
      ]),
    ).toEqual([
      ['open', 'clean', undefined, 1, ['甲院']],
      ['open', 'loses', undefined, 2, ['甲院', '乙院']],
      ['arrived', 'stays', 'would-lose', 1, ['乙院']],
    ]);
    expect(groups[1]?.losses).toEqual([{ ...summary, items: 2 }]);
  });

  it('counts what the reader may not know of, and names nothing of it', () => {
    const sample = { id: 'ent_1', number: 7 };
    const [group] = groupWeighed(
      [
        weighed('open', 'a', 'clean', { isHidden: true }),
        weighed('open', 'b', 'clean', { sample }),
      ],
      units,
    );
    expect(group).toMatchObject({ items: 2, hidden: 1, units: [units[1]], samples: [sample] });
  });

  it('knows a unit by what the reader may see, not by what is hidden beside it', () => {
    const both = [
      weighed('open', 'a', 'clean', { isHidden: true }),
      weighed('open', 'b', 'clean', { isHidden: true }),
      weighed('open', 'b', 'loses'),
      weighed('open', 'c', 'same'),
    ];
    expect(knownUnitsOf(both)).toEqual(['b']);
    expect(groupWeighed(both, units).map(({ units: of }) => of)).toEqual([[], [units[1]]]);
  });

  it('offers for moving what loses nothing, and what is open after a warning', () => {
    expect(movableGroupOf('open', 'clean')).toBe('open-clean');
    expect(movableGroupOf('open', 'loses')).toBe('open-loses');
    expect(movableGroupOf('arrived', 'clean')).toBe('arrived-clean');
    expect(movableGroupOf('arrived', 'loses')).toBeUndefined();
    expect(movableGroupOf('open', 'stays')).toBeUndefined();
  });
});
