import { describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { after, field, form, on } from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { organization } from '../testing/organizations.fixtures.ts';
import { checkCampaign, type CheckOptions } from './check-campaign.ts';

const good = smallCampaign();
const [below] = good.tasks as [Task];
const bureau = { all: [{ kind: ['bureau' as const] }] };

const found = (campaign: Campaign, options: Partial<CheckOptions> = {}) =>
  checkCampaign(campaign, { calendar, ...options }).map(({ code, path }) => `${code} ${path}`);

const due = (rule: DateRule): Campaign => ({
  ...good,
  tasks: [{ ...below, phase: undefined, due: rule }],
});
const monthPart = (month: string, part: 'late' | 'early', wording: string): DateRule => ({
  kind: 'month-part',
  month,
  part,
  wording,
});

describe('a date and its words', () => {
  it.each<[DateRule]>([
    [on('2020-11-16', '2020年11月15日前')],
    [on('2021-11-15', '2020年11月15日前')],
    [after('issue', 10, 'natural', '印发后10个工作日内')],
    [after('issue', 6, 'working', '印发后5个工作日内')],
    [monthPart('2020-08', 'late', '9月底前')],
    [monthPart('2020-08', 'early', '8月下旬')],
  ])('that say different things are shown: %o', (rule) => {
    expect(found(due(rule))).toContain('dates.wording tasks/self-check-report/due');
  });

  it.each<[DateRule]>([
    [on('2026-11-16', '11月16日前')],
    [on('2020-12-31', '2020年9月1日至12月31日')],
    [on('2020-11-16', '另行通知')],
    [after('issue', 10, 'working', '印发后10个工作日内')],
    [monthPart('2020-10', 'late', '8月初至10月底')],
  ])('that agree are let be: %o', (rule) => {
    expect(found(due(rule))).not.toContain('dates.wording tasks/self-check-report/due');
  });
});

const summaryForm = form('district-summary', {
  title: '汇总表',
  fields: [field.integer('problems', '自查发现问题数'), field.longText('narrative', '情况综述')],
});
const summary = {
  ...below,
  key: 'district-summary',
  form: 'district-summary',
  audience: bureau,
  phase: undefined,
  due: on('2020-11-30', '11月30日前'),
  rollUp: {
    task: below.key,
    relation: 'territory' as const,
    sums: [{ field: 'problems', of: 'problems' }],
  },
} satisfies Task;
const rolledUp = (changes: Partial<Task>): Campaign => ({
  ...good,
  forms: [...good.forms, summaryForm],
  tasks: [below, { ...summary, ...changes }],
});

describe('a roll-up', () => {
  it('that adds up accepted figures after they are due is sound', () => {
    expect(found(rolledUp({})).filter((each) => each.startsWith('tasks.'))).toEqual([]);
  });

  it('cannot add up a text', () => {
    const rollUp = { ...summary.rollUp, sums: [{ field: 'problems', of: 'summary' }] };
    expect(found(rolledUp({ rollUp }))).toContain(
      'tasks.roll-up-without-figure tasks/district-summary/rollUp/problems',
    );
  });

  it('counts filings without a figure below', () => {
    const sums = [{ field: 'problems', of: 'nothing', by: 'filings' as const }];
    expect(found(rolledUp({ rollUp: { ...summary.rollUp, sums } })).join()).not.toContain(
      'roll-up',
    );
  });

  it('cannot be due before what it adds up', () => {
    expect(found(rolledUp({ due: on('2020-11-13', '11月13日前') }))).toContain(
      'tasks.roll-up-too-early tasks/district-summary/due',
    );
  });

  it('cannot add up itself', () => {
    const rollUp = { ...summary.rollUp, task: 'district-summary' };
    expect(found(rolledUp({ rollUp }))).toContain(
      'tasks.roll-up-circle tasks/district-summary/rollUp',
    );
  });

  it('adds up a task that is there', () => {
    const rollUp = { ...summary.rollUp, task: 'nothing' };
    expect(found(rolledUp({ rollUp }))).toContain(
      'references.unknown tasks/district-summary/rollUp',
    );
  });
});

describe('a unit', () => {
  const hospital = organization({
    id: 'h',
    kind: 'hospital',
    facts: [{ key: 'beds', value: 320 }],
  });

  it('asked for one form by two tasks is asked twice', () => {
    const twice = { ...good, tasks: [below, { ...below, key: 'again' }] };
    expect(found(twice, { organizations: [hospital] })).toContain(
      'audience.twice tasks/again/audience',
    );
    expect(found(twice)).not.toContain('audience.twice tasks/again/audience');
  });

  it('is not asked for what its file says', () => {
    const asking = (label: string): Campaign => ({
      ...good,
      forms: [...good.forms, form('extra', { title: '附表', fields: [field.integer('n', label)] })],
    });
    const held = 'forms.already-held forms/extra/n';
    expect(found(asking('实有床位数'), { organizations: [hospital] })).toContain(held);
    expect(found(asking('单位名称'), { organizations: [hospital] })).toContain(held);
    expect(found(asking('投诉件数'), { organizations: [hospital] })).not.toContain(held);
  });
});

describe('a crosswalk', () => {
  const like = { key: 'on-time-filing', form: 'ratio', direction: 'higher', unit: '%' } as const;

  it.each([{ direction: 'lower' }, { form: 'count' }, { unit: '件' }] as const)(
    'does not call alike what differs in %o',
    (difference) => {
      expect(found(good, { commonIndicators: [{ ...like, ...difference }] })).toContain(
        'crosswalk.unlike crosswalk/on-time-filing',
      );
    },
  );

  it('may stand near a figure whose trend counts, and not be the same as it', () => {
    const options = { commonIndicators: [{ ...like, direction: 'trend' as const }] };
    const same = good.crosswalk.map((each) => ({ ...each, match: 'same' as const }));
    expect(found(good, options)).toEqual([]);
    expect(found({ ...good, crosswalk: same }, options)).toEqual([
      'crosswalk.unlike crosswalk/on-time-filing',
    ]);
  });

  it('may name a substitute', () => {
    const crosswalk = good.crosswalk.map((each) => ({ ...each, match: 'substitute' as const }));
    const options = { commonIndicators: [{ ...like, direction: 'lower' as const }] };
    expect(found({ ...good, crosswalk }, options)).toEqual([]);
  });

  it('says why it is not the same', () => {
    const crosswalk = good.crosswalk.map(({ note: _note, ...each }) => each);
    expect(found({ ...good, crosswalk })).toEqual([
      'crosswalk.no-note crosswalk/on-time-filing/note',
    ]);
    const same = crosswalk.map((each) => ({ ...each, match: 'same' as const }));
    expect(found({ ...good, crosswalk: same })).toEqual([]);
  });

  it('answers each shared indicator once, and names it as people know it', () => {
    const line = {
      common: 'case-closed-rate',
      indicator: 'self-check-on-time',
      match: 'same',
    } as const;
    const problems = checkCampaign(
      { ...good, crosswalk: [line, { ...line, match: 'substitute', note: '按结案' }] },
      { calendar },
    );
    expect(problems.map(({ message }) => message.zh)).toContain(
      '可比指标“办结率”由两项本地指标重复作答',
    );
  });
});

describe('a task that two people review', () => {
  const reviewed = (changes: Partial<Task>): Campaign => ({
    ...good,
    tasks: [{ ...below, review: { double: true }, ...changes }],
  });

  it('is warned of where units may file nothing with one click', () => {
    const code = 'tasks.double-review-of-nil tasks/self-check-report/review';
    expect(found(reviewed({ nilReturn: true }))).toContain(code);
    expect(found(reviewed({ nilReturn: undefined }))).not.toContain(code);
  });
});
