import { describe, expect, it } from 'vitest';
import type { Organization } from '#schema/contracts/organizations.ts';
import { planUnits } from './import-plan.domain.ts';
import { problemWords } from './import-problems.domain.ts';
import { headingsOf, rowsOf } from './imports.fixtures.ts';
import type { Sheet } from './imports.fixtures.ts';
import { nearestWord } from './nearest-word.domain.ts';
import type { StoredBook } from './unit-book.domain.ts';

const unit = (id: string, name: string, part: Partial<Organization> = {}): Organization => ({
  id,
  name,
  shortName: name,
  order: Number(id) * 10,
  kind: 'hospital',
  level: null,
  ownership: null,
  tags: [],
  status: 'open',
  mergedIntoId: null,
  openedOn: null,
  closedOn: null,
  paths: {},
  version: 1,
  code: null,
  ...part,
});

const stored: StoredBook = {
  units: [
    unit('1', '东区卫生健康局', { kind: 'bureau', shortName: '东区局' }),
    unit('2', '东区第一医院', { code: 'H001', level: 'secondary', ownership: 'public' }),
    unit('3', '东区第二医院', { version: 4 }),
    unit('4', '东区旧医院', { status: 'closed' }),
    unit('5', '同名诊所', { kind: 'clinic' }),
    unit('6', '同名诊所', { kind: 'clinic' }),
  ],
  facts: [{ organizationId: '2', key: 'beds', value: 320, from: '2020-01-01', to: null }],
  relations: [
    {
      organizationId: '1',
      relation: 'supervision',
      superiorId: null,
      from: '2000-01-01',
      to: null,
    },
    { organizationId: '2', relation: 'supervision', superiorId: '1', from: '2000-01-01', to: null },
    { organizationId: '3', relation: 'supervision', superiorId: '1', from: '2000-01-01', to: null },
  ],
};

const plan = (sheet: Sheet, book: StoredBook = stored) => {
  let next = 0;
  return planUnits({
    rows: rowsOf(sheet),
    headings: headingsOf(sheet),
    stored: book,
    effectiveOn: '2026-07-01',
    self: ['测试区卫生健康委员会'],
    nextId: () => `new-${(next += 1)}`,
  });
};
const heading = ['机构编码', '单位名称', '类别', '等级', '主管单位', '床位数', '序号'];
const wordsOf = (sheet: Sheet) =>
  plan(sheet).map(({ problems }) => problems.map((problem) => problemWords(problem, 'zh-CN')));

describe('a row of the book of units', () => {
  it('becomes a new unit under the superior that it names', () => {
    const [row] = plan([heading, ['', '东区第三医院', '医院', '二级', '东区局', '80', '']]);
    expect(row).toMatchObject({ outcome: 'new', problems: [], row: 2 });
    expect(row?.plan).toMatchObject({
      id: 'new-1',
      version: null,
      beds: 80,
      superiors: [{ relation: 'supervision', superiorId: '1' }],
      unit: { name: '东区第三医院', kind: 'hospital', level: 'secondary', order: 70 },
    });
  });

  it('changes what it says otherwise, with before and after, and leaves out what is empty', () => {
    const [row] = plan([heading, ['H001', '', '', '三级', '本委', '３５０张', '']]);
    expect(row?.outcome).toBe('changed');
    expect(row?.changes).toEqual([
      { column: 'level', before: 'secondary', after: 'tertiary' },
      { column: 'beds', before: '320', after: '350' },
      { column: 'supervision', before: '东区卫生健康局', after: '' },
    ]);
    expect(row?.plan).toMatchObject({ id: '2', version: 1, former: null });
  });

  it('is a renaming where the code is known and the name is another', () => {
    const [row] = plan([heading, ['H001', '东区人民医院', '', '', '', '', '']]);
    expect(row?.changes.map(({ column }) => column)).toEqual(['name', 'short-name']);
    expect(row?.plan?.former).toEqual({ name: '东区第一医院', shortName: '东区第一医院' });
  });

  it('changes nothing where it says what is known', () => {
    const said = ['H001', '东区第一医院', '综合医院', '二级甲等', '东区卫生健康局', '320', '20'];
    const [row] = plan([heading, said]);
    expect(row).toMatchObject({ outcome: 'unchanged', changes: [], plan: null });
  });

  it('gives a code to a unit that was known by its name', () => {
    const [row] = plan([heading, ['H002', '东区第二医院', '', '', '', '', '']]);
    expect(row?.changes).toEqual([{ column: 'code', before: null, after: 'H002' }]);
    expect(row?.plan?.version).toBe(4);
  });
});

