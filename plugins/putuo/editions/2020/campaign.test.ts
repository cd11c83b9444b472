import { describe, expect, it } from 'vitest';
import { isInAudience } from '#plugins/sdk/audience/select.ts';
import { checkCampaign } from '#plugins/sdk/check/check-campaign.ts';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { score } from '#plugins/sdk/scoring/score.ts';
import { organization } from '#plugins/sdk/testing/organizations.fixtures.ts';
import { campaign } from './campaign.ts';
import { rectificationPlan } from './forms/rectification-plan.ts';
import { riskScreening } from './forms/risk-screening.ts';
import { demands, selfCheckReport } from './forms/self-check-report.ts';
import { scorecard } from './scorecard.ts';

const countOf = (kind: string) => campaign.clauses.filter((each) => each.kind === kind).length;
const task = (key: string) => campaign.tasks.find((each) => each.key === key);
const problems = checkCampaign(campaign, { calendar });
const found = (code: string) => problems.filter((each) => each.code === code);

describe('Putuo’s special action of 2020', () => {
  it('tells principles from work as the office reads its own document', () => {
    expect({
      principle: countOf('principle'),
      routine: countOf('routine'),
      task: countOf('task'),
      target: countOf('target'),
      accountability: countOf('accountability'),
      basis: countOf('basis'),
    }).toEqual({ principle: 27, routine: 20, task: 9, target: 0, accountability: 3, basis: 1 });
  });

  it('has three phases, the first of which had ended when the document was signed', () => {
    expect(
      campaign.phases.map(({ from, to }) => ['on' in from && from.on, 'on' in to && to.on]),
    ).toEqual([
      ['2020-07-01', '2020-08-31'],
      ['2020-09-01', '2020-11-30'],
      ['2020-12-01', '2020-12-31'],
    ]);
    const early = found('phases.before-issue');
    expect(early.map(({ path, severity }) => [path, severity])).toEqual([
      ['phases/mobilisation/from', 'hint'],
      ['phases/self-check/from', 'hint'],
    ]);
    expect(early[0]?.message.zh).toContain('已结束');
    expect(campaign.tasks.map(({ phase }) => phase)).not.toContain('mobilisation');
  });

  it('is warned that 15 November 2020 was a Sunday, and of nothing else', () => {
    const [warning, ...others] = problems.filter(({ severity }) => severity !== 'hint');
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      severity: 'warning',
      code: 'dates.rest-day',
      path: 'tasks/self-check-report/due',
    });
    expect(warning?.message.zh).toBe('截止日为周日，建议改为11月13日或说明');
  });

  it('wants the self-check in writing at 医政医管科, and lists the plan after it as undated', () => {
    const report = task('self-check-report');
    expect(report?.due).toEqual({ kind: 'on', on: '2020-11-15', wording: '2020年11月15日前' });
    expect(campaign.offices.find(({ key }) => key === report?.to)?.title).toBe('医政医管科');
    const plan = task('rectification-plan');
    expect(plan?.due?.kind).toBe('undated');
    expect(plan?.source).toMatchObject({ clause: 'step-2-2' });
    const undated = found('dates.undated').find(({ path }) => path.includes('rectification-plan'));
    expect(undated?.message.zh).toContain('原文：根据自查出来的问题制定整改方案');
  });

  it('asks the units that the district owns, not those that only stand in it', () => {
    const owned = organization({ id: 'owned' });
    const city = organization({
      id: 'city',
      relations: [
        { relation: 'supervision', superiorId: 'org_city', superiorIsTenant: false },
        { relation: 'territory', superiorId: 'org_putuo', superiorIsTenant: true },
      ],
    });
    for (const { key, audience } of campaign.tasks.filter((each) => !each.key.includes('half'))) {
      expect([key, isInAudience(audience, owned, '2020-11-01')]).toEqual([key, true]);
      expect([key, isInAudience(audience, city, '2020-11-01')]).toEqual([key, false]);
    }
  });

  it('names its registers, and seals what came from people or goes to 纪检派驻组', () => {
    expect(campaign.registers.map(({ key, sealed }) => [key, sealed ?? false])).toEqual([
      ['risk-points', false],
      ['feedback', true],
      ['circulated-cases', false],
      ['rectification', false],
      ['inspections', false],
      ['leads', true],
    ]);
    const leads = campaign.registers.find(({ key }) => key === 'leads');
    expect(JSON.stringify(leads)).toContain('移交');
    expect(JSON.stringify(leads)).not.toContain('移送');
  });

  it('has full coverage of inspections as its only figure to reach', () => {
    const targets = campaign.indicators.filter(({ target }) => target !== undefined);
    expect(targets.map(({ key, target }) => [key, target])).toEqual([
      ['inspection-coverage', { numerator: 1, denominator: 1 }],
    ]);
    expect(campaign.crosswalk.map(({ common }) => common)).toEqual([
      'on-time-filing-rate',
      'first-pass-rate',
      'return-rectified-rate',
    ]);
  });
});

