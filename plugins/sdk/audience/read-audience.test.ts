import { describe, expect, it } from 'vitest';
import {
  organizationKinds,
  organizationLevels,
  ownerships,
} from '#schema/contracts/campaign/audience.ts';
import { describeAudience } from './describe-audience.ts';
import { readAudienceWords } from './read-audience.ts';

describe('the words of an audience', () => {
  it.each([
    ['全部单位', { all: [] }],
    ['三级医院', { all: [{ kind: ['hospital'] }, { level: ['tertiary'] }] }],
    ['各区县卫生健康局', { kind: ['bureau'] }],
    [
      '乡镇卫生院、社区卫生服务中心',
      { kind: ['township-health-centre', 'community-health-centre'] },
    ],
    [
      '民营医院',
      { all: [{ kind: ['hospital'] }, { ownership: ['private-nonprofit', 'private-profit'] }] },
    ],
    ['', undefined],
    ['相关人员', undefined],
  ])('%s', (words, audience) => {
    expect(readAudienceWords(words)).toEqual(audience);
  });

  const single = [
    ...organizationKinds.filter((kind) => kind !== 'other').map((kind) => ({ kind: [kind] })),
    ...organizationLevels
      .filter((level) => level !== 'ungraded')
      .map((level) => ({ level: [level] })),
    ...ownerships.map((ownership) => ({ ownership: [ownership] })),
  ];

  it.each(single)('that this program wrote are read back as they were meant: %j', (audience) => {
    expect(readAudienceWords(describeAudience(audience))).toEqual(audience);
  });

  it('that name one kind of private owner do not mean the other', () => {
    expect(readAudienceWords('民营非营利医院')).toEqual({
      all: [{ kind: ['hospital'] }, { ownership: ['private-nonprofit'] }],
    });
  });
});