describe('what is wrong with a row', () => {
  it('says which word was probably meant, or which are allowed', () => {
    const said = wordsOf([
      heading,
      ['', '甲医院', '综合医完', '', '本委', '', ''],
      ['', '乙医院', '医院', '特等', '本委', '', ''],
    ]);
    expect(said[0]).toEqual(['“综合医完”不是规定的用语，是否为“综合医院”？']);
    expect(said[1]).toEqual(['“特等”不是规定的用语，请从“三级、二级、一级、未定级”中选填。']);
  });

  it('says what is missing, and asks for the superior of a new unit', () => {
    const said = wordsOf([
      heading,
      ['', '甲医院', '', '', '', '', ''],
      ['', '', '医院', '', '', '', ''],
    ]);
    expect(said[0]).toEqual([
      '未填写，请补填。',
      '新增单位须填主管单位；由本委（局）直接主管的填“本委（局）”。',
    ]);
    expect(said[1]).toEqual(['未填写，请补填。']);
  });

  it('finds names, codes and numbers that stand twice in the file', () => {
    const rows = plan([
      heading,
      ['A1', '甲医院', '医院', '', '本委', '', '500'],
      ['A1', '乙医院', '医院', '', '本委', '', '500'],
      ['', '丙医院', '医院', '', '本委', '', ''],
      ['', '丙 医院', '医院', '', '本委', '', ''],
    ]);
    expect(rows[1]?.problems.map(({ column, values }) => [column, values])).toEqual([
      ['code', { row: 2 }],
      ['order', { row: 2 }],
    ]);
    expect(rows[3]?.problems).toMatchObject([{ code: 'twice-in-file', values: { row: 4 } }]);
  });

  it('finds a unit that two rows speak of, one by the code and one by the name', () => {
    const rows = plan([
      heading,
      ['H001', '', '', '三级', '', '', ''],
      ['', '东区第一医院', '', '一级', '', '', ''],
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['changed', 'error']);
  });

  it('holds numbers against the book, except where the file frees them', () => {
    const taken = wordsOf([heading, ['', '甲医院', '医院', '', '本委', '', '20']]);
    expect(taken[0]).toEqual(['序号 20 已由“东区第一医院”使用，请换一个。']);
    const freed = plan([
      heading,
      ['', '甲医院', '医院', '', '本委', '', '20'],
      ['H001', '', '', '', '', '', '25'],
    ]);
    expect(freed.map(({ outcome }) => outcome)).toEqual(['new', 'changed']);
  });

  it('knows superiors that are unknown, mistyped, ambiguous, ended or wrong themselves', () => {
    const said = wordsOf([
      heading,
      ['', '甲医院', '医院', '', '东区卫生健康委', '', ''],
      ['', '乙医院', '医院', '', '从未有过', '', ''],
      ['', '丙医院', '医院', '', '同名诊所', '', ''],
      ['', '丁医院', '医院', '', '东区旧医院', '', ''],
      ['', '戊医院', '医院', '', '乙医院', '', ''],
    ]);
    expect(said.map(([first]) => first)).toEqual([
      '没有找到上级单位“东区卫生健康委”，是否为“东区卫生健康局”？',
      '没有找到上级单位“从未有过”，请核对全称或机构编码。',
      '有 2 个单位叫“同名诊所”，请改填机构编码。',
      expect.stringContaining('没有找到上级单位“东区旧医院”'),
      '上级单位“乙医院”所在的第 3 行有误，请先改正该行。',
    ]);
  });

  it('finds circles through the file and through the book', () => {
    const rows = plan([
      heading,
      ['', '甲医院', '医院', '', '乙医院', '', ''],
      ['', '乙医院', '医院', '', '甲医院', '', ''],
      ['', '东区卫生健康局', '', '', '东区第一医院', '', ''],
      ['', '丙医院', '医院', '', '甲医院', '', ''],
    ]);
    const codes = rows.map(({ problems }) => problems.map(({ code }) => code));
    expect(codes).toEqual([['circle'], ['circle'], ['circle'], ['superior-wrong']]);
  });

  it('finds who would stand under itself on a later day, as somebody has planned', () => {
    const link = (organizationId: string, superiorId: string | null, from: string) => ({
      organizationId,
      relation: 'supervision' as const,
      superiorId,
      from,
      to: null,
    });
    const planned = {
      ...stored,
      relations: [...stored.relations, link('3', '2', '2026-10-01'), link('1', '3', '2026-12-01')],
    };
    const sheet: Sheet = [heading, ['H001', '东区第一医院', '', '', '东区第二医院', '', '']];
    const [row] = plan(sheet, planned);
    expect(row?.problems).toMatchObject([{ code: 'circle-later', values: { day: '2026-10-01' } }]);
    const unchanged: Sheet = [
      heading,
      ['H001', '东区第一医院', '', '三级', '东区卫生健康局', '', ''],
    ];
    const [other] = plan(unchanged, { ...planned, relations: planned.relations.slice(0, 4) });
    expect(other?.problems).toEqual([]);
  });

  it('leaves out a plan that the file itself puts an end to', () => {
    const later = {
      organizationId: '2',
      relation: 'supervision' as const,
      superiorId: '3',
      from: '2026-10-01',
      to: null,
    };
    const rows = plan(
      [
        heading,
        ['', '东区第二医院', '', '', '东区第一医院', '', ''],
        ['H001', '', '', '', '本委', '', ''],
      ],
      { ...stored, relations: [...stored.relations, later] },
    );
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('does not touch a unit that has ended, nor guess between two of one name', () => {
    const said = wordsOf([
      heading,
      ['', '东区旧医院', '医院', '', '本委', '', ''],
      ['', '同名诊所', '', '', '', '', ''],
      ['H001', '东区第二医院', '', '', '', '', ''],
      ['H009', '东区第一医院', '', '', '', '', ''],
    ]);
    expect(said.map(([first]) => first)).toEqual([
      '“东区旧医院”已停业或已合并，不能通过导入修改。',
      '名录中有 2 个单位叫“同名诊所”，请填写机构编码加以区分。',
      '机构编码属于“东区第一医院”，单位名称却与“东区第二医院”相同，请核对。',
      '该单位已有机构编码“H001”，与表中不同，请核对。',
    ]);
  });

  it('reads days and numbers as people write them, and says which it cannot read', () => {
    const days = ['开业日期', '单位名称', '类别', '主管', '床位数'];
    const rows = plan([
      days,
      ['2026年7月1日', '甲医院', '医院', '本委', '1,200'],
      ['20260701', '乙医院', '医院', '本委', '12.0'],
      ['2026-02-30', '丙医院', '医院', '本委', '约百张'],
    ]);
    expect(rows.slice(0, 2).map(({ plan: made }) => [made?.unit.openedOn, made?.beds])).toEqual([
      ['2026-07-01', 1200],
      ['2026-07-01', 12],
    ]);
    expect(rows[2]?.problems.map(({ code }) => code)).toEqual(['not-a-number', 'not-a-day']);
  });
});

describe('the nearest word', () => {
  it('is the one with the fewest differences, and none where all are far', () => {
    expect(nearestWord('三极', ['三级', '二级'])).toBe('三级');
    expect(nearestWord('卫生院分院', ['乡镇卫生院', '卫生院'])).toBe('卫生院');
    expect(nearestWord('火车站', ['三级', '医院'])).toBeUndefined();
  });
});
