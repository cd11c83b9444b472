import { yearOf } from '#plugins/sdk/dates/days.ts';
import { gapsIn, readNumber, stretchesOf, writeNumber } from '#plugins/sdk/papers/numbers.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { IssuingBody, NumberSeries } from '#schema/contracts/campaign/clause.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { Paper, PaperList, PaperSubject } from '#schema/contracts/papers.ts';

/** A number as it is stored. */
export type StoredPaper = {
  id: string;
  prefix: string;
  year: number;
  number: number;
  class: NumberSeries['class'];
  issuerKey: string;
  issuerTitle: string;
  seriesTitle: Text;
  title: string;
  subjectKind: PaperSubject['kind'];
  subjectId: string | null;
  signedOn: string;
  signerPost: string;
  takenBy: string;
  takenByPost: string;
  takenAt: number;
  voidReason: string | null;
  voidedBy: string | null;
  voidedByPost: string | null;
  voidedAt: number | null;
  version: number;
};

export type SeriesOfIssuer = { series: NumberSeries; issuer: IssuingBody };

/** The series of a campaign with the bodies that issue under them. */
export function seriesOf(campaign: Pick<Campaign, 'series' | 'issuers'>): SeriesOfIssuer[] {
  return (campaign.series ?? []).flatMap((series) => {
    const issuer = campaign.issuers?.find(({ key }) => key === series.issuer);
    return issuer === undefined ? [] : [{ series, issuer }];
  });
}

export type NumberChoice =
  | { status: 'next' }
  | { status: 'typed'; number: number }
  | { status: 'refused'; reason: 'official_number_wanted' | 'business_number_given' }
  | { status: 'refused'; reason: 'number_of_another_series'; example: string };

/**
 * Which number a paper gets: a business paper the next of its series and year, an official one what
 * the office gave it. No official number is ever made here.
 */
export function chooseNumber(
  { prefix, class: kind }: Pick<NumberSeries, 'prefix' | 'class'>,
  { signedOn, typed }: { signedOn: string; typed: string | undefined },
): NumberChoice {
  if (kind === 'business') {
    return typed === undefined
      ? { status: 'next' }
      : { status: 'refused', reason: 'business_number_given' };
  }
  if (typed === undefined) return { status: 'refused', reason: 'official_number_wanted' };
  const year = yearOf(signedOn);
  const read = readNumber(typed);
  if (read?.prefix === prefix && read.year === year)
    return { status: 'typed', number: read.number };
  const example = writeNumber({ prefix, year, number: 1 });
  return { status: 'refused', reason: 'number_of_another_series', example };
}

export function toPaper(row: StoredPaper): Paper {
  return {
    id: row.id,
    text: writeNumber(row),
    prefix: row.prefix,
    year: row.year,
    number: row.number,
    class: row.class,
    issuer: row.issuerTitle,
    series: row.seriesTitle,
    title: row.title,
    subject: { kind: row.subjectKind, ...(row.subjectId === null ? {} : { id: row.subjectId }) },
    signedOn: row.signedOn,
    signerPost: row.signerPost,
    takenByPost: row.takenByPost,
    takenAt: row.takenAt,
    ...(row.voidReason === null
      ? {}
      : {
          void: {
            reason: row.voidReason,
            post: row.voidedByPost ?? '',
            at: row.voidedAt ?? row.takenAt,
          },
        }),
    version: row.version,
  };
}

/** The numbers of one series and year; a void one stays in its place and explains itself. */
export function toPaperList(rows: readonly StoredPaper[]): PaperList {
  const papers = rows.map(toPaper);
  const voided = papers.filter((paper) => paper.void !== undefined).length;
  return {
    papers,
    gaps: stretchesOf(gapsIn(rows.map(({ number }) => number))),
    inUse: papers.length - voided,
    void: voided,
  };
}
