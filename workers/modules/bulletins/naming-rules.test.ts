import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNames, maskNames } from '#plugins/sdk/bulletins/name-check.ts';
import { classOf, namedUnits } from '#plugins/sdk/bulletins/named-units.ts';
import { partsOf, titleOf, wantedFigures } from '#plugins/sdk/bulletins/templates.ts';
import { figuresOf, isEmptyPart, numberHeadings } from '#plugins/sdk/bulletins/text.ts';
import { bulletinKinds } from '#schema/contracts/bulletins.ts';
import type { FrozenFigure } from '#schema/contracts/bulletins.ts';
import { checksOf, hasWords } from './bulletins.domain.ts';
import type { PartText } from './bulletins.domain.ts';

const head = {
  title: '关于上半年情况的通报',
  to: '各有关单位',
  issuer: '测试区卫生健康委员会',
  attachments: [] as string[],
  copyTo: '',
  printedBy: '办公室',
};
const units = [
  { id: 'a', name: '东区第一医院', shortName: '东区一院' },
  { id: 'b', name: '东区第一医院南院', shortName: '南院' },
  { id: 'c', name: '西区中心卫生院', shortName: '中心卫生院' },
  { id: 'd', name: '北区中心卫生院', shortName: '中心卫生院' },
];
const paragraph = (key: string, text: string): PartText => ({
  key,
  body: { kind: 'paragraph', runs: [{ text }] },
});
const figure = (key: string): FrozenFigure => ({
  ref: { key },
  label: key,
  value: '3件',
  definition: '口径',
  asOf: 1,
});
const checks = (parts: readonly PartText[], changes: object = {}) =>
  checksOf({ head, parts, textVersion: 1, confirmed: [], ...changes }, units);
const namedIn = (...parts: PartText[]) =>
  checks(parts).named.map(({ organizationId }) => organizationId);

describe('a unit that a paper names', () => {
  it('is counted once over all its parts', () => {
    const parts = [paragraph('p1', '东区第一医院逾期。'), paragraph('p2', '东区第一医院已改。')];
    expect(namedIn(...parts)).toEqual(['a']);
  });

  it('is found under its short name where that is its own alone', () => {
    expect(namedIn(paragraph('p1', '东区一院逾期。'))).toEqual(['a']);
    expect(namedIn(paragraph('p1', '有的中心卫生院逾期。'))).toEqual([]);
    expect(namedIn(paragraph('p1', '南院逾期。'))).toEqual([]);
  });

  it('is not taken for a longer one that begins with its name', () => {
    expect(namedIn(paragraph('p1', '东区第一医院南院逾期。'))).toEqual(['b']);
    expect(namedIn(paragraph('p1', '东区第一医院南院、东区一院逾期。'))).toEqual(['a', 'b']);
  });

  it('is not put together out of two parts', () => {
    expect(namedIn(paragraph('p1', '东区第一'), paragraph('p2', '医院逾期。'))).toEqual([]);
  });

  it('is found in a heading and in the title of a table', () => {
    const heading: PartText = {
      key: 'p1',
      body: { kind: 'heading', level: 1, text: '西区中心卫生院的问题' },
    };
    const table: PartText = {
      key: 'p2',
      body: { kind: 'table', title: '北区中心卫生院数据', figures: [figure('x')] },
    };
    expect(namedIn(heading, table)).toEqual(['c', 'd']);
  });

  it('is found in a figure that is called after it', () => {
    const part: PartText = {
      key: 'p1',
      body: {
        kind: 'paragraph',
        runs: [{ figure: { ...figure('x'), label: '东区一院应报送' }, named: true }],
      },
    };
    expect(namedIn(part)).toEqual(['a']);
  });

  it('is in official order, in whatever order the text has it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(units), (chosen) => {
        const text = chosen.map(({ name }) => name).join('、');
        const found = namedUnits(text, units).map(({ id }) => id);
        const isChosen = units.filter((unit) => chosen.includes(unit)).map(({ id }) => id);
        expect(found).toEqual(isChosen);
      }),
    );
  });

  it('is nobody where it stands by its class', () => {
    const kinds = ['hospital', 'bureau', 'clinic', 'centre'];
    const levels = ['tertiary', 'secondary', 'primary', 'ungraded', null];
    for (const kind of kinds) {
      for (const level of levels) {
        expect(namedIn(paragraph('p1', `${classOf({ kind, level })}逾期。`))).toEqual([]);
      }
    }
  });
});

