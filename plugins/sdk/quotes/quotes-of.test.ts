import { describe, expect, it } from 'vitest';
import { soundEvaluation, soundLedger } from '../scoring/testing/evaluation.fixtures.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { smallScorecard } from '../testing/scorecard.fixtures.ts';
import { quotesOf } from './quotes-of.ts';

const quoted = { clause: 'c1', quote: '每人次记2分' };

describe('what is quoted from a document', () => {
  it('is found in ledgers, their tiers and bands, and in each other part of the evaluation', () => {
    const ledger = {
      ...soundLedger,
      tiers: [{ key: 'light', title: '较轻', points: '2', source: quoted }],
      bands: [{ key: 'talk', title: '12分以上', atLeast: '12', words: '达到12分的约谈' }],
    };
    const evaluation = { ...soundEvaluation, ledgers: [ledger] };
    const found = quotesOf({ ...smallCampaign(), evaluation }).filter(({ path }) =>
      path.startsWith('evaluation/'),
    );
    expect(found.map(({ path, quotes }) => [path, quotes])).toEqual([
      ['evaluation/ledgers/demerits', []],
      ['evaluation/ledgers/demerits/light', ['每人次记2分']],
      ['evaluation/ledgers/demerits/talk', ['达到12分的约谈']],
      ['evaluation/combinations/yearly', []],
      ['evaluation/chains/ethics', []],
      ['evaluation/rankings/ranking', []],
      ['evaluation/alerts/poor', []],
      ['evaluation/discretion/ranges', []],
      ['evaluation/uses/review', []],
    ]);
  });

  it('is found in the window of a leniency, of the veto’s own source unless it has one', () => {
    const card = smallScorecard();
    const leniency = { from: '2024-03-01', to: '2024-06-30', words: '期间内主动上交的' };
    const vetoes = card.vetoes?.map((veto) => ({ ...veto, source: quoted, leniency }));
    const campaign = { ...smallCampaign(), scorecards: [{ ...card, vetoes }] };
    expect(quotesOf(campaign).filter(({ path }) => path.endsWith('/leniency'))).toEqual([
      {
        path: 'scorecards/conduct/vetoes/red-packet/leniency',
        source: quoted,
        quotes: ['每人次记2分', '期间内主动上交的'],
      },
    ]);
  });
});
