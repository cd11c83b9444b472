import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentContains } from './document-contains.ts';

describe('words of a document', () => {
  it('are found though the page breaks in the middle of a sentence', () => {
    expect(
      documentContains(
        '开展为期6个月的\n\n医疗卫生行风整治专项行动',
        '为期6个月的医疗卫生行风整治',
      ),
    ).toBe(true);
  });

  it('are found under bold type and with full-width spaces', () => {
    expect(
      documentContains('四项：**一是全面梳理现行制度。**对照', '一是全面梳理现行制度。对照'),
    ).toBe(true);
    expect(documentContains('围绕 6 个方面\u3000整治重点', '围绕6个方面整治重点')).toBe(true);
  });

  it('are not found when a single character differs, and nothing is not a quotation', () => {
    expect(documentContains('移交纪检派驻组', '移送纪检派驻组')).toBe(false);
    expect(documentContains('移交纪检派驻组', ' ')).toBe(false);
  });

  it('are found wherever white space was put between them', () => {
    const words = fc.array(fc.constantFrom('行', '风', '建', '设', '。'), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.constantFrom('', ' ', '\n', '\u3000', '**'), (characters, gap) => {
        expect(documentContains(`前${characters.join(gap)}后`, characters.join(''))).toBe(true);
      }),
    );
  });
});
