import { describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { NumberSeries } from '#schema/contracts/campaign/clause.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { field, form } from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { checkCampaign } from './check-campaign.ts';

const good = smallCampaign();
const found = (campaign: Campaign): string[] =>
  checkCampaign(campaign, { calendar }).map(({ code, path }) => `${code} ${path}`);

const issuers = [
  { key: 'party', title: '中共某区卫生健康委员会委员会', kind: 'party' as const },
  { key: 'commission', title: '某区卫生健康委员会', kind: 'administration' as const },
];
const series = (changes: Partial<NumberSeries> = {}): NumberSeries => ({
  key: 'advice',
  title: '整改建议书',
  issuer: 'commission',
  prefix: '某卫督',
  class: 'business',
  ...changes,
});

describe('the series of numbers', () => {
  it('of two issuers with a prefix each are sound', () => {
    const both = [series(), series({ key: 'party-papers', issuer: 'party', prefix: '某卫党' })];
    const codes = found({ ...good, issuers, series: both });
    expect(codes.filter((each) => each.startsWith('series.'))).toEqual([]);
  });

  it('never share a prefix: the party and the administration would share a number', () => {
    const both = [series(), series({ key: 'party-papers', issuer: 'party' })];
    expect(found({ ...good, issuers, series: both })).toContain(
      'series.shared-prefix series/party-papers/prefix',
    );
  });

  it('belong to an issuing body that is listed, as the document does', () => {
    expect(found({ ...good, issuers, series: [series({ issuer: 'nobody' })] })).toContain(
      'series.unknown-issuer series/advice/issuer',
    );
    const document = { ...good.document, issuingBody: 'nobody' };
    expect(found({ ...good, issuers, document })).toContain(
      'series.unknown-issuer document/issuingBody',
    );
  });
});

describe('the parts that departments fill', () => {
  const parted = form('self-check-report', {
    title: '自查情况报告',
    fields: [
      field.section('drugs', '用药'),
      field.integer('problems', '自查发现问题数'),
      field.integer('rectified', '已整改问题数'),
    ],
  });
  const withParts = (parts: Task['parts']): Campaign => ({
    ...good,
    forms: [parted],
    tasks: good.tasks.map((task) => ({ ...task, parts })),
  });

  it('are sections of the form', () => {
    const codes = found(withParts([{ section: 'drugs', post: '药剂科', daysBefore: 3 }]));
    expect(codes.filter((each) => each.startsWith('tasks.part'))).toEqual([]);
    expect(found(withParts([{ section: 'problems', post: '药剂科' }]))).toContain(
      'tasks.part-without-section tasks/self-check-report/parts/problems',
    );
  });

  it('go to one department each', () => {
    const twice = [
      { section: 'drugs', post: '药剂科' },
      { section: 'drugs', post: '护理部' },
    ];
    expect(found(withParts(twice))).toContain(
      'tasks.part-twice tasks/self-check-report/parts/drugs',
    );
  });
});
