import { describe, expect, it } from 'vitest';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { after, every, undated } from '#plugins/sdk/define.ts';
import { splitCampaign } from '#plugins/sdk/parts.ts';
import { smallCampaign } from '#plugins/sdk/testing/campaign.fixtures.ts';
import { readPartBody } from '#schema/contracts/campaign/parts.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { countingDay } from './burden.domain.ts';
import { toOutline } from './outline.domain.ts';
import { changesIdentity, openPoints, toCampaign, workOf } from './parts.domain.ts';
import { toUnitFacts } from './units.domain.ts';
import { toSummary, versionLabel } from './versions.domain.ts';

const publishedAt = Date.parse('2020-09-01T09:00:00+08:00');
const campaign = smallCampaign();

describe('the parts of a draft', () => {
  it('are the campaign again, in whichever order they were read', () => {
    const parts = splitCampaign(campaign);
    expect(toCampaign(parts.toReversed())).toEqual(campaign);
  });

  it('are checked by the contract of their kind', () => {
    const [phase] = campaign.phases;
    expect(readPartBody('phase', phase).success).toBe(true);
    expect(readPartBody('task', phase).success).toBe(false);
    const result = readPartBody('phase', { ...phase, unknown: 1 });
    expect(result.output).not.toHaveProperty('unknown');
  });

  it('keep their names; only a new campaign may still choose key and year', () => {
    const head = { key: 'conduct-2020', year: 2020 };
    const later = { before: head, after: { ...head, year: 2021 } };
    expect(changesIdentity('head', 'head', { ...later, isAmendment: true })).toBe(true);
    expect(changesIdentity('head', 'head', { ...later, isAmendment: false })).toBe(false);
    const task = { before: {}, after: { key: 'other' }, isAmendment: false };
    expect(changesIdentity('task', 'report', task)).toBe(true);
  });

  it('want a look until they have been saved', () => {
    const point = { kind: 'rest-day' as const, wording: '', reason: { zh: '', en: '' } };
    const points = [
      { ...point, path: 'tasks/report/due' },
      { ...point, path: 'phases/check/to' },
    ];
    const parts = [
      { kind: 'task' as const, key: 'report', version: 2 },
      { kind: 'phase' as const, key: 'check', version: 1 },
    ];
    expect(openPoints(points, parts).map(({ path }) => path)).toEqual(['phases/check/to']);
  });
});

describe('a campaign among others', () => {
  it('is the same work in another year by its key without the year', () => {
    expect(workOf({ key: 'weihai-2019', year: 2019 })).toBe('weihai');
    expect(workOf({ key: 'weihai-2026', year: 2026 })).toBe('weihai');
    expect(workOf({ key: 'conduct', year: 2026 })).toBe('conduct');
    expect(workOf({ key: 'putuo-2020', year: 2020 })).not.toBe('weihai');
  });

  it('says the number and the attribute that were registered before those of the draft', () => {
    const version = { hash: 'h', number: 2, campaign, issue: null, publishedAt };
    const record = { id: `cmp_${'0'.repeat(26)}`, state: 'running' as const };
    expect(toSummary(record, version)).toMatchObject({
      number: '某卫〔2020〕1号',
      disclosure: 'public',
      amendedOn: '2020-09-01',
    });
    const issue = {
      number: '某卫〔2020〕8号',
      signedOn: '2020-08-30',
      printedOn: '2020-08-31',
      disclosure: 'withheld' as const,
    };
    expect(toSummary(record, { ...version, issue })).toMatchObject({
      number: '某卫〔2020〕8号',
      disclosure: 'withheld',
      printedOn: '2020-08-31',
    });
  });

  it('counts its versions as documents do, by the day in Shanghai', () => {
    const late = Date.parse('2024-06-02T17:30:00Z');
    expect(versionLabel({ number: 2, publishedAt: late }).zh).toBe('第2版（6月3日修订）');
    expect(versionLabel({ number: 1, publishedAt: late }).zh).toBe('第1版');
  });

  it('counts units today while it runs, else on its first day', () => {
    const period = { from: '2026-03-01', to: '2026-12-31' };
    expect(countingDay(period, '2026-07-01')).toBe('2026-07-01');
    expect(countingDay(period, '2026-02-01')).toBe('2026-03-01');
    expect(countingDay(period, '2027-02-01')).toBe('2026-03-01');
  });
});

