import { describe, expect, it } from 'vitest';
import type { MoveStage, MoveVerdict } from '#schema/contracts/version-moves.ts';
import { groupWeighed, movableGroupOf } from './version-moves.domain.ts';
import type { Weighed } from './version-moves.domain.ts';

const units = [
  { id: 'a', name: '甲院' },
  { id: 'b', name: '乙院' },
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
      groups.map(({ stage, fate, why, items, names }) => [stage, fate, why, items, names]),
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
    expect(group).toMatchObject({ items: 2, units: 2, names: ['乙院'], samples: [sample] });
  });

  it('offers for moving what loses nothing, and what is open after a warning', () => {
    expect(movableGroupOf('open', 'clean')).toBe('open-clean');
    expect(movableGroupOf('open', 'loses')).toBe('open-loses');
    expect(movableGroupOf('arrived', 'clean')).toBe('arrived-clean');
    expect(movableGroupOf('arrived', 'loses')).toBeUndefined();
    expect(movableGroupOf('open', 'stays')).toBeUndefined();
  });
});
