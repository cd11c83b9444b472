import { describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { every, field, form, institutions, task } from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { organization } from '../testing/organizations.fixtures.ts';
import { computeBurden, describeBurden, overCeiling } from './burden.ts';

const quarterly = task('quarterly', {
  title: '季报',
  clause: 'self-check',
  audience: institutions({ kinds: ['hospital'], levels: ['secondary'] }),
  recurs: every('quarter', {
    from: '2020-01-01',
    to: '2020-12-31',
    dueOffsetDays: 5,
    wording: '每季度',
  }),
  to: 'medical',
  form: form('quarterly', {
    title: '季报',
    fields: [
      field.section('part', '情况'),
      field.integer('n', '件数'),
      field.integer('beds', '床位', { origin: { system: '单位档案' } }),
      field.table('rows', '明细', [field.text('a', '事项'), field.text('b', '结果')]),
      field.computed('rows-count', '行数', { compute: { op: 'row-count', of: ['rows'] } }),
    ],
  }),
  minutes: 45,
});

const before = smallCampaign();
const campaign = smallCampaign({ tasks: [quarterly] });
const find = (kind: string, level?: string) =>
  computeBurden(campaign, { calendar, previous: before }).find(
    ({ unitClass }) => unitClass.kind === kind && unitClass.level === level,
  );

describe('the burden of a campaign', () => {
  it('counts each turn of a recurring task, and only what is really asked', () => {
    expect(find('hospital', 'secondary')?.most).toEqual({
      filings: 5,
      fields: 3 + 4 * 3,
      minutes: 90 + 4 * 45,
    });
    expect(find('hospital', 'tertiary')?.most.filings).toBe(1);
    expect(find('bureau')?.most.filings).toBe(0);
  });

  it('stands beside the year before in one sentence', () => {
    const secondary = find('hospital', 'secondary');
    const tertiary = find('hospital', 'tertiary');
    expect(secondary && describeBurden(secondary)).toBe(
      '二级医院：每年5次报送、预计5小时；比上年+4次',
    );
    expect(tertiary && describeBurden(tertiary)).toBe(
      '三级医院：每年1次报送、预计2小时；与上年持平',
    );
    expect(tertiary && describeBurden(tertiary, 'en')).toBe(
      'tertiary hospitals: 1 filing a year, about 2 h; as many as last year',
    );
  });

  it('says nothing of last year when there was none, and a minus when less is asked', () => {
    const [alone] = computeBurden(before, { calendar });
    expect(alone && describeBurden(alone)).not.toContain('上年');
    const less = computeBurden(before, { calendar, previous: campaign });
    expect(less.map((each) => describeBurden(each)).join()).toContain('比上年−4次');
  });

  it('counts the real units where they are known', () => {
    const organizations = [
      organization({ id: 'a', level: 'secondary' }),
      organization({ id: 'b', level: 'secondary' }),
      organization({ id: 'c', level: 'secondary', closedOn: '2020-01-31' }),
    ];
    const [secondary] = computeBurden(campaign, { calendar, organizations });
    expect(secondary).toMatchObject({ units: 3, total: { filings: 10 }, most: { filings: 5 } });
  });

  it('names the classes above the ceiling', () => {
    const burdens = computeBurden(campaign, { calendar });
    expect(overCeiling(burdens, 4).map(({ unitClass }) => unitClass.level)).toEqual(['secondary']);
    expect(overCeiling(burdens, 5)).toEqual([]);
  });
});
