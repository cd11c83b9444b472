import { describe, expect, it } from 'vitest';
import { campaign } from './campaign.ts';

const chart = campaign.registers.find(({ key }) => key === 'sixty-measures');

describe('60条措施挂图作战清单', () => {
  it('has sixty rows, none of which pretends to be the document’s', () => {
    expect(chart?.master?.rows).toHaveLength(60);
    const sources = chart?.master?.rows.map(({ source }) => source);
    expect(sources?.every((source) => source !== undefined && 'proposed' in source)).toBe(true);
  });

  it('is struck off by the authority alone, with every condition confirmed', () => {
    const steps = chart?.workflow?.transitions.filter(({ reaches }) => reaches?.includes('closed'));
    expect(steps?.map(({ by }) => by)).toEqual([['office']]);
    expect(steps?.[0]?.guards?.map(({ kind }) => kind)).toEqual([
      'not-filer',
      'not-own-unit',
      'not-adviser',
      'ticks',
    ]);
  });
});
