import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DateRule, Recurrence } from '#schema/contracts/campaign/dates.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { documentContains } from '../quotes/document-contains.ts';
import { quotesOf, type Sourced } from '../quotes/quotes-of.ts';
import type { Coverage } from './coverage.ts';

type Dated = { path: string; rule: Pick<DateRule | Recurrence, 'wording' | 'source'> };

/** Every date of a campaign, with its path; a date that is none yet says nothing. */
function datesOf(campaign: Campaign): Dated[] {
  const dated = (path: string, rule: DateRule | Recurrence | undefined): Dated[] =>
    rule === undefined || ('kind' in rule && rule.kind === 'undated') ? [] : [{ path, rule }];
  return [
    ...campaign.phases.flatMap(({ key, from, to }) => [
      ...dated(`phases/${key}/from`, from),
      ...dated(`phases/${key}/to`, to),
    ]),
    ...campaign.tasks.flatMap(({ key, due, recurs }) => [
      ...dated(`tasks/${key}/due`, due),
      ...dated(`tasks/${key}/recurs`, recurs),
    ]),
    ...campaign.indicators.flatMap(({ key, cutOff }) => dated(`indicators/${key}/cutOff`, cutOff)),
  ];
}

const isProposed = (source: Source | undefined): source is Extract<Source, { proposed: true }> =>
  source !== undefined && 'proposed' in source;
const figure = /[0-9０-９一二三四五六七八九十百半全]/u;

/** The document's own words, or a reason: nothing comes from nowhere. */
function unfounded({ path, source, quotes }: Sourced): string[] {
  if (isProposed(source)) {
    const reason = textIn(source.reason, 'zh-CN').value.trim();
    return reason === '' ? [`${path}：本平台建议没有理由`] : [];
  }
  if (!('clause' in source)) return [];
  if (path.startsWith('scorecards/') || path.startsWith('evaluation/')) {
    return quotes.some((quote) => figure.test(quote))
      ? []
      : [`${path}：原文没有这个分值，请标为建议并写明理由`];
  }
  return quotes.length > 0 ? [] : [`${path}：既没有引文，也没有标为建议`];
}

function withoutSource(campaign: Campaign): string[] {
  return campaign.forms
    .filter(({ source }) => source === undefined)
    .map(({ key }) => `forms/${key}：没有写明栏目的来源`);
}

function inventedDates(campaign: Campaign, documentText: string): string[] {
  return datesOf(campaign)
    .filter(({ rule }) => !isProposed(rule.source) && !documentContains(documentText, rule.wording))
    .map(({ path, rule }) => `${path}：原文没有“${rule.wording}”，请标为建议并写明理由`);
}

/** What the document names, without giving it, is filled by something that says it is ours. */
function badStandIns(campaign: Campaign, { notGiven }: Coverage): string[] {
  const sources = new Map(quotesOf(campaign).map(({ path, source }) => [path, source]));
  return notGiven.flatMap(({ clause, quote, at }) => {
    const words = campaign.clauses.find(({ key }) => key === clause)?.words ?? '';
    return [
      ...(documentContains(words, quote) ? [] : [`${clause}：没有“${quote}”`]),
      ...(isProposed(sources.get(at)) ? [] : [`${at}：原文只提到“${quote}”，应标为建议`]),
    ];
  });
}

/** Titles of an edition that claim to be the document's own words. */
function inventedTitles(campaign: Campaign, documentText: string): string[] {
  const { document } = campaign;
  const issuers = (campaign.issuers ?? []).map(({ title }) => title);
  const posts = [...campaign.clauses, ...(campaign.workstreams ?? [])].flatMap((each) => [
    ...(each.posts?.lead ?? []),
    ...(each.posts?.support ?? []),
  ]);
  const titles = [...(campaign.labels ?? []), ...(campaign.workstreams ?? [])];
  const lineage = (document.lineage ?? []).filter(({ source }) => !isProposed(source));
  const claimed = [
    ...(document.issuerInferred === true ? [] : [document.issuer, ...issuers]),
    ...(document.recipients === undefined ? [] : [document.recipients]),
    ...campaign.offices.filter(({ inferred }) => inferred !== true).map(({ title }) => title),
    ...posts,
    ...titles.map(({ title }) => textIn(title, 'zh-CN').value),
    ...lineage.flatMap(({ title, number }) => (number === undefined ? [title] : [title, number])),
    ...(campaign.series ?? [])
      .filter((each) => each.class === 'official')
      .map((each) => each.prefix),
  ];
  return [...new Set(claimed)]
    .filter((title) => !documentContains(documentText, title))
    .map((title) => `原文没有“${title}”`);
}

/**
 * Whatever an edition holds that its document does not give and that is not marked as ours: points,
 * forms, dates, titles. Empty where the edition is faithful.
 */
export function findUnsaid(campaign: Campaign, documentText: string, coverage: Coverage): string[] {
  return [
    ...quotesOf(campaign).flatMap(unfounded),
    ...withoutSource(campaign),
    ...inventedDates(campaign, documentText),
    ...badStandIns(campaign, coverage),
    ...inventedTitles(campaign, documentText),
  ];
}
