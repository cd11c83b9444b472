import { describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { smallCampaign } from '#plugins/sdk/testing/campaign.fixtures.ts';
import { organization } from '#plugins/sdk/testing/organizations.fixtures.ts';
import { classesOver, measure } from './burden.domain.ts';
import type { BurdenInput } from './burden.domain.ts';

const campaign = smallCampaign();
const lighter = {
  ...smallCampaign({ title: '2019年行业作风建设专项行动', year: 2019 }),
  tasks: campaign.tasks.map((task) => ({ ...task, minutes: 30 })),
};

const input: BurdenInput = {
  campaign,
  previous: undefined,
  units: [
    organization({ id: 'a', level: 'secondary' }),
    organization({ id: 'b', level: 'secondary' }),
    organization({ id: 'c', level: 'tertiary', closedOn: '2020-09-30' }),
  ],
  calendar,
  today: '2020-09-15',
  ceilingMinutes: 90,
};

describe('负担测算', () => {
  it('counts the units of each kind and what the busiest is asked for', () => {
    const { rows, isOver, previous } = measure(input);
    expect(
      rows.map(({ level, units, filings, minutes }) => [level, units, filings, minutes]),
    ).toEqual([
      ['secondary', 2, 1, 90],
      ['tertiary', 1, 1, 90],
    ]);
    expect([isOver, previous]).toEqual([false, undefined]);
  });

  it('asks nothing of a unit that has closed by the day of counting', () => {
    const { rows } = measure({ ...input, today: '2020-10-15' });
    expect(rows.find(({ level }) => level === 'tertiary')).toMatchObject({
      filings: 0,
      minutes: 0,
    });
  });

  it('is over the ceiling by one minute, in whole minutes', () => {
    expect(classesOver(input, 'zh-CN')).toEqual([]);
    expect(classesOver({ ...input, ceilingMinutes: 89 }, 'zh-CN')).toEqual([
      '二级医院',
      '三级医院',
    ]);
    expect(classesOver({ ...input, ceilingMinutes: 89 }, 'en')[0]).toContain('secondary');
    expect(measure({ ...input, ceilingMinutes: 89 })).toMatchObject({ isOver: true });
  });

  it('stands beside last year’s campaign of the same work', () => {
    const { rows, previous } = measure({ ...input, previous: lighter });
    expect(previous).toEqual({ title: '2019年行业作风建设专项行动', year: 2019 });
    expect(rows[0]).toMatchObject({ minutes: 90, previousMinutes: 30, previousFilings: 1 });
    expect(rows[0]?.words.zh).toContain('与上年持平');
    expect(rows[0]?.words.en).toContain('as many as last year');
  });

  it('says whether the chain has a countersignature', () => {
    expect(measure(input).hasCountersignature).toBe(false);
    const step = { key: 'countersign', title: '会签', role: 'countersigner' as const };
    const approval = [...campaign.approval, step];
    const countersigned = { ...campaign, approval };
    expect(measure({ ...input, campaign: countersigned }).hasCountersignature).toBe(true);
  });
});