describe('what a unit of Putuo files', () => {
  const checked = Object.fromEntries(
    demands.flatMap(({ key }) => [
      [`${key}-checked`, 'yes'],
      [`${key}-found`, 0],
    ]),
  );
  const report = { ...checked, 'procedure-problems': 0, rectified: 0, situation: '已逐项对照。' };
  const wrong = (changes: Record<string, unknown>) =>
    validateFiling(selfCheckReport, { ...report, ...changes }).map(({ path }) => path);

  it('checks itself against four demands, and says what it found only when it found something', () => {
    expect(demands).toHaveLength(4);
    expect(wrong({})).toEqual([]);
    expect(wrong({ 'integrity-found': 2 })).toEqual(['main-problems']);
    expect(wrong({ rectified: 1 })).toEqual(['rectified']);
  });

  it('names a post and a day for each problem of the plan', () => {
    const row = { id: 'r1', problem: '采购流程缺复核', measure: '增设复核', until: '2020-11-30' };
    const paths = (rows: object[]) =>
      validateFiling(rectificationPlan, { problems: rows }).map(({ path }) => path);
    expect(paths([{ ...row, post: '设备科负责人' }])).toEqual([]);
    expect(paths([row])).toHaveLength(1);
  });

  it('says of inner matters only whether and how many', () => {
    const asked = riskScreening.fields.filter((field) =>
      JSON.stringify(field).includes('content-3-6'),
    );
    expect(asked.map(({ kind }) => kind)).toEqual(['choice', 'integer']);
    for (const { fields } of campaign.forms) {
      const open = fields.filter(({ kind }) => kind === 'long-text' || kind === 'evidence');
      expect(JSON.stringify(open)).not.toMatch(/三重一大|八项规定/u);
    }
  });

  it('counts no more risks with a post, or new, than there are', () => {
    const risks = {
      'risks-high': 1,
      'risks-middle': 2,
      'risks-low': 3,
      'risks-new': 0,
      'with-post': 6,
      'key-links': 2,
      inspected: 'no',
      'outside-found': 0,
      'outside-rectified': 0,
    };
    expect(validateFiling(riskScreening, risks)).toEqual([]);
    const more = validateFiling(riskScreening, { ...risks, 'with-post': 7 });
    expect(more.map(({ path }) => path)).toEqual(['with-post']);
  });
});

describe('Putuo’s proposed scorecard', () => {
  const compiled = compileScorecard(scorecard);

  it('takes half a point for the self-check filed late, and nothing else', () => {
    const events = [{ id: 'late', category: 'late', reason: '11月13日应报，11月16日报' }];
    expect(score(compiled, {}).final).toBe(1_000_000);
    expect(score(compiled, { filings: { kind: 'events', events } })).toMatchObject({
      deductions: 5_000,
      final: 995_000,
      grade: { key: 'excellent' },
    });
  });

  it('fails a unit with a serious violation proved, and says that this is a proposal', () => {
    const events = [{ id: 'v', reason: '经查实' }];
    const sheet = score(compiled, { 'serious-violation': { kind: 'events', events } });
    expect(sheet.grade?.key).toBe('failed');
    expect(JSON.stringify(scorecard)).not.toContain('"quote"');
    for (const veto of scorecard.vetoes ?? []) expect(veto.source).toHaveProperty('proposed', true);
  });
});
