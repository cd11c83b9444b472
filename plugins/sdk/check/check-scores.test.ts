import { expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { soundLedger } from '../scoring/testing/evaluation.fixtures.ts';
import { publishedGrades } from '../scoring/testing/scorecards.fixtures.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { smallScorecard } from '../testing/scorecard.fixtures.ts';
import { checkCampaign } from './check-campaign.ts';

const card = smallScorecard();
const found = (changes: Partial<Campaign>) =>
  checkCampaign({ ...smallCampaign(), scorecards: [card], ...changes }, { calendar })
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);

it('a sound card and a sound ledger pass', () => {
  expect(found({ evaluation: { ledgers: [soundLedger] } })).toEqual([]);
});

it('the grades that were really published are caught at their hole', () => {
  expect(found({ scorecards: [{ ...card, grades: publishedGrades, vetoes: [] }] })).toEqual([
    'scorecards.grade-hole scorecards/conduct/grades',
  ]);
});

it('shares of a figure are checked in points of the card', () => {
  const table = (share: string) => ({
    scorecards: [
      {
        ...card,
        grades: {
          source: card.source,
          grades: [
            {
              key: 'pass',
              title: '合格',
              when: { metric: 'total' as const, op: 'ge' as const, share },
            },
            {
              key: 'fail',
              title: '不合格',
              when: { metric: 'total' as const, op: 'lt' as const, value: '60' },
            },
          ],
        },
      },
    ],
  });
  expect(found(table('60%'))).toEqual([]);
  expect(found(table('60.01%'))).toEqual(['scorecards.grade-hole scorecards/conduct/grades']);
});

it('a rule that can never be met, and bands of a ledger with a hole, stop the publication', () => {
  const [item] = card.children;
  const never = {
    key: 'never',
    effect: 'deduct',
    measure: { kind: 'ratio', fact: 'rate' },
    price: { kind: 'target', side: 'at-least', level: '101%', amount: '1' },
  } as const;
  const children = item?.type === 'criterion' ? [{ ...item, rules: [...item.rules, never] }] : [];
  expect(found({ scorecards: [{ ...card, children }] })).toEqual([
    'scorecards.rule-never-met scorecards/conduct/on-time/never',
  ]);
  const bands = soundLedger.bands.filter(({ key }) => key !== 'none');
  expect(found({ evaluation: { ledgers: [{ ...soundLedger, bands }] } })).toEqual([
    'evaluation.ledger-bands evaluation/ledgers/demerits/bands',
  ]);
});
