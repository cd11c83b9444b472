import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  BrandingSchema,
  FooterSchema,
  regionLevels,
  WordsSchema,
} from '#schema/contracts/campaign/branding.ts';
import { CampaignSchema, type Campaign } from '#schema/contracts/campaign/campaign.ts';
import { filingClauseKinds } from '#schema/contracts/campaign/clause.ts';
import { KeySchema } from '#schema/contracts/campaign/keys.ts';
import { checkCampaign } from './check/check-campaign.ts';
import { describeFaithfulness, expectReadmeOf } from './coverage/coverage.suite.ts';
import { computeCampaignDates } from './dates/campaign-dates.ts';
import { isDay } from './dates/days.ts';
import { officialCalendar as calendar } from './dates/official-calendar.ts';
import type { Edition, EditionModule, Plugin } from './define.ts';
import { assembleCampaign, splitCampaign } from './parts.ts';
import { parsePoints } from './points/points.ts';
import { documentContains } from './quotes/document-contains.ts';
import { quotesOf } from './quotes/quotes-of.ts';
import { rollForward } from './roll-forward/roll-forward.ts';
import { compileScorecard } from './scoring/compile.ts';
import { score } from './scoring/score.ts';
import { personalTexts, textsOf, untranslatedTexts } from './texts.ts';

export type PluginFiles = {
  /** The text of `plugin.ts`. */
  source: string;
  /** The text of `document.txt` beside an edition. */
  documentText: (year: number) => string;
  readme: { path: string; text: string };
};

function errorsOf(campaign: Campaign): string[] {
  return checkCampaign(campaign, { calendar })
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path, message }) => `${code} ${path}: ${message.zh}`);
}

function describeDocument(module: () => EditionModule, text: () => string): void {
  const campaign = () => module().campaign;

  it('quotes every clause letter by letter', () => {
    const missing = campaign().clauses.filter(({ words }) => !documentContains(text(), words));
    expect(missing.map(({ key }) => key)).toEqual([]);
  });

  it('quotes in its tasks, indicators and scorecards only what the document says', () => {
    const missing = quotesOf(campaign())
      .filter(({ source }) => 'clause' in source)
      .flatMap(({ path, quotes }) => quotes.map((quote) => ({ path, quote })))
      .filter(({ quote }) => !documentContains(text(), quote));
    expect(missing).toEqual([]);
  });

  it('gives the number of the document as the document does', () => {
    const { number } = campaign().document;
    expect(number === undefined || documentContains(text(), number)).toBe(true);
  });

  it('holds no telephone number, no identity number, and no person’s name', () => {
    const texts = [...textsOf(campaign()), { path: 'document.txt', text: text() }];
    expect(personalTexts(texts)).toEqual([]);
  });
}

function describeMeaning(edition: Edition, module: () => EditionModule): void {
  const campaign = () => module().campaign;

  it('is a campaign of the language, with nothing the language does not know', () => {
    expect(v.parse(CampaignSchema, campaign())).toEqual(campaign());
    expect(campaign().year).toBe(edition.year);
  });

  it('passes the check without an error', () => {
    expect(errorsOf(campaign())).toEqual([]);
  });

  it('has scorecards that can be computed, at full points when nothing is recorded', () => {
    for (const card of campaign().scorecards) {
      expect(score(compileScorecard(card), {}).final).toBe(parsePoints(card.points));
    }
  });

  it('asks for nothing under a principle, a basis or accountability', () => {
    const kinds = new Map(campaign().clauses.map(({ key, kind }) => [key, kind]));
    const wrong = campaign().tasks.filter(({ clause }) => {
      const kind = kinds.get(clause);
      return kind === undefined || !filingClauseKinds.includes(kind);
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  it('computes a real day for every date that has one', () => {
    const { tasks, phases } = computeCampaignDates(campaign(), { calendar });
    const computed = [...tasks.values()].flatMap(({ due, occurrences }) => [
      ...(due?.status === 'dated' ? [due.day] : []),
      ...(occurrences ?? []).map((each) => each.due),
    ]);
    const spans = [...phases.values()].flatMap(({ from, to }) => [from, to]);
    expect(spans.every(({ status }) => status === 'dated')).toBe(true);
    expect(computed.filter((day) => !isDay(day))).toEqual([]);
  });

  it('has no empty text, and English for each text that is not the document’s', () => {
    const empty = textsOf(campaign()).filter(({ text }) => text.trim() === '');
    expect(empty).toEqual([]);
    expect(untranslatedTexts(campaign())).toEqual([]);
  });

  it('is the same after being taken apart and put together', () => {
    expect(assembleCampaign(splitCampaign(campaign()))).toEqual(campaign());
  });

  it('rolls forward to this demo year without an error', () => {
    const plan = module().rollForward;
    const rolled = rollForward(campaign(), { toYear: 2026, calendar, plan });
    expect(v.parse(CampaignSchema, rolled.campaign)).toEqual(rolled.campaign);
    expect(errorsOf(rolled.campaign)).toEqual([]);
    expect(rolled.campaign.clauses).toEqual(campaign().clauses);
    const undated = rolled.campaign.tasks.filter(({ due, recurs }) => !due && !recurs);
    const listed = rolled.toReview.filter(({ kind }) => kind === 'undated').map(({ path }) => path);
    for (const { key } of undated) expect(listed).toContain(`tasks/${key}/due`);
  });
}

function describeIdentity(plugin: Plugin, files: PluginFiles): void {
  it('says who it is without loading an edition', () => {
    const imports = [...files.source.matchAll(/^\s*(?:import|export)[^;]*?from\s+'([^']+)'/gmu)];
    expect(imports.map(([, from]) => from).filter((from) => from?.includes('editions'))).toEqual(
      [],
    );
    expect(plugin.editions.length).toBeGreaterThan(0);
  });

  it('has an id, a version, a level and a division code', () => {
    expect(v.is(KeySchema, plugin.id)).toBe(true);
    expect(plugin.version).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(plugin.region.divisionCode).toMatch(/^\d{6}$/u);
    expect(regionLevels).toContain(plugin.region.level);
  });

  it('has colours, words and a footer of the language', () => {
    expect(v.parse(BrandingSchema, plugin.branding)).toEqual(plugin.branding);
    expect(v.parse(WordsSchema, plugin.words)).toEqual(plugin.words);
    expect(v.parse(FooterSchema, plugin.footer)).toEqual(plugin.footer);
    expect(untranslatedTexts({ titles: plugin.branding, region: plugin.region })).toEqual([]);
  });
}

/** What every plugin of this program must keep to, whoever wrote it. */
export function describePluginContract(plugin: Plugin, files: PluginFiles): void {
  describe(`plugin ${plugin.id}`, () => {
    describeIdentity(plugin, files);
    describe.each(plugin.editions)('edition $year', (edition) => {
      let loaded: EditionModule | undefined;
      const module = () => {
        if (!loaded) throw new Error('the edition is not loaded');
        return loaded;
      };
      beforeAll(async () => {
        loaded = await edition.load();
      });
      describeMeaning(edition, module);
      describeDocument(module, () => files.documentText(edition.year));
      describeFaithfulness(module, () => files.documentText(edition.year));
      it('has a README written from the edition; another one is written with vitest -u', () =>
        expectReadmeOf(files.readme, module()));
    });
  });
}
