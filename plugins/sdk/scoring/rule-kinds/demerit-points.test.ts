import { describe, expect, it } from 'vitest';
import type {
  DemeritEntry,
  DemeritLedger,
  DemeritSubject,
} from '#schema/contracts/campaign/demerit-ledger.ts';
import { printPoints } from '../../points/points.ts';
import { findProposals } from '../alerts.ts';
import { keepLedger } from '../ledger/keep-ledger.ts';
import { rollUp } from '../ledger/roll-up.ts';
import { testSource as source } from '../testing/scorecards.fixtures.ts';

const ledger: DemeritLedger = {
  key: 'demerits',
  title: '医疗机构不良执业行为记分',
  subject: 'unit',
  counted: 'person-time',
  tiers: ['1', '2', '4', '6', '12'].map((points) => ({
    key: `t${points}`,
    title: `记${points}分行为`,
    points,
    penalty: points === '12',
  })),
  cycle: {
    months: 12,
    start: 'subject-day',
    resets: [{ key: 'verified', title: '校验合格' }],
  },
  bands: [
    { key: 'none', title: '不满12分', below: '12' },
    { key: 'talk', title: '12至16分', atLeast: '12', below: '16', consequence: '约谈、限期整改' },
    { key: 'defer', title: '16至20分', atLeast: '16', atMost: '20', consequence: '暂缓校验' },
    { key: 'revoke', title: '20分以上', above: '20', consequence: '建议吊销执业许可' },
    {
      key: 'three-years',
      title: '三年累计超过60分',
      cycles: 3,
      above: '60',
      consequence: '暂缓校验1至6个月',
    },
  ],
  source,
};

const entry = (id: string, on: string, tier: string, more: Partial<DemeritEntry> = {}) => ({
  id,
  on,
  subject: '甲医院',
  tier,
  reason: `事由${id}`,
  ...more,
});
const licensed: DemeritSubject = { subject: '甲医院', startsOn: '2021-04-15' };

function account(
  entries: DemeritEntry[],
  asOf: string,
  { of = ledger, subject = licensed }: { of?: DemeritLedger; subject?: DemeritSubject } = {},
) {
  const [own] = keepLedger(of, { entries, subjects: [subject], asOf });
  if (!own) throw new Error('no account');
  return { ...own, told: printPoints(own.points), reached: own.bands.map(({ band }) => band.key) };
}

it('R26: 按情节轻重一次记1、2、4、6、12分', () => {
  const entries = ['1', '2', '4', '6'].map((points) =>
    entry(points, `2024-06-0${points}`, `t${points}`),
  );
  const own = account(entries, '2024-12-31');
  expect(own.told).toBe('13');
  expect(own.lines.map(({ points, reason }) => [printPoints(points), reason.zh])).toEqual([
    ['1', '记1分：记1分行为1人次（事由1）'],
    ['2', '记2分：记2分行为1人次（事由2）'],
    ['4', '记4分：记4分行为1人次（事由4）'],
    ['6', '记6分：记6分行为1人次（事由6）'],
  ]);
  const unknown = account([entry('a', '2024-06-01', 't3')], '2024-12-31');
  expect(unknown.pending[0]?.zh).toBe('有记录未列入记分标准（a）');
});

it('R27: 按每人次、每科目次记相应的分值；按件记的不乘人数', () => {
  const three = [entry('a', '2024-06-01', 't2', { quantity: 3 })];
  expect(account(three, '2024-12-31').told).toBe('6');
  const bySpecialty = { ...ledger, counted: 'specialty-time' as const };
  const own = account(three, '2024-12-31', { of: bySpecialty });
  expect(own.lines[0]?.reason.zh).toBe('记6分：记2分行为3科目次（事由a）');
  const byIncident = { ...ledger, counted: 'incident' as const };
  expect(account(three, '2024-12-31', { of: byIncident }).told).toBe('2');
});

describe('R28: 一个周期内累计不满12分、12至16分、16至20分、20分以上，各有后果', () => {
  const withPoints = (points: number) =>
    account([entry('a', '2024-06-01', 't1', { quantity: points })], '2024-12-31');

  it.each([
    [11, 'none'],
    [12, 'talk'],
    [15, 'talk'],
    [16, 'defer'],
    [20, 'defer'],
    [21, 'revoke'],
  ])('累计%i分', (points, band) => {
    expect(withPoints(points).reached).toEqual([band]);
  });

  it('三年累计超过60分的，暂缓校验', () => {
    const each = (year: number, points: number) =>
      entry(`y${year}`, `${year}-06-01`, 't1', { quantity: points });
    const years = (last: number) => [each(2022, 20), each(2023, 20), each(2024, last)];
    expect(account(years(20), '2024-12-31').reached).toEqual(['defer']);
    const own = account(years(21), '2024-12-31');
    expect(own.reached).toEqual(['revoke', 'three-years']);
    expect(own.bands[1]).toMatchObject({
      from: '2022-04-15',
      reason: { zh: '2022-04-15起累计记61分：三年累计超过60分' },
    });
    expect(account([each(2021, 20), ...years(20)], '2024-12-31').reached).toEqual(['defer']);
  });
});

