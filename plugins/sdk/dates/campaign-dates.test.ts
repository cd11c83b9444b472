import { describe, expect, it } from 'vitest';
import { after, every, institutions, task } from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { computeCampaignDates } from './campaign-dates.ts';
import { officialCalendar as calendar } from './official-calendar.ts';

const rest = {
  title: '后续',
  clause: 'self-check',
  audience: institutions(),
  to: 'medical',
  form: 'self-check-report',
  minutes: 10,
};

describe('the dates of a campaign', () => {
  it('computes tasks counted from tasks that are themselves counted from a phase', () => {
    const campaign = smallCampaign({
      tasks: [
        task('second', {
          ...rest,
          due: after('task-due', 3, 'natural', '其后3日', { ref: 'first' }),
        }),
        task('first', {
          ...rest,
          due: after('phase-end', 0, 'natural', '阶段末', { ref: 'self-check' }),
        }),
      ],
    });
    const { tasks } = computeCampaignDates(campaign, { calendar });
    expect(tasks.get('second')?.due).toMatchObject({ status: 'dated', day: '2020-12-03' });
  });

  it('leaves tasks that wait for each other undated', () => {
    const campaign = smallCampaign({
      tasks: [
        task('a', { ...rest, due: after('task-due', 1, 'natural', '其后', { ref: 'b' }) }),
        task('b', { ...rest, due: after('task-due', 1, 'natural', '其后', { ref: 'a' }) }),
      ],
    });
    const { tasks } = computeCampaignDates(campaign, { calendar });
    expect(tasks.get('a')?.due).toMatchObject({ status: 'undated', reason: 'anchor-unknown' });
  });

  it('lists every turn of a recurring task', () => {
    const recurs = every('month', {
      from: '2020-09-01',
      to: '2020-12-31',
      dueOffsetDays: 5,
      wording: '每月5日前',
    });
    const campaign = smallCampaign({ tasks: [task('monthly', { ...rest, recurs })] });
    const { tasks } = computeCampaignDates(campaign, { calendar });
    expect(tasks.get('monthly')?.occurrences?.map(({ key }) => key)).toEqual([
      '2020-09',
      '2020-10',
      '2020-11',
      '2020-12',
    ]);
  });

  it('counts from the day of issue given, else from the document’s own', () => {
    const due = after('issue', 2, 'working', '印发后2个工作日');
    const campaign = smallCampaign({ tasks: [task('soon', { ...rest, due })] });
    const dayOf = (issuedOn?: string) =>
      computeCampaignDates(campaign, issuedOn ? { calendar, issuedOn } : { calendar }).tasks.get(
        'soon',
      )?.due;
    expect(dayOf()).toMatchObject({ day: '2020-09-02' });
    expect(dayOf('2020-09-07')).toMatchObject({ day: '2020-09-09' });
  });
});
