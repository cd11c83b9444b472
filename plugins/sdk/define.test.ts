import { describe, expect, it } from 'vitest';
import {
  defineCampaign,
  field,
  form,
  institutions,
  on,
  phase,
  principle,
  proposed,
  ratio,
  task,
  work,
} from './define.ts';
import { smallCampaign } from './testing/campaign.fixtures.ts';

describe('an edition that reads like its document', () => {
  it('hangs what is written under a clause on that clause, with the clause as source', () => {
    const campaign = smallCampaign();
    expect(campaign.tasks[0]).toMatchObject({
      key: 'self-check-report',
      clause: 'self-check',
      form: 'self-check-report',
      source: { clause: 'self-check', quote: '将本单位自查情况书面报医政科' },
    });
    expect(campaign.indicators[0]).toMatchObject({ clause: 'self-check' });
  });

  it('keeps the outline of nested clauses in document order', () => {
    expect(smallCampaign().clauses.map(({ key, parent }) => [key, parent])).toEqual([
      ['goal', undefined],
      ['steps', undefined],
      ['self-check', 'steps'],
    ]);
  });

  it('gathers a form once though two tasks use it', () => {
    const shared = form('shared', { title: '报表', fields: [field.integer('n', '次数')] });
    const each = { title: '报表', audience: institutions(), to: 'medical', minutes: 5 };
    const campaign = smallCampaign({
      clauses: [
        work('self-check', {
          number: '一',
          words: '开展自查。',
          tasks: [
            task('first', { ...each, form: shared, due: on('2020-11-15', '11月15日前') }),
            task('second', { ...each, form: shared, due: on('2020-12-15', '12月15日前') }),
          ],
        }),
      ],
    });
    expect(campaign.forms).toEqual([shared]);
    expect(campaign.tasks.map((each) => each.form)).toEqual(['shared', 'shared']);
  });

  it('notes beside an indicator which shared indicator it answers', () => {
    expect(smallCampaign().crosswalk).toEqual([
      { common: 'on-time-filing', indicator: 'self-check-on-time', match: 'near', note: '含延期' },
    ]);
  });

  it('refuses a task that stands under no clause and names none', () => {
    expect(() => smallCampaign({ tasks: [task('loose', looseTask)] })).toThrow('loose');
  });

  it('lets a principle hold clauses but nothing to file', () => {
    // @ts-expect-error a principle asks for nothing
    principle('goal', { number: '一', words: '…', tasks: [] });
    expect(defineCampaign).toBeTypeOf('function');
  });

  it('accepts a source said outright', () => {
    const source = proposed('原文未给出比例');
    const campaign = smallCampaign({
      indicators: [
        ratio('extra', {
          clause: 'self-check',
          title: '比例',
          definition: '比例',
          numerator: '实报',
          denominator: '应报',
          unit: '%',
          measure: { kind: 'import', system: '平台' },
          direction: 'higher',
          source,
        }),
      ],
    });
    expect(campaign.indicators.find(({ key }) => key === 'extra')?.source).toEqual(source);
  });

  it('keeps the words of the document beside each date', () => {
    const { from } = phase('p', {
      title: '阶段',
      from: on('2020-09-01', '9月1日'),
      to: on('2020-11-30', '11月30日'),
    });
    expect(from).toEqual({ kind: 'on', on: '2020-09-01', wording: '9月1日' });
  });
});

const looseTask = {
  title: '无依据任务',
  audience: institutions(),
  form: 'self-check-report',
  to: 'medical',
  minutes: 5,
};
