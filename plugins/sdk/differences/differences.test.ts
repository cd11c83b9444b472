import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { canonicalJson } from '../canonical.ts';
import { field, monthPart, on, undated } from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { smallScorecard } from '../testing/scorecard.fixtures.ts';
import { describeDifferences } from './differences.ts';

const before = smallCampaign();
const zh = (after: Campaign) => describeDifferences(before, after).map(({ message }) => message.zh);
const withTask = (changes: object): Campaign => ({
  ...before,
  tasks: before.tasks.map((task) => ({ ...task, ...changes })),
});

describe('differences between two versions', () => {
  it('are none between a version and itself', () => {
    expect(describeDifferences(before, smallCampaign())).toEqual([]);
  });

  it('tell a deadline moved by three days in one line', () => {
    expect(zh(withTask({ due: on('2020-11-16', '2020年11月13日前') }))).toEqual([
      '任务“自查情况报告”的截止日由“2020年11月13日（周五）”改为“2020年11月16日（周一）”',
    ]);
  });

  it('say in English what they say in Chinese', () => {
    const [difference] = describeDifferences(before, withTask({ minutes: 60 }));
    expect(difference?.message.en).toBe('Task “Self-check report”: minutes “90” → “60”');
  });

  it('tell dates without a day in the document’s own words, and a date that went away', () => {
    expect(zh(withTask({ due: undated('适时') }))[0]).toContain('改为“适时”');
    expect(zh(withTask({ due: monthPart('2020-11', 'end', '11月底') }))[0]).toContain(
      '11月底（2020-11-26—2020-11-30）',
    );
    expect(zh(withTask({ due: undefined }))[0]).toContain('改为“无”');
  });

  it('name the office and the audience, not their keys', () => {
    const offices = [...before.offices, { key: 'supervision', title: '法监科' }];
    const after = { ...withTask({ to: 'supervision', audience: { kind: ['bureau'] } }), offices };
    expect(zh(after)).toEqual(
      expect.arrayContaining([
        '任务“自查情况报告”的接收科室由“医政科”改为“法监科”',
        expect.stringContaining('改为“下级卫生健康行政部门”'),
      ]),
    );
  });

  it('go into the fields of a form one by one', () => {
    const forms = before.forms.map((form) => ({
      ...form,
      fields: [
        field.integer('problems', '自查发现问题数', { required: true, min: '1', unit: '个' }),
        ...form.fields.slice(2),
        field.date('checked-on', '自查日期'),
      ],
    }));
    expect(zh({ ...before, forms })).toEqual([
      '报表“自查情况报告”删去“已整改问题数”',
      '报表“自查情况报告”中“自查发现问题数”的下限由“0”改为“1”',
      '报表“自查情况报告”增加“自查日期”',
    ]);
  });

  it('tell what was added, taken out and put in another order', () => {
    const clauses = [...before.clauses].reverse();
    const after = { ...before, clauses, phases: [], scorecards: [smallScorecard()] };
    expect(zh(after)).toEqual(['增加考评细则“行风考评”', '删去阶段“自查整改”', '条款的顺序有调整']);
  });

  it('are found whenever the canonical text differs, and only then', () => {
    const changes = fc.record(
      {
        title: fc.constantFrom(before.title, '另一标题'),
        phases: fc.constantFrom(before.phases, []),
        registers: fc.constant([]),
        tasks: fc.constantFrom(before.tasks, withTask({ minutes: 5 }).tasks),
        clauses: fc.constantFrom(before.clauses, before.clauses.slice(1)),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(changes, (change) => {
        const after = { ...before, ...change } as Campaign;
        const same = canonicalJson(after) === canonicalJson(before);
        expect(describeDifferences(before, after).length === 0).toBe(same);
      }),
    );
  });
});
