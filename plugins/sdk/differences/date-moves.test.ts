import { describe, expect, it } from 'vitest';
import { on } from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { movesDatesOnly } from './date-moves.ts';

const before = smallCampaign();
const dated = {
  ...before,
  tasks: before.tasks.map((task) => ({ ...task, due: on('2020-11-16', '2020年11月13日前') })),
};

describe('an amendment', () => {
  it('of days alone is known as one', () => {
    expect(movesDatesOnly(before, dated)).toBe(true);
    const phases = before.phases.map((phase) => ({ ...phase, to: on('2020-12-01', '11月30日') }));
    expect(movesDatesOnly(before, { ...dated, phases })).toBe(true);
  });

  it('of anything else beside the days is not', () => {
    expect(movesDatesOnly(before, before)).toBe(false);
    expect(movesDatesOnly(before, { ...dated, title: '另一个标题' })).toBe(false);
    expect(movesDatesOnly(before, { ...dated, phases: [] })).toBe(false);
    const tasks = dated.tasks.map((task) => ({ ...task, minutes: 10 }));
    expect(movesDatesOnly(before, { ...dated, tasks })).toBe(false);
  });
});
