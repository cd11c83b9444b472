import { describe, expect, it } from 'vitest';
import type { FrozenFigure } from '#schema/contracts/bulletins.ts';
import {
  chainOf,
  checksOf,
  figureChanges,
  findIssueFault,
  hasWords,
  readAgain,
} from './bulletins.domain.ts';
import { freeze, valueWords } from './figures.domain.ts';

const both = (zh: string) => ({ zh, en: zh });
const counted = { form: 'count' as const, unit: both('件') };
const share = { form: 'ratio' as const, unit: both('%') };
const head = {
  title: '关于上半年情况的通报',
  to: '东区第一医院',
  issuer: '测试区卫生健康委员会',
  attachments: [],
  copyTo: '直属中心医院',
  printedBy: '',
};
const units = [
  { id: 'a', name: '直属中心医院', shortName: '直属中心医院' },
  { id: 'b', name: '东区第一医院', shortName: '东区第一医院' },
];
const paragraph = (text: string) => ({ kind: 'paragraph' as const, runs: [{ text }] });

describe('a figure in a paper', () => {
  it('is written with its unit, a share to a tenth by whole numbers', () => {
    expect(valueWords({ ...counted, numerator: 2622 })).toBe('2622件');
    expect(valueWords({ ...share, numerator: 964, denominator: 1000 })).toBe('96.4%');
    expect(valueWords({ ...share, numerator: 2, denominator: 3 })).toBe('66.7%');
    expect(valueWords({ ...share, numerator: 1, denominator: 2000 })).toBe('0.1%');
    expect(valueWords({ ...share, numerator: 3, denominator: 3 })).toBe('100.0%');
  });

  it('says in five different words what is not there, and never as a zero', () => {
    const missing = (absent: 'not-set' | 'insufficient') => valueWords({ ...counted, absent });
    expect(missing('not-set')).toBe('未设此指标');
    expect(missing('insufficient')).toBe('样本不足');
    expect(valueWords({ ...counted, absent: 'not-computed' })).toBe('不能按时点计算');
    const mean = { ...counted, form: 'mean' as const, unit: { zh: '分', en: 'points' } };
    expect(valueWords({ ...mean, numerator: 7643, denominator: 86 })).toBe('88.9分');
    expect(valueWords(counted)).toBe('未报');
    expect(valueWords({ ...share, numerator: 0, denominator: 0 })).toBe('不适用');
    expect(valueWords({ ...counted, numerator: 0 })).toBe('0件');
  });

  it('keeps its 口径, its moment and the list behind it', () => {
    const frozen = freeze(
      {
        key: 'register:letters.closed',
        group: 'register',
        of: both('整改建议书'),
        title: both('已销号'),
        statement: both('已同意销号的件数'),
        overdue: false,
        asOf: 7,
        href: '/figures/items?figure=x',
        ...counted,
        numerator: 3,
      },
      'cmp_1',
    );
    expect(frozen).toEqual({
      ref: { key: 'register:letters.closed', campaign: 'cmp_1' },
      label: '整改建议书已销号',
      value: '3件',
      definition: '已同意销号的件数',
      asOf: 7,
      href: '/figures/items?figure=x',
    });
  });

  it('is read again under its own name, and said to be gone where nobody knows it', () => {
    const old: FrozenFigure = {
      ref: { key: 'x' },
      label: '按时',
      value: '1件',
      definition: '',
      asOf: 1,
    };
    const now = { ...old, label: '按时报送', value: '2件', asOf: 2 };
    expect(readAgain(old, [now])).toEqual({ ...now, label: '按时' });
    const parts = [{ key: 'p1', body: { kind: 'paragraph' as const, runs: [{ figure: old }] } }];
    expect(figureChanges(parts, [now])).toEqual([
      {
        part: 'p1',
        label: '按时',
        before: { value: '1件', asOf: 1 },
        after: { value: '2件', asOf: 2 },
      },
    ]);
    expect(figureChanges(parts, [])[0]).not.toHaveProperty('after');
    expect(readAgain({ ...old, ref: { key: 'x', campaign: 'cmp_1' } }, [now])).toBeUndefined();
  });
});

describe('the rule at the top', () => {
  const paper = { head, textVersion: 3, confirmed: [], parts: [] };

  it('counts units in the text, not those it is addressed to', () => {
    expect(checksOf(paper, units).named).toEqual([]);
    const parts = [{ key: 'p1', body: paragraph('东区第一医院逾期。') }];
    expect(checksOf({ ...paper, parts }, units).named).toEqual([
      { organizationId: 'b', organizationName: '东区第一医院' },
    ]);
    const attached = { ...head, attachments: ['直属中心医院问题清单'] };
    expect(checksOf({ ...paper, head: attached }, units).named).toHaveLength(1);
  });

  it('knows what was confirmed, and forgets it when the words are others', () => {
    const confirmed = [
      { kind: 'person' as const, excerpt: '李春晓医师', reason: '表彰', post: '拟稿岗', at: 1 },
    ];
    const of = (text: string) =>
      checksOf({ ...paper, confirmed, parts: [{ key: 'p1', body: paragraph(text) }] }, units);
    expect(of('李春晓医师').open).toBe(0);
    expect(of('钱春晓医师').open).toBe(1);
    expect(of('').empty).toBe(1);
  });

  it('asks for one pair of eyes more where a unit is named', () => {
    expect(chainOf(0).map(({ key }) => key)).toEqual(['draft', 'check', 'sign']);
    expect(chainOf(5).map(({ title }) => title)).toEqual([
      '拟稿',
      '核稿',
      '点名会签（5家）',
      '分管领导审签',
    ]);
  });

  it('takes headings alone for nothing written', () => {
    const heading = {
      key: 'p1',
      body: { kind: 'heading' as const, level: 1 as const, text: '总体' },
    };
    expect(hasWords([heading])).toBe(false);
    expect(hasWords([heading, { key: 'p2', body: paragraph('平稳。') }])).toBe(true);
  });
});

describe('签发登记', () => {
  const issue = { number: '卫办发〔2026〕1号', signedOn: '2026-07-01', printedOn: '2026-07-02' };

  it('wants a number for a notice, and days in their order that have come', () => {
    expect(findIssueFault('notice', issue, '2026-07-02')).toBeUndefined();
    const { number: _number, ...without } = issue;
    expect(findIssueFault('notice', without, '2026-07-02')).toBe('number_wanted');
    expect(findIssueFault('brief', without, '2026-07-02')).toBeUndefined();
    expect(findIssueFault('brief', issue, '2026-07-01')).toBe('dates_wrong');
    const swapped = { ...issue, signedOn: '2026-07-03' };
    expect(findIssueFault('brief', swapped, '2026-07-05')).toBe('dates_wrong');
  });
});
