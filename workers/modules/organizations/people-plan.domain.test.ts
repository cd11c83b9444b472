import { describe, expect, it } from 'vitest';
import type { Organization } from '#schema/contracts/organizations.ts';
import { headingsOf, rowsOf } from './imports.fixtures.ts';
import type { Sheet } from './imports.fixtures.ts';
import { maskName, maskPhone } from './invitations.domain.ts';
import { planPeople } from './people-plan.domain.ts';
import type { KnownAccount, KnownInvitation } from './people-plan.domain.ts';
import { findGrantFault } from './roles.ts';

/** Put together here: no number that could be somebody's stands in a file. */
const phone = ['139', '0000', '0001'].join('');
const otherPhone = ['139', '0000', '0009'].join('');

const heading = ['单位', '姓名', '登录名', '手机', '岗位', '角色', '范围', '起始日期'] as const;
const unitOf = (id: string, name: string, more: Partial<Organization> = {}): Organization => ({
  id,
  name,
  shortName: name,
  order: 10,
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
  ...more,
});
const units = [
  unitOf('org_1', '东区第一医院', { code: 'H1' }),
  unitOf('org_2', '东区第二医院', { order: 20 }),
  unitOf('org_3', '东区卫生健康局', { order: 5, kind: 'bureau' }),
  unitOf('org_4', '东区旧医院', { order: 30, status: 'merged' }),
];
const clerk = ['东区第一医院', '林一', 'lin.yi', phone, '院办填报岗', '联络员', '', ''];
const waiting: KnownInvitation = {
  id: 'inv_7',
  version: 3,
  state: 'asked',
  organizationId: 'org_1',
  unitName: '东区第一医院',
  role: 'hospital-clerk',
  relation: null,
  post: '院办填报岗',
  addressee: '林一',
  phone,
  from: null,
};

const plan = (
  rows: readonly (readonly string[])[],
  known: { account?: KnownAccount; invitation?: KnownInvitation; name?: string } = {},
) => {
  const sheet: Sheet = [[...heading], ...rows];
  const name = known.name ?? 'lin.yi';
  let next = 0;
  return planPeople({
    rows: rowsOf(sheet),
    headings: headingsOf(sheet, 'people'),
    units,
    accounts: new Map(known.account ? [[name, known.account]] : []),
    invitations: new Map(known.invitation ? [[name, known.invitation]] : []),
    self: ['本委', '测试区卫生健康委员会'],
    faultOf: (seat) => findGrantFault('tenant', seat),
    nextId: () => `inv_new${(next += 1)}`,
  });
};
const faults = (rows: readonly (readonly string[])[], known = {}) =>
  plan(rows, known).map(({ problems }) => problems.map(({ column, code }) => [column, code]));

describe('a row of people', () => {
  it('becomes an invitation with unit, role, post, login name, phone and day', () => {
    const [row] = plan([[...clerk.slice(0, 7), '2026-09-01']]);
    expect(row).toMatchObject({ row: 2, outcome: 'new', problems: [] });
    expect(row?.plan).toEqual({
      id: 'inv_new1',
      version: null,
      organizationId: 'org_1',
      role: 'hospital-clerk',
      relation: null,
      username: 'lin.yi',
      addressee: '林一',
      phone: phone,
      post: '院办填报岗',
      from: '2026-09-01',
    });
  });

  it('names its unit by name or by code, the commission by its own words', () => {
    const byCode = plan([clerk.with(0, 'H1')])[0]?.plan;
    expect(byCode?.organizationId).toBe('org_1');
    for (const self of ['本委（局）', '测试区卫生健康委员会']) {
      const own = plan([['本委', '林一', 'lin.yi', '', '', '拟稿', '', ''].with(0, self)])[0]?.plan;
      expect(own).toMatchObject({ organizationId: null, role: 'commission-drafter', phone: null });
    }
  });

  it('has the name of its role for a post where it says none', () => {
    expect(plan([clerk.with(4, '')])[0]?.plan?.post).toBe('填报人（联络员）');
  });

  it('分管领导 signs for the commission there, and is the head of a unit elsewhere', () => {
    const leader = clerk.with(5, '分管领导');
    expect(plan([leader])[0]?.plan?.role).toBe('hospital-head');
    expect(plan([leader.with(0, '本局')])[0]?.plan?.role).toBe('commission-signer');
  });

  it('a reviewer of a bureau may reach what stands under it', () => {
    const reviewer = ['东区卫生健康局', '林二', 'lin.er', '', '', '审核', '主管', ''];
    const [row] = plan([reviewer]);
    expect(row?.plan).toMatchObject({ role: 'bureau-reviewer', relation: 'supervision' });
    expect(faults([clerk.with(6, '主管')])).toEqual([[['reach', 'role-reach-too-wide']]]);
  });
});

