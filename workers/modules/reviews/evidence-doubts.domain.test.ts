import { describe, expect, it } from 'vitest';
import { doubtsOf, spanOf } from './evidence-doubts.domain.ts';
import type { DoubtedFile } from './evidence-doubts.domain.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };
const file = (changes: Partial<DoubtedFile> = {}): DoubtedFile => ({
  id: 'evd_1',
  name: '培训签到表.pdf',
  sha256: 'aa',
  ...changes,
});
const doubts = (changes: Partial<DoubtedFile>, span = year) => doubtsOf([file(changes)], span, []);

describe('the days a filing is about', () => {
  it.each([
    ['2026-Q2', { from: '2026-04-01', to: '2026-06-30' }],
    ['2026-H1', { from: '2026-01-01', to: '2026-06-30' }],
    ['2026-02', { from: '2026-02-01', to: '2026-02-28' }],
    ['2025', { from: '2025-01-01', to: '2025-12-31' }],
    ['once', year],
  ])('of %s', (occurrence, span) => {
    expect(spanOf(occurrence, year)).toEqual(span);
  });
});

describe('evidence of another time', () => {
  it('is doubted where what it proves lies wholly outside the period', () => {
    expect(doubts({ provesFrom: '2025-03-01', provesTo: '2025-03-31' })).toEqual([
      { evidenceId: 'evd_1', doubt: 'other-period', from: '2025-03-01', to: '2025-03-31' },
    ]);
    expect(doubts({ provesFrom: '2027-01-01' })).toMatchObject([{ from: '2027-01-01' }]);
    expect(doubts({ provesTo: '2025-12-31' })).toMatchObject([{ doubt: 'other-period' }]);
  });

  it('is not doubted where it reaches into the period', () => {
    expect(doubts({ provesFrom: '2025-12-01', provesTo: '2026-01-15' })).toEqual([]);
    expect(doubts({ provesFrom: '2026-05-01' }, { from: '2026-04-01', to: '2026-06-30' })).toEqual(
      [],
    );
  });

  it.each(['2025年培训总结.pdf', '总结(2025).docx', '培训2025-03-12.jpg', '签到20250312.pdf'])(
    'is doubted by its name alone: %s',
    (name) => {
      expect(doubts({ name })).toEqual([
        { evidenceId: 'evd_1', doubt: 'other-year-named', year: 2025 },
      ]);
    },
  );

  it.each([
    '扫描件.pdf',
    '2026年培训总结.pdf',
    '2025—2026年度总结.pdf',
    '2027年1月报送的2026总结.pdf',
    '编号120253344.pdf',
    'IMG_20254478123.jpg',
  ])('is left alone: %s', (name) => {
    expect(doubts({ name })).toEqual([]);
  });

  it('believes the dates before the name', () => {
    const dated = { name: '2025年制度.pdf', provesFrom: '2026-01-01', provesTo: '2026-12-31' };
    expect(doubts(dated)).toEqual([]);
  });

  it('is told from the file of an earlier filing, by its content', () => {
    const earlier = [{ sha256: 'aa', occurrence: '2025-H1', campaignTitle: '2025年工作方案' }];
    expect(doubtsOf([file(), file({ id: 'evd_2', sha256: 'bb' })], year, earlier)).toEqual([
      {
        evidenceId: 'evd_1',
        doubt: 'filed-before',
        occurrence: '2025-H1',
        campaignTitle: '2025年工作方案',
      },
    ]);
  });
});
