import { describe, expect, it } from 'vitest';
import { groupProgress, isInArea } from './progress-groups.presenter.ts';
import type { ProgressRow } from './reviews.queries.ts';

const row = (part: Partial<ProgressRow>): ProgressRow => ({
  organizationId: 'org_1',
  organizationName: '第一医院',
  kind: 'hospital',
  due: 4,
  arrived: 3,
  inReview: 0,
  returned: 0,
  exempt: 0,
  overdue: 1,
  overdueDays: 2,
  ...part,
});

const east = { id: 'org_east', name: '东区卫生健康局', order: 2 };
const west = { id: 'org_west', name: '西区卫生健康局', order: 1 };

describe('progress by place', () => {
  it('sums the units of each authority, the commission’s own first, then in official order', () => {
    const rows = [
      row({ area: east }),
      row({ area: east, due: 2, arrived: 2, overdue: 0 }),
      row({ area: west }),
      row({}),
    ];
    const groups = groupProgress(rows);
    expect(groups.map(({ name }) => name)).toEqual([
      '直属单位',
      '西区卫生健康局',
      '东区卫生健康局',
    ]);
    expect(groups[2]).toMatchObject({
      units: 2,
      due: 6,
      arrived: 5,
      overdue: 1,
      overdueUnits: 1,
      filter: { area: 'org_east' },
    });
  });

  it('is by kind of unit where there is no authority below', () => {
    const groups = groupProgress([row({ kind: 'public-health' }), row({})]);
    expect(groups.map(({ name, filter }) => [name, filter])).toEqual([
      ['医院', { kind: 'hospital' }],
      ['公共卫生机构', { kind: 'public-health' }],
    ]);
  });

  it('leads to the units of the place alone', () => {
    expect(isInArea(row({ area: east }), 'org_east')).toBe(true);
    expect(isInArea(row({}), 'org_east')).toBe(false);
    expect(isInArea(row({}), 'own')).toBe(true);
    expect(isInArea(row({ area: east }), '')).toBe(true);
  });
});
