import { describe, expect, it } from 'vitest';
import { findNames, maskNames, mayConfirm } from './name-check.ts';

/** Put together here, so that no number of anybody stands in the program. */
const mobile = ['138', '0013', '8000'].join('');
const office = ['0371', '12345678'].join('-');
const kindsIn = (text: string) => findNames(text).map(({ kind }) => kind);
const excerpts = (text: string) => findNames(text).map(({ excerpt }) => excerpt);

describe('a name in a paper', () => {
  it('is found before a post or a title', () => {
    expect(excerpts('经查，李春晓医师收受红包，赵一鸣副院长负领导责任。')).toEqual([
      '李春晓医师',
      '赵一鸣副院长',
    ]);
    expect(excerpts('欧阳明主任说明了情况。')).toEqual(['欧阳明主任']);
    expect(excerpts('王××医师')).toEqual(['王××医师']);
  });

  it('is found behind 患者 and 举报人', () => {
    expect(excerpts('患者钱小宝反映收费不清；举报人孙二，住在本县。')).toEqual([
      '患者钱小宝',
      '举报人孙二',
    ]);
    expect(excerpts('姓名：周小舟，')).toEqual(['姓名：周小舟']);
  });

  it('is not seen where the paper says 某', () => {
    expect(findNames('王某医师、李某某主任、患者张某某反映的问题均已核实。')).toEqual([]);
    expect(findNames('患者某某投诉候诊时间长。')).toEqual([]);
  });

  it('is not seen in posts, offices and ordinary words', () => {
    const ordinary = [
      '医务科主任和财务科科长汇报了工作。',
      '常务副院长主持，高血压科主任参加。',
      '各县区卫生院院长到会，时任院长作了检讨。',
      '患者高度满意，患者安全管理有提升，病人家属表示感谢。',
      '全省应报送2622件，病床使用率91.3%，开放床位320张。',
      '投诉电话12320、12345，截至2026年6月30日。',
    ];
    expect(ordinary.flatMap(excerpts)).toEqual([]);
  });
});

describe('a number that leads to a person', () => {
  it('is found: identity cards, telephones, beds, records', () => {
    expect(kindsIn('证号110101199003071234。')).toEqual(['id-number']);
    expect(kindsIn('身份证号：1101**********')).toEqual(['id-number']);
    expect(kindsIn('联系138 0013 8000')).toEqual(['phone']);
    expect(kindsIn(`电话${office}`)).toEqual(['phone']);
    expect(kindsIn('12号床家属反映；床号：6')).toEqual(['bed', 'bed']);
    expect(kindsIn('住院号：202600123')).toEqual(['record']);
  });

  it('is found in full-width digits too, and said once', () => {
    expect(excerpts('１３８００１３８０００，再拨１３８００１３８０００')).toEqual([mobile]);
  });

  it('is no longer number: a document, a money amount', () => {
    expect(findNames(`豫卫医函〔2026〕138号，金额${mobile}123元`)).toEqual([]);
  });

  it('may be confirmed only where a paper can have a reason for it', () => {
    const of = (text: string) => findNames(text).map(mayConfirm);
    expect(of(`110101199003071234，${mobile}`)).toEqual([false, false]);
    expect(of(`办公室${office}，李春晓同志`)).toEqual([true, true]);
  });
});

describe('a case made ready to cite', () => {
  it('speaks of persons as 某 and leaves numbers out', () => {
    expect(maskNames(`患者钱小宝反映李春晓医师在12号床前收受红包，电话${mobile}。`)).toBe(
      '患者钱某反映李某医师在（略）前收受红包，电话（略）。',
    );
  });

  it('leaves nothing that the check would find', () => {
    const text = '举报人孙二，身份证号110101199003071234，反映赵一鸣副院长、吴某某。';
    expect(findNames(maskNames(text))).toEqual([]);
    expect(maskNames('医务科主任已约谈。')).toBe('医务科主任已约谈。');
  });
});
