import { describe, expect, it } from 'vitest';
import { checkCampaign } from '#plugins/sdk/check/check-campaign.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { checkRow } from './check.ts';
import { largeCampaign, manyUnits } from './large-campaign.ts';

describe('the check row of the bench', () => {
  it('checks a campaign of the size that was promised, sound but for days off', () => {
    const campaign = largeCampaign();
    const criteria = campaign.scorecards.flatMap(({ children }) =>
      children.flatMap((each) => (each.type === 'group' ? each.children : [each])),
    );
    expect([campaign.clauses.length, campaign.tasks.length, criteria.length]).toEqual([
      500, 500, 300,
    ]);
    expect(campaign.forms.length).toBeGreaterThanOrEqual(60);
    const problems = checkCampaign(campaign, { calendar: officialCalendar });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(new Set(problems.map(({ code }) => code))).toContain('dates.rest-day');
  });

  it('finds in the browser what it finds here', async () => {
    const organizations = manyUnits(2_700);
    const here = checkCampaign(largeCampaign(), { calendar: officialCalendar, organizations });
    const row = await checkRow(2);
    expect(row).toMatchObject({ unit: 'ms', details: { problems: here.length, units: 2_700 } });
    expect(row.ours).toBeGreaterThan(0);
  }, 60_000);
});
