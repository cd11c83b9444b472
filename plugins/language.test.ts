import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { languageVersion } from '#schema/contracts/campaign/campaign.ts';
import type { ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { plugins } from './registry.ts';
import { hashCanonical } from './sdk/canonical.ts';
import { datesOf } from './sdk/dates/meaning.ts';
import { officialCalendar as calendar } from './sdk/dates/official-calendar.ts';
import { scoringOf } from './sdk/scoring/meaning.ts';
import { recordableItems } from './sdk/scoring/recordable.ts';
import { fullTable } from './sdk/scoring/testing/scorecards.fixtures.ts';

type Lock = Record<string, { dates: string; scores: string }>;

const file = new URL('./language.lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;

/** Every measure in a scorecard, wherever it stands. */
function measuresIn(node: unknown): { kind: string; fact: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  const own =
    'fact' in node && typeof node.fact === 'string'
      ? [
          {
            kind: 'kind' in node && typeof node.kind === 'string' ? node.kind : 'events',
            fact: node.fact,
          },
        ]
      : [];
  return [...own, ...Object.values(node).flatMap(measuresIn)];
}

/** One set of facts for all: some of everything, so that most rules have something to say. */
function factFor(kind: string, at: number): ScoreFact | undefined {
  if (kind === 'ratio') return { kind: 'ratio', numerator: 80 + (at % 20), denominator: 100 };
  if (kind === 'value') return { kind: 'value', value: `${60 + (at % 40)}.5` };
  if (kind === 'flag') return { kind: 'flag', met: at % 2 === 0 };
  if (kind === 'events') {
    const event = { id: `e${at}`, quantity: 1 + (at % 3), reason: '登记', on: '2024-05-06' };
    return { kind: 'events', events: [event] };
  }
  return undefined;
}

const language = { languageVersion };

/** Sheets of a card with every kind of fact, and with deductions that somebody recorded. */
function sheetsOf(card: Scorecard) {
  const { compileScorecard, score } = scoringOf(language);
  const compiled = compileScorecard(card);
  const facts: Record<string, ScoreFact> = {};
  for (const [at, { kind, fact }] of measuresIn(card).entries()) {
    const known = factFor(kind, at);
    if (known !== undefined) facts[fact] ??= known;
  }
  const taken = recordableItems(card).map(({ criterion }, at) => {
    const event = { id: `r${at}`, points: '0.5', reason: '现场核对', on: '2024-06-07' };
    return [criterion.key, [event]] as const;
  });
  return [score(compiled, facts), score(compiled, {}, Object.fromEntries(taken))];
}

function daysOf(campaign: Campaign) {
  const { phases, tasks } = datesOf(language).computeCampaignDates(campaign, { calendar });
  return { phases: [...phases], tasks: [...tasks] };
}

const campaigns: Campaign[] = await Promise.all(
  plugins.flatMap(({ editions }) => editions.map(async ({ load }) => (await load()).campaign)),
);

const sheets = [fullTable, ...campaigns.flatMap(({ scorecards }) => scorecards)].flatMap(sheetsOf);

describe('the language in which campaigns were published', () => {
  it('means what it meant: a change of meaning is a new number, and the old functions stay', async () => {
    const measured = {
      dates: await hashCanonical(campaigns.map(daysOf)),
      scores: await hashCanonical(sheets),
    };
    // Differs? Raise languageVersion and keep the old functions under their number in meaning.ts.
    expect(lock[languageVersion] ?? measured).toEqual(measured);
    const next = { ...lock, [languageVersion]: measured };
    await expect(`${JSON.stringify(next, null, 2)}\n`).toMatchFileSnapshot('language.lock.json');
  });

  it('says so with facts that most rules have something to say about', () => {
    const lines = sheets.flatMap((sheet) => JSON.stringify(sheet).match(/"counted":/gu) ?? []);
    expect(lines.length).toBeGreaterThan(50);
  });
});