describe('the outline', () => {
  const [task] = campaign.tasks;
  const outlineOf = (changes: object, issue: Parameters<typeof toOutline>[0]['issue'] = null) => {
    const tasks = campaign.tasks.map((each) => ({ ...each, due: undefined, ...changes }));
    const input = { campaign: { ...campaign, tasks }, issue, publishedAt };
    const { clauses } = toOutline({ ...input, calendar: officialCalendar });
    return clauses.find(({ key }) => key === task?.clause)?.tasks[0];
  };

  it('keeps the words of a date that has no day, and guesses none', () => {
    expect(outlineOf({ due: undated('定期') })?.due).toEqual({ wording: '定期' });
  });

  it('says of a date that the document does not give why it is proposed', () => {
    const reason = { zh: '原文为“定期”，建议年底前', en: 'The document says “regularly”' };
    const due = undated('年底前（建议）', { source: { proposed: true, reason } });
    expect(outlineOf({ due })?.due).toEqual({ wording: '年底前（建议）', proposed: reason });
  });

  it('names the working day before a rest day', () => {
    const due = { kind: 'on', on: '2020-11-15', wording: '11月15日前' };
    expect(outlineOf({ due })?.due).toMatchObject({
      on: '2020-11-15',
      label: { zh: '11月15日（周日）' },
      advice: { zh: '建议周五前' },
    });
  });

  it('counts a term from the day that was registered at the issue', () => {
    const due = after('issue', 4, 'natural', '印发后4日内');
    const issue = {
      number: '某卫〔2020〕8号',
      signedOn: '2020-09-07',
      printedOn: '2020-09-08',
      disclosure: 'public' as const,
    };
    expect(outlineOf({ due }, issue)?.due?.on).toBe('2020-09-11');
  });

  it('lists every turn of a recurring task', () => {
    const recurs = every('quarter', {
      from: '2020-01-01',
      to: '2020-12-31',
      dueOffsetDays: 8,
      wording: '每季度',
    });
    const found = outlineOf({ recurs });
    expect(found?.due).toEqual({ wording: '每季度' });
    expect(found?.occurrences.map(({ key }) => key)).toEqual([
      '2020-Q1',
      '2020-Q2',
      '2020-Q3',
      '2020-Q4',
    ]);
  });
});

describe('the units as the language sees them', () => {
  const unit = (id: string, kind: Organization['kind']): Organization => ({
    id,
    name: id,
    shortName: id,
    order: 1,
    kind,
    level: null,
    ownership: null,
    tags: [],
    status: 'open',
    mergedIntoId: null,
    openedOn: null,
    closedOn: null,
    paths: {},
    version: 1,
  });

  it('know their superiors by kind, and the commission as such', () => {
    const relation = { relation: 'supervision' as const, from: '2020-01-01', to: null };
    const [bureau, hospital] = toUnitFacts({
      units: [unit('bureau', 'bureau'), unit('hospital', 'hospital')],
      facts: [
        { organizationId: 'hospital', key: 'beds', value: 320, from: '2020-01-01', to: null },
      ],
      relations: [
        { ...relation, organizationId: 'bureau', superiorId: null },
        { ...relation, organizationId: 'hospital', superiorId: 'bureau' },
      ],
    });
    expect(bureau?.relations[0]).toMatchObject({ superiorIsTenant: true });
    expect(hospital?.relations[0]).toMatchObject({
      superiorIsTenant: false,
      superiorKind: 'bureau',
    });
    expect(hospital?.facts).toEqual([{ key: 'beds', value: 320, from: '2020-01-01' }]);
    expect(bureau?.facts).toEqual([]);
  });
});
