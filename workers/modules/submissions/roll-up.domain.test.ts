import { describe, expect, it } from 'vitest';
import { field, form } from '#plugins/sdk/define.ts';
import type { RollUpFigure } from '#schema/contracts/roll-up.ts';
import { findUnexplained, occurrenceBelow } from './roll-up.domain.ts';

const summary = form('summary', {
  title: '汇总表',
  fields: [
    field.integer('cases', { zh: '查处件数', en: 'Cases' }),
    field.integer('people', { zh: '涉及人数', en: 'People' }),
    field.computed('total', '合计', { compute: { op: 'sum', of: ['cases', 'people'] } }),
  ],
});
const figure = (
  name: string,
  standing: RollUpFigure['standing'],
  rest: Partial<RollUpFigure> = {},
): RollUpFigure => ({ field: name, sum: 5, standing, ...rest });
const found = (figures: RollUpFigure[], language: 'zh-CN' | 'en' = 'zh-CN') =>
  findUnexplained(summary, figures, language);

describe('what keeps a roll-up from leaving', () => {
  it('is nothing where each figure is its sum or says why not', () => {
    const adjusted = figure('people', 'adjusted', { figure: 6, reason: '本局直接查办' });
    expect(found([figure('cases', 'same', { figure: 5 }), adjusted])).toEqual([]);
  });

  it('is a figure that differs without a reason, with what to do about it', () => {
    const wrong = figure('cases', 'unexplained', { figure: 7 });
    expect(found([wrong])).toEqual([
      {
        path: 'cases',
        code: 'submissions.roll-up-differs',
        message: '“查处件数”填报 7，与已审各单位的汇总数 5 不一致。请更新汇总数，或填写调整原因。',
      },
    ]);
    expect(found([wrong], 'en')[0]?.message).toBe(
      '“Cases” is 7, the sum of the accepted filings is 5. Take the sums, or give the reason for the adjusted figure.',
    );
  });

  it('is a sum that nobody has taken', () => {
    expect(found([figure('people', 'open')])).toMatchObject([
      { path: 'people', message: '“涉及人数”还没有取汇总数（现为 5），请更新汇总数。' },
    ]);
    expect(found([figure('people', 'open')], 'en')[0]?.message).toContain('no figure yet');
  });

  it('is not a figure that the form works out by itself and cannot yet', () => {
    expect(found([figure('total', 'open')])).toEqual([]);
    expect(found([figure('total', 'unexplained', { figure: 9 })])).toHaveLength(1);
  });

  it('is named by its key where the form has lost the field', () => {
    expect(found([figure('gone', 'unexplained', { figure: 1 })])[0]?.message).toContain('“gone”');
  });
});

describe('the period that is added up', () => {
  const quarterly = { recurs: { every: 'quarter' as const, wording: '每季度' } };

  it('is the same one where both recur', () => {
    expect(occurrenceBelow(quarterly as Parameters<typeof occurrenceBelow>[0], '2026-Q2')).toBe(
      '2026-Q2',
    );
  });

  it('is every one where the roll-up is asked for once, or the lower task is', () => {
    expect(
      occurrenceBelow(quarterly as Parameters<typeof occurrenceBelow>[0], 'once'),
    ).toBeUndefined();
    expect(occurrenceBelow({}, '2026-Q2')).toBeUndefined();
    expect(occurrenceBelow(undefined, 'once')).toBeUndefined();
  });
});