describe('what must not stand in a paper', () => {
  const numbers = fc.constantFrom(
    ['138', '0013', '8000'].join(''),
    ['110101', '19900307', '1234'].join(''),
    ['0371', '12345678'].join('-'),
    '12号床',
    '住院号：202600123',
  );
  const persons = fc.constantFrom(
    '李春晓医师',
    '赵一鸣副院长',
    '患者钱小宝反映',
    '举报人孙二，',
    '欧阳明主任',
    '王××医师',
  );
  const plain = fc.constantFrom('经查，', '总体平稳。', '已约谈', '，', '。', '收受红包', '\n', '');
  const texts = fc
    .array(fc.oneof(numbers, persons, plain), { maxLength: 12 })
    .map((pieces) => pieces.join('。'));

  it('is gone once a text is masked, whatever stood in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(findNames(maskNames(text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is masked once: masking again changes nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const masked = maskNames(text);
        expect(maskNames(masked)).toBe(masked);
      }),
      { numRuns: 300 },
    );
  });

  it('is found in the words as they stand, each once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = findNames(text);
        expect(found.every(({ excerpt }) => text.includes(excerpt))).toBe(true);
        const keys = found.map(({ kind, excerpt }) => `${kind}/${excerpt}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 300 },
    );
  });

  it('says in which part it stands, attachments being of the head', () => {
    const { findings } = checks([paragraph('p7', '李春晓医师收受红包。')], {
      head: { ...head, attachments: ['赵一鸣副院长检查材料'] },
    });
    expect(findings.map(({ part, excerpt }) => [part, excerpt])).toEqual([
      ['head', '赵一鸣副院长'],
      ['p7', '李春晓医师'],
    ]);
  });

  it('stays open where only another kind or another excerpt was confirmed', () => {
    const confirmed = [
      { kind: 'phone' as const, excerpt: '李春晓医师', reason: '表彰', post: '拟稿岗', at: 1 },
      { kind: 'person' as const, excerpt: '李春', reason: '表彰', post: '拟稿岗', at: 1 },
    ];
    expect(checks([paragraph('p1', '李春晓医师')], { confirmed }).open).toBe(1);
  });

  it('is confirmed wherever it stands again', () => {
    const confirmed = [
      { kind: 'person' as const, excerpt: '李春晓医师', reason: '表彰', post: '拟稿岗', at: 1 },
    ];
    const parts = [paragraph('p1', '李春晓医师'), paragraph('p2', '向李春晓医师学习')];
    const found = checks(parts, { confirmed });
    expect(found.open).toBe(0);
    expect(found.findings.every((each) => each.confirmed?.reason === '表彰')).toBe(true);
  });
});

describe('a template', () => {
  it.each(bulletinKinds)('of a %s wants each figure once and places all of them', (kind) => {
    const wanted = wantedFigures(kind);
    expect(new Set(wanted).size).toBe(wanted.length);
    const parts = partsOf(kind, new Map(wanted.map((key) => [key, figure(key)])));
    expect(parts.flatMap(figuresOf).map(({ ref }) => ref.key)).toEqual(wanted);
  });

  it.each(bulletinKinds)('of a %s names nobody and begins with a section', (kind) => {
    const known = new Map(wantedFigures(kind).map((key) => [key, figure(key)]));
    const parts = partsOf(kind, known).map((body, at) => ({ key: `p${at}`, body }));
    const found = checks(parts);
    expect([found.named, found.findings]).toEqual([[], []]);
    expect(parts[0]?.body.kind).toBe('heading');
    expect(numberHeadings(parts)[0]?.mark).toBe('一、');
  });

  it.each(bulletinKinds)('of a %s leaves every judgement to the office', (kind) => {
    const parts = partsOf(kind, new Map()).map((body, at) => ({ key: `p${at}`, body }));
    expect(hasWords(parts)).toBe(false);
    const blanks = parts.filter(({ body }) => isEmptyPart(body));
    expect(blanks.length).toBeGreaterThan(0);
    expect(checks(parts).empty).toBe(blanks.length);
  });

  it('has a title in the manner of its kind, without the word for the plan it follows', () => {
    expect(titleOf('half-year', '2026年行风建设工作要点')).toBe('2026年行风建设上半年工作小结');
    expect(titleOf('brief', '2026年行风建设')).toBe('2026年行风建设工作简报');
    expect(titleOf('notice', '专项整治工作方案')).toBe('关于专项整治情况的通报');
  });
});