describe('what is wrong with a row', () => {
  it.each([
    ['东区第一医完', 0, 'unit', 'unit-near'],
    ['无此单位的名字', 0, 'unit', 'unit-unknown'],
    ['东区旧医院', 0, 'unit', 'unit-gone'],
    ['本委', 0, 'unit', 'role-unit-missing'],
    ['林', 2, 'username', 'username-shape'],
    ['林一@医院', 2, 'username', 'username-shape'],
    ['12345', 3, 'phone', 'phone-shape'],
    ['联落员', 5, 'role', 'unknown-word-near'],
    ['核稿', 5, 'unit', 'role-unit-needless'],
    ['下月', 7, 'from', 'not-a-day'],
  ])('“%s” in column %i is a fault of %s: %s', (text, index, column, code) => {
    expect(faults([clerk.with(index, text)])).toEqual([[[column, code]]]);
  });

  it('is that it says nothing where it has to', () => {
    const empty = heading.map(() => '');
    expect(faults([empty])).toEqual([
      ['unit', 'addressee', 'username', 'role'].map((column) => [column, 'missing']),
    ]);
  });

  it.each(['系统管理员', '安全管理员', '审计管理员'])('%s comes by no list', (word) => {
    expect(faults([clerk.with(0, '本委').with(5, word)])).toEqual([[['role', 'role-reserved']]]);
  });

  it('one person twice: the same row, at another unit, or under another login name', () => {
    const [, same, elsewhere, double] = plan([
      clerk,
      clerk,
      clerk.with(0, '东区第二医院'),
      clerk.with(0, '东区第二医院').with(2, 'lin.one'),
    ]);
    expect(same?.problems[0]).toMatchObject({ code: 'twice-in-file', values: { row: 2 } });
    expect(elsewhere?.problems[0]).toMatchObject({
      code: 'person-elsewhere',
      values: { row: 2, unit: '东区第一医院' },
    });
    expect(double?.problems[0]).toMatchObject({
      code: 'person-double',
      values: { row: 2, unit: '东区第一医院' },
    });
    expect(plan([clerk, clerk.with(2, 'lin.two').with(3, '')])[1]?.outcome).toBe('new');
  });
});

describe('the same list again', () => {
  it('changes nothing while the invitation waits', () => {
    for (const state of ['asked', 'authorized'] as const) {
      const [row] = plan([clerk], { invitation: { ...waiting, state } });
      expect(row).toMatchObject({ outcome: 'unchanged', plan: null });
    }
  });

  it('changes nothing once the person has joined', () => {
    const seat = { organizationId: 'org_1', role: 'hospital-clerk' as const, relation: null };
    const account = { unitName: '东区第一医院', seats: [seat] };
    expect(plan([clerk], { account })[0]).toMatchObject({ outcome: 'unchanged', plan: null });
  });

  it('mends a number that looks as before behind its mask, and shows the mask only', () => {
    const mended = ['139', '0001', '0001'].join('');
    const [row] = plan([clerk.with(3, mended)], { invitation: waiting });
    expect(row).toMatchObject({ outcome: 'changed', plan: { phone: mended } });
    expect(row?.changes).toEqual([
      { column: 'phone', before: '139****0001', after: '139****0001' },
    ]);
  });

  it('mends what still waits for a decision, and shows neither name nor phone', () => {
    const mended = clerk.with(1, '林一一').with(3, otherPhone).with(0, '东区第二医院');
    const [row] = plan([mended], { invitation: waiting });
    expect(row?.outcome).toBe('changed');
    expect(row?.plan).toMatchObject({ id: 'inv_7', version: 3, organizationId: 'org_2' });
    expect(row?.changes).toEqual([
      { column: 'addressee', before: '林＊', after: '林＊＊' },
      { column: 'unit', before: '东区第一医院', after: '东区第二医院' },
      { column: 'phone', before: '139****0001', after: '139****0009' },
    ]);
    const authorized = { ...waiting, state: 'authorized' as const };
    const code = plan([mended], { invitation: authorized })[0]?.problems[0]?.code;
    expect(code).toBe('invitation-authorized');
  });

  it('gives an account that is there no further post', () => {
    const account = { unitName: '东区第二医院', seats: [] };
    const [row] = plan([clerk], { account });
    expect(row?.problems[0]).toMatchObject({
      code: 'account-exists',
      values: { unit: '东区第二医院' },
    });
  });
});

describe('a mask', () => {
  it('leaves the surname, and the ends of a phone', () => {
    expect([maskName('王'), maskName('王小明'), maskName('𠮷田')]).toEqual([
      '王＊',
      '王＊＊',
      '𠮷＊',
    ]);
    expect(maskPhone(phone)).toBe('139****0001');
  });
});
