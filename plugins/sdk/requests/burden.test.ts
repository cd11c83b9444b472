import { describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { organization } from '../testing/organizations.fixtures.ts';
import { overByRequest, yearBurden, type RequestCost } from './burden.ts';

const campaign = smallCampaign();
const asOf = campaign.period.from;
const organizations = [
  organization({ id: 'a', level: 'secondary' }),
  organization({ id: 'b', level: 'secondary' }),
  organization({ id: 'c', kind: 'clinic', level: undefined }),
];
const cost = (units: string[], changes: Partial<RequestCost> = {}): RequestCost => ({
  replies: new Map(units.map((id) => [id, 2])),
  fields: 3,
  minutes: 30,
  ...changes,
});
const burdenOf = (changes: { issued?: RequestCost[]; added?: RequestCost } = {}) =>
  yearBurden({ campaigns: [campaign], issued: [], organizations, calendar, asOf, ...changes });

describe('the burden of a year with requests', () => {
  it('is that of the campaigns where nothing else is asked', () => {
    const [secondary] = burdenOf();
    expect(secondary).toMatchObject({
      units: 2,
      most: { filings: 1 },
      added: { filings: 0, fields: 0, minutes: 0 },
    });
  });

  it('adds replies, fields and minutes to the units that owe them, the busiest counting', () => {
    const [before] = burdenOf();
    const [secondary, clinic] = burdenOf({ issued: [cost(['a'])], added: cost(['a', 'b']) });
    const minutes = before?.most.minutes ?? 0;
    expect(secondary?.most).toEqual({
      filings: 5,
      fields: (before?.most.fields ?? 0) + 12,
      minutes: minutes + 120,
    });
    expect(secondary?.added).toEqual({ filings: 2, fields: 6, minutes: 60 });
    expect(secondary?.total.filings).toBe(2 + 2 + 4);
    expect(clinic?.added.filings).toBe(0);
  });

  it('is over the ceiling by a request only for the kinds that the request reaches', () => {
    const burdens = burdenOf({ added: cost(['a']) });
    expect(overByRequest(burdens, 1).map(({ unitClass }) => unitClass.kind)).toEqual(['hospital']);
    expect(overByRequest(burdens, 100_000)).toEqual([]);
    expect(overByRequest(burdenOf(), 1)).toEqual([]);
    const busyElsewhere = burdenOf({
      issued: [cost(['b'], { minutes: 9000 })],
      added: cost(['a']),
    });
    expect(overByRequest(busyElsewhere, 10_000)).toEqual([]);
    expect(overByRequest(busyElsewhere, 100)).toHaveLength(1);
  });
});
