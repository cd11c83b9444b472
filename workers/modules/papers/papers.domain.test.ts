import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseNumber, seriesOf, toPaper, toPaperList } from './papers.domain.ts';
import type { StoredPaper } from './papers.domain.ts';
import { twoIssuers } from './papers.fixtures.ts';

const paper = (number: number, changes: Partial<StoredPaper> = {}): StoredPaper => ({
  id: `ppr_${number}`,
  prefix: '测卫督',
  year: 2026,
  number,
  class: 'business',
  issuerKey: 'commission',
  issuerTitle: '测试市卫生健康委员会',
  seriesTitle: '整改建议书',
  title: '关于规范收费公示的整改建议书',
  subjectKind: 'other',
  subjectId: null,
  signedOn: '2026-07-01',
  signerPost: '分管领导',
  takenBy: 'prs_a',
  takenByPost: '行风办拟稿岗',
  takenAt: 1,
  voidReason: null,
  voidedBy: null,
  voidedByPost: null,
  voidedAt: null,
  version: 1,
  ...changes,
});
const voided = (number: number) =>
  paper(number, { voidReason: '文书内容有误', voidedByPost: '行风办拟稿岗', voidedAt: 9 });

describe('the series of a campaign', () => {
  it('stand each with the body that issues under it', () => {
    const found = seriesOf(twoIssuers).map(({ series, issuer }) => [series.key, issuer.key]);
    expect(found).toEqual([
      ['advice', 'commission'],
      ['party-advice', 'party'],
      ['papers', 'commission'],
    ]);
  });

  it('are none where nobody is named as their issuer, and none where there are none', () => {
    const { series = [] } = twoIssuers;
    expect(seriesOf({ series, issuers: [] })).toEqual([]);
    expect(seriesOf({})).toEqual([]);
  });
});

describe('the number a paper gets', () => {
  const business = { prefix: '测卫督', class: 'business' as const };
  const official = { prefix: '测卫', class: 'official' as const };
  const signedOn = '2026-07-01';

  it('is the next one for a business paper, and nobody types it', () => {
    expect(chooseNumber(business, { signedOn, typed: undefined })).toEqual({ status: 'next' });
    expect(chooseNumber(business, { signedOn, typed: '测卫督〔2026〕9号' })).toEqual({
      status: 'refused',
      reason: 'business_number_given',
    });
  });

  it('is what the office gave an official paper; none is ever made here', () => {
    expect(chooseNumber(official, { signedOn, typed: '测卫〔2026〕12号' })).toEqual({
      status: 'typed',
      number: 12,
    });
    expect(chooseNumber(official, { signedOn, typed: undefined })).toEqual({
      status: 'refused',
      reason: 'official_number_wanted',
    });
  });

  it.each(['测卫督〔2026〕12号', '测卫〔2025〕12号', '第十二号'])(
    'is not %s, and what it should look like is said',
    (typed) => {
      expect(chooseNumber(official, { signedOn, typed })).toEqual({
        status: 'refused',
        reason: 'number_of_another_series',
        example: '测卫〔2026〕1号',
      });
    },
  );

  it('belongs to the year of signing, whatever the day is today', () => {
    const last = { signedOn: '2025-12-31', typed: '测卫〔2025〕88号' };
    expect(chooseNumber(official, last)).toEqual({ status: 'typed', number: 88 });
  });
});

describe('a paper as it is shown', () => {
  it('is written with prefix, year and number, its issuer and who took the number', () => {
    expect(toPaper(paper(3))).toMatchObject({
      text: '测卫督〔2026〕3号',
      issuer: '测试市卫生健康委员会',
      takenByPost: '行风办拟稿岗',
      subject: { kind: 'other' },
    });
    expect(toPaper(paper(3)).subject).not.toHaveProperty('id');
    expect(toPaper(paper(3))).not.toHaveProperty('void');
  });

  it('names the matter it is about', () => {
    const about = paper(3, { subjectKind: 'submission', subjectId: 'sub_1' });
    expect(toPaper(about).subject).toEqual({ kind: 'submission', id: 'sub_1' });
  });

  it('explains itself when it is void, and never tells a person’s id', () => {
    const shown = toPaper(paper(3, { voidReason: '重复', voidedBy: 'prs_x', voidedAt: 9 }));
    expect(shown.void).toEqual({ reason: '重复', post: '', at: 9 });
    expect(JSON.stringify(shown)).not.toContain('prs_');
  });
});

describe('the numbers of a series and year', () => {
  const rowsOf = fc
    .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 25 })
    .chain((numbers) =>
      fc.tuple(
        fc.constant(numbers.toSorted((left, right) => left - right)),
        fc.array(fc.boolean(), { minLength: numbers.length, maxLength: numbers.length }),
      ),
    )
    .map(([numbers, voids]) =>
      numbers.map((number, at) => (voids[at] === true ? voided(number) : paper(number))),
    );

  it('are either in use or void, and none is lost', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const list = toPaperList(rows);
        expect(list.inUse + list.void).toBe(rows.length);
        expect(list.papers.map(({ number }) => number)).toEqual(rows.map(({ number }) => number));
      }),
    );
  });

  it('have a gap exactly where neither a paper nor a void number stands', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const known = new Set(rows.map(({ number }) => number));
        const highest = Math.max(0, ...known);
        const missing = Array.from({ length: highest }, (_, at) => at + 1).filter(
          (number) => !known.has(number),
        );
        const shown = toPaperList(rows).gaps.flatMap(([from, to]) =>
          Array.from({ length: to - from + 1 }, (_, at) => from + at),
        );
        expect(shown).toEqual(missing);
      }),
    );
  });

  it('make no gap by being void: a number once given stays in its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(29), (total, at) => {
        const rows = Array.from({ length: total }, (_, index) =>
          index === at ? voided(index + 1) : paper(index + 1),
        );
        const list = toPaperList(rows);
        expect(list.gaps).toEqual([]);
        expect(list.void).toBe(at < total ? 1 : 0);
      }),
    );
  });

  it('are no list at all for a year without papers', () => {
    expect(toPaperList([])).toEqual({ papers: [], gaps: [], inUse: 0, void: 0 });
  });
});
