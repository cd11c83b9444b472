import { describe, expect, it } from 'vitest';
import { grantableRoles } from '#schema/contracts/accounts.ts';
import {
  organizationKinds,
  organizationLevels,
  ownerships,
} from '#schema/contracts/campaign/audience.ts';
import { peopleColumns, unitColumns } from '#schema/contracts/imports.ts';
import {
  columnOfHeading,
  keyOfWord,
  kindNames,
  levelNames,
  ownershipNames,
  peopleHeadings,
  plainWord,
  roleNames,
  unitHeadings,
} from '#schema/contracts/unit-words.ts';

const wordsOf = (names: Readonly<Record<string, readonly string[]>>) =>
  Object.values(names).flat().map(plainWord);

describe('the words of a file', () => {
  it.each([
    ['kinds', kindNames, organizationKinds],
    ['levels', levelNames, organizationLevels],
    ['ownerships', ownershipNames, ownerships],
    ['headings of units', unitHeadings, unitColumns],
    ['headings of people', peopleHeadings, peopleColumns],
  ] as const)('of %s name each one, and no word means two', (_, names, keys) => {
    expect(Object.keys(names)).toEqual([...keys]);
    const words = wordsOf(names);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('of roles name only such as are given in a region', () => {
    const roles: readonly string[] = grantableRoles;
    expect(Object.keys(roleNames).filter((role) => !roles.includes(role))).toEqual([]);
    expect(Object.keys(roleNames)).not.toContain('system-admin');
  });

  it('are compared without blanks and alike in full and half width', () => {
    expect(plainWord(' 诊所（门诊部） ')).toBe('诊所(门诊部)');
    expect(plainWord('ＡＢ １')).toBe('ab1');
    expect(keyOfWord(levelNames, '三 级')).toBe('tertiary');
    expect(keyOfWord(levelNames, '四级')).toBeUndefined();
  });
});

describe('a heading', () => {
  it.each([
    ['单位名称', 'name'],
    ['*单位名称', 'name'],
    ['单位名称（全称）', 'name'],
    ['单位名称：', 'name'],
    ['机构编码', 'code'],
    ['统一社会信用代码', 'code'],
    ['公立/民营', 'ownership'],
    ['主管部门', 'supervision'],
    ['床位数（张）', 'beds'],
    ['成立日期', 'opened-on'],
    ['备注', null],
    ['', null],
  ])('“%s” of the book of units names %s', (heading, column) => {
    expect(columnOfHeading('organizations', heading)).toBe(column);
  });

  it.each([
    ['单位名称', 'unit'],
    ['姓名', 'addressee'],
    ['岗位', 'post'],
    ['角色', 'role'],
    ['登录名', 'username'],
    ['联系电话', 'phone'],
    ['到岗日期', 'from'],
    ['身份证号', null],
  ])('“%s” of a list of people names %s', (heading, column) => {
    expect(columnOfHeading('people', heading)).toBe(column);
  });
});
