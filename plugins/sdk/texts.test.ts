import { describe, expect, it } from 'vitest';
import { personalTexts, textsOf, untranslatedTexts } from './texts.ts';

describe('the texts of a definition', () => {
  it('are found wherever they stand', () => {
    expect(textsOf({ a: ['x', { b: 'y' }], c: 1 })).toEqual([
      { path: 'a/0', text: 'x' },
      { path: 'a/1/b', text: 'y' },
    ]);
  });

  it.each([
    '联系人：张某某',
    '签发人：李四',
    `电话 138${'00001234'}`,
    `请致电0631-${'5231234'}`,
    '12345619900101123X',
    'someone@example.gov.cn',
  ])('hold no person: %s is found', (text) => {
    expect(personalTexts([{ path: 'p', text }])).toHaveLength(1);
  });

  it.each([
    '签发人：（略）',
    '国卫办医函〔2020〕592号',
    '负责人：由各单位主要负责人担任',
    '热线12345',
  ])('may say %s', (text) => {
    expect(personalTexts([{ path: 'p', text }])).toEqual([]);
  });

  it('want English, but not in what the document says', () => {
    const campaign = {
      title: '工作方案',
      clauses: [{ title: '总体要求', words: '…' }],
      forms: [
        { title: { zh: '报表' }, fields: [{ label: '人次' }, { label: { zh: '天', en: 'd' } }] },
      ],
      indicators: [{ unit: '%', measure: { numerator: 'people' } }],
    };
    expect(untranslatedTexts(campaign).map(({ path }) => path)).toEqual([
      'forms/0/title/zh',
      'forms/0/fields/0/label',
    ]);
  });
});