describe('R29: 周期自执业许可之日或校验合格之日起算，期满清零', () => {
  const entries = [entry('a', '2024-04-14', 't6'), entry('b', '2024-04-15', 't2')];

  it('许可日前一天与当天分属两个周期', () => {
    const own = account(entries, '2024-12-31');
    expect(own.cycle).toEqual({ from: '2024-04-15', to: '2025-04-14' });
    expect(own.told).toBe('2');
    expect(own.lines.map(({ counted }) => printPoints(counted))).toEqual(['0', '2']);
  });

  it('校验合格后重新起算', () => {
    const verified = { ...licensed, resets: [{ on: '2024-09-01', by: 'verified' }] };
    const own = account([...entries, entry('c', '2024-09-01', 't4')], '2024-12-31', {
      subject: verified,
    });
    expect(own.cycle).toEqual({ from: '2024-09-01', to: '2025-08-31' });
    expect(own.told).toBe('4');
  });

  it('按自然年的，一月一日清零', () => {
    const yearly: DemeritLedger = { ...ledger, cycle: { months: 12, start: 'calendar' } };
    const both = [entry('a', '2023-12-31', 't6'), entry('b', '2024-01-01', 't2')];
    const own = account(both, '2024-05-01', { of: yearly });
    expect([own.told, own.cycle?.from]).toEqual(['2', '2024-01-01']);
  });

  it('起算日未知的，不给结论', () => {
    const own = account(entries, '2024-12-31', { subject: { subject: '甲医院' } });
    expect(own).toMatchObject({ cycle: null, points: 0, bands: [] });
    expect(own.pending[0]?.zh).toBe('记分周期起始日期尚无数据');
  });
});

it('R30: 不能以记分代替处罚，记分与处罚一并作出', () => {
  const bare = account([entry('a', '2024-06-01', 't12')], '2024-12-31');
  expect(bare.told).toBe('12');
  expect(bare.penaltyMissing).toEqual([
    {
      entry: 'a',
      reason: {
        zh: '不得以记分代替处罚：尚未登记处罚决定',
        en: 'points never replace a penalty: no decision is on record yet',
      },
    },
  ]);
  const both = [entry('a', '2024-06-01', 't12', { penalty: '卫医罚〔2024〕8号' })];
  expect(account(both, '2024-12-31').penaltyMissing).toEqual([]);
});

it('R31: 同一问题再次发生的，除加扣分外建议约谈', () => {
  const proposals = findProposals(
    [
      {
        key: 'again',
        title: '同一问题重复交办',
        when: { kind: 'frequency', fact: 'handed-down', apart: 'about', atLeast: 2, every: 'year' },
        proposal: { measure: '约谈', post: '行风办主任' },
        source,
      },
    ],
    {
      periods: [
        {
          key: '2024',
          facts: {
            'handed-down': {
              kind: 'events',
              events: [
                { id: 'a', on: '2024-03-01', about: 'queue', reason: '交办' },
                { id: 'b', on: '2024-05-01', about: 'queue', reason: '再次交办' },
                { id: 'c', on: '2024-05-02', about: 'charges', reason: '交办' },
              ],
            },
          },
        },
      ],
    },
  );
  expect(proposals).toMatchObject([
    { state: 'proposed', measure: '约谈', post: '行风办主任', eventIds: ['a', 'b'] },
  ]);
});

it('R44: 医师记分同步到科室，按五成计；未开同步的不计', () => {
  const personal: DemeritLedger = {
    ...ledger,
    subject: 'person',
    cycle: { months: 12, start: 'calendar' },
    rollUp: { to: '科室', share: '50%' },
  };
  const entries = [
    entry('a', '2024-02-01', 't1', { subject: '医师01', department: '骨科' }),
    entry('b', '2024-03-01', 't4', { subject: '医师02', department: '骨科' }),
    entry('c', '2024-03-02', 't2', { subject: '医师02', department: '门诊' }),
    entry('d', '2023-03-02', 't6', { subject: '医师02', department: '骨科' }),
  ];
  const accounts = keepLedger(personal, { entries, subjects: [], asOf: '2024-12-31' });
  const sums = rollUp(personal, accounts);
  expect(sums.map(({ department, points }) => [department, printPoints(points)])).toEqual([
    ['门诊', '1'],
    ['骨科', '2.5'],
  ]);
  expect(sums[1]?.entries).toEqual(['a', 'b']);
  expect(rollUp(ledger, accounts)).toEqual([]);
});
