import { describe, expect, it } from 'vitest';
import { audienceOf } from './audience.domain.ts';
import { momentOf } from './moment.domain.ts';
import {
  groupByArea,
  groupByKind,
  groupByUnit,
  isAt,
  kindAt,
  ownUnits,
  sumOf,
} from './places.domain.ts';
import type { CountedUnit } from './places.domain.ts';
import { remindersByArea } from './reminder.domain.ts';
import { nothing } from './totals.domain.ts';

const counted = (organizationId: string, area: string, due: number): CountedUnit => ({
  ...nothing,
  organizationId,
  area,
  filings: { due, arrived: 0, onTime: 0 },
});
const rows = [
  counted('a', 'east', 1),
  counted('b', 'west', 2),
  counted('c', 'c', 4),
  counted('d', 'east', 8),
  counted('e', '', 16),
];
const bureaus = [
  { id: 'west', name: '西区卫生健康局' },
  { id: 'north', name: '北区卫生健康局' },
  { id: 'east', name: '东区卫生健康局' },
];

describe('figures by place', () => {
  it('stand in the official order of the authorities, the commission’s own units first', () => {
    const grouped = groupByArea(rows, bureaus);
    expect(grouped.map(({ place, totals }) => [place.key, totals.filings.due])).toEqual([
      [ownUnits, 20],
      ['west', 2],
      ['east', 9],
    ]);
  });

  it('leave out an authority of which nothing is counted, and lose nobody', () => {
    const grouped = groupByArea(rows, bureaus);
    expect(grouped.some(({ place }) => place.key === 'north')).toBe(false);
    expect(sumOf(grouped).filings.due).toBe(31);
  });

  it('stand at one place each, whichever place is asked for', () => {
    const at = (area: string) =>
      rows.filter((row) => isAt(row, area, bureaus)).map(({ organizationId }) => organizationId);
    expect(['west', 'north', 'east', ownUnits].map(at)).toEqual([
      ['b'],
      [],
      ['a', 'd'],
      ['c', 'e'],
    ]);
    expect(['hospital', 'west', ownUnits].map(kindAt)).toEqual(['hospital', undefined, undefined]);
  });

  it('are by kind of unit where there is no authority below', () => {
    const kindOf = (id: string) => (id === 'a' ? 'clinic' : 'hospital');
    const grouped = groupByKind(rows, kindOf);
    expect(grouped.map(({ place, totals }) => [place.kind, totals.filings.due])).toEqual([
      ['hospital', 30],
      ['clinic', 1],
    ]);
  });

  it('name every chosen unit in the order given, also one without any figure', () => {
    const units = ['d', 'x', 'a'].map((id) => ({ id, name: id, kind: 'hospital' }));
    const grouped = groupByUnit(rows, units);
    expect(grouped.map(({ place, totals }) => [place.key, totals.filings.due])).toEqual([
      ['d', 8],
      ['x', 0],
      ['a', 1],
    ]);
  });
});

describe('the moment of figures', () => {
  const now = Date.parse('2026-07-08T10:05:00+08:00');

  it('is now where no day is asked for, or today', () => {
    const asOfNow = { asOf: now, duePassed: now - 1, today: '2026-07-08' };
    expect(momentOf(undefined, now)).toEqual(asOfNow);
    expect(momentOf('2026-07-08', now)).toEqual(asOfNow);
  });

  it('is 24:00 of a day that is over, what was due at that instant being due', () => {
    const midnight = Date.parse('2026-07-08T00:00:00+08:00');
    expect(momentOf('2026-07-07', now)).toEqual({
      asOf: midnight,
      duePassed: midnight,
      today: '2026-07-07',
      day: '2026-07-07',
    });
  });

  it('is none for a day that has not come', () => {
    expect(momentOf('2026-07-09', now)).toBeUndefined();
  });
});

describe('催报名单', () => {
  const moment = { asOf: 0, duePassed: 0, today: '2026-08-15', day: '2026-08-15' };
  const late = (count: number, area: string) =>
    Array.from({ length: count }, (_, index) => ({
      organizationName: `${area}第${index + 1}医院`,
      area,
    }));

  it('is one line for a few units', () => {
    const { zh, en } = remindersByArea({ moment, units: late(2, 'east'), bureaus });
    expect(zh).toBe(
      '截至8月15日24:00，以下2家单位应报材料尚未报送：east第1医院、east第2医院。请尽快报送，如有困难请说明。',
    );
    expect(en).toContain('As of 2026-08-15 24:00, 2 units have not filed');
  });

  it('is grouped by authority in official order where there are many', () => {
    const units = [...late(2, ''), ...late(6, 'east'), ...late(3, 'west')];
    const { zh, en } = remindersByArea({ moment, units, bureaus });
    const lines = zh.split('\n');
    expect(lines[0]).toBe('截至8月15日24:00，以下11家单位应报材料尚未报送：');
    expect(lines.slice(1, 4).map((line) => line.split('：')[0])).toEqual([
      '直属单位（2家）',
      '西区卫生健康局（3家）',
      '东区卫生健康局（6家）',
    ]);
    expect(lines.at(-1)).toBe('请尽快报送，如有困难请说明。');
    expect(en.split('\n')).toHaveLength(lines.length);
  });

  it('names the minute where it is as of now', () => {
    const now = momentOf(undefined, Date.parse('2026-08-15T17:00:00+08:00'));
    if (now === undefined) throw new Error('now is now');
    expect(remindersByArea({ moment: now, units: [], bureaus }).zh).toBe(
      '截至8月15日17:00，没有逾期未报的单位。',
    );
  });
});

describe('a class of units in the address', () => {
  it('is everybody where no word is known', () => {
    expect(audienceOf(undefined, undefined)).toBeUndefined();
    expect(audienceOf('castle', 'highest')).toBeUndefined();
  });

  it('is of the kinds and of the levels that are named', () => {
    expect(audienceOf('hospital,castle', 'secondary,tertiary')).toEqual({
      all: [{ kind: ['hospital'] }, { level: ['tertiary', 'secondary'] }],
    });
    expect(audienceOf('clinic', undefined)).toEqual({ all: [{ kind: ['clinic'] }] });
  });
});
