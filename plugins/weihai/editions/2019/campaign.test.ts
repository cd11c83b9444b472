import { describe, expect, it } from 'vitest';
import { isInAudience } from '#plugins/sdk/audience/select.ts';
import { checkCampaign } from '#plugins/sdk/check/check-campaign.ts';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { score } from '#plugins/sdk/scoring/score.ts';
import { organization } from '#plugins/sdk/testing/organizations.fixtures.ts';
import { campaign } from './campaign.ts';
import { sixtyMeasures } from './forms/sixty-measures.ts';
import { trainingAndEducation } from './forms/training-and-education.ts';
import { scorecard } from './scorecard.ts';

const countOf = (kind: string) => campaign.clauses.filter((each) => each.kind === kind).length;
const task = (key: string) => campaign.tasks.find((each) => each.key === key);

describe('Weihai’s guiding opinions of 2019', () => {
  it('tells principles from work as the office reads its own document', () => {
    expect({
      principle: countOf('principle'),
      routine: countOf('routine'),
      task: countOf('task'),
      target: countOf('target'),
      accountability: countOf('accountability'),
      basis: countOf('basis'),
    }).toEqual({ principle: 17, routine: 8, task: 6, target: 0, accountability: 1, basis: 2 });
  });

  it('is warned that 20 July 2019 was a Saturday', () => {
    const [warning, ...others] = checkCampaign(campaign, { calendar }).filter(
      ({ severity }) => severity !== 'hint',
    );
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      severity: 'warning',
      code: 'dates.rest-day',
      path: 'tasks/activity-plan/due',
    });
    expect(warning?.message.zh).toContain('周六');
    expect(warning?.message.zh).toContain('7月19日');
  });

  it('wants the plan on paper and as a stamped PDF at the medical affairs section', () => {
    const plan = task('activity-plan');
    expect(plan?.due).toEqual({ kind: 'on', on: '2019-07-20', wording: '2019年7月20日前' });
    expect(plan?.deliverables?.map(({ kind, required }) => [kind, required])).toEqual([
      ['paper', true],
      ['stamped-scan', true],
    ]);
    expect(campaign.offices.find(({ key }) => key === plan?.to)?.title).toBe('医政科');
  });

  it('asks nobody for the leading group twice', () => {
    const direct = organization({ id: 'direct' });
    const relations = [
      { relation: 'supervision' as const, superiorId: 'org_bureau', superiorIsTenant: false },
    ];
    const below = organization({ id: 'below', level: 'primary', relations });
    for (const unit of [direct, below]) {
      const asked = ['activity-plan', 'leading-group'].filter((key) => {
        const audience = task(key)?.audience;
        return audience !== undefined && isInAudience(audience, unit, '2019-07-01');
      });
      expect(asked).toEqual([unit === direct ? 'activity-plan' : 'leading-group']);
    }
  });

  it('shows the portal nothing before log-in: disclosure is on request', () => {
    expect(campaign.document.disclosure).toBe('on-request');
    expect(campaign.document.signedOn).toBeUndefined();
  });

  it('answers only the three shared indicators that every region has', () => {
    expect(campaign.crosswalk.map(({ common }) => common)).toEqual([
      'on-time-filing-rate',
      'first-pass-rate',
      'return-rectified-rate',
    ]);
  });
});

describe('what a unit of Weihai files', () => {
  it('accounts for all sixty measures', () => {
    const answers = {
      'not-applicable': 12,
      'not-applicable-reasons': '无住院部，住院类措施不适用。',
      'not-started': 3,
      'in-progress': 20,
      'strike-off-asked': 5,
      'struck-off': 20,
      late: 0,
    };
    expect(validateFiling(sixtyMeasures, answers)).toEqual([]);
    const short = validateFiling(sixtyMeasures, { ...answers, 'struck-off': 19 });
    expect(short.map(({ path }) => path)).toEqual(['total']);
  });

  it('gives numbers of trainings and visits, no papers', () => {
    const answers = {
      trainings: 4,
      attendances: 300,
      'new-staff': 12,
      'new-staff-trained': 12,
      'integrity-events': 2,
      'front-line-visits': 6,
    };
    expect(validateFiling(trainingAndEducation, answers)).toEqual([]);
    const more = validateFiling(trainingAndEducation, { ...answers, 'new-staff-trained': 13 });
    expect(more.map(({ path }) => path)).toEqual(['new-staff-trained']);
    expect(trainingAndEducation.fields.map(({ kind }) => kind)).not.toContain('evidence');
  });
});

describe('Weihai’s proposed scorecard', () => {
  const compiled = compileScorecard(scorecard);

  it('never takes more than the fifteen points of the item for late filings', () => {
    const events = Array.from({ length: 40 }, (_, index) => ({
      id: `late-${index}`,
      category: 'late',
      reason: '迟报',
    }));
    expect(score(compiled, { filings: { kind: 'events', events } })).toMatchObject({
      deductions: 150_000,
      final: 850_000,
      grade: { key: 'good' },
    });
  });

  it('is full until a reviewer records an exception with its own points', () => {
    const exception = {
      id: 'e',
      points: '2.5',
      reason: '2条措施超过时间节点',
      recordedBy: '医政科',
    };
    const sheet = score(compiled, {
      'sixty-measures': { kind: 'events', events: [exception] },
    });
    expect(score(compiled, {}).final).toBe(1_000_000);
    expect(sheet.final).toBe(975_000);
  });

  it('fails a unit with a serious violation proved', () => {
    const events = [{ id: 'v', reason: '经查实' }];
    const sheet = score(compiled, { 'serious-violation': { kind: 'events', events } });
    expect(sheet.grade?.key).toBe('failed');
  });
});
