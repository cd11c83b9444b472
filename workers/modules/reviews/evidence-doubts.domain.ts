import { isMonth, lastDayOfMonth } from '#plugins/sdk/dates/days.ts';
import { daysOfPeriod, isPeriod } from '#schema/contracts/period.ts';
import type { EvidenceDoubt } from '#schema/contracts/reviews.ts';

type Span = { readonly from: string; readonly to: string };

export type DoubtedFile = {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly provesFrom?: string | undefined;
  readonly provesTo?: string | undefined;
};

export type EarlierFile = {
  readonly sha256: string;
  readonly occurrence: string;
  readonly campaignTitle: string;
};

/** The days a filing is about: its own period, or that of the whole work. */
export function spanOf(occurrence: string, campaign: Span): Span {
  if (isPeriod(occurrence)) return daysOfPeriod(occurrence);
  if (/^20\d{2}$/.test(occurrence)) {
    return { from: `${occurrence}-01-01`, to: `${occurrence}-12-31` };
  }
  if (isMonth(occurrence)) return { from: `${occurrence}-01`, to: lastDayOfMonth(occurrence) };
  return campaign;
}

/**
 * What a reviewer would be sorry to have overlooked in the evidence: a file that proves another
 * time, one whose name says another year, the very file of an earlier filing. Hints, never verdicts.
 */
export function doubtsOf(
  files: readonly DoubtedFile[],
  span: Span,
  earlier: readonly EarlierFile[],
): EvidenceDoubt[] {
  const filed = new Map(earlier.map((file) => [file.sha256, file]));
  return files.flatMap((file): EvidenceDoubt[] => {
    const before = filed.get(file.sha256);
    const evidenceId = file.id;
    return [
      ...otherPeriod(file, span),
      ...(before === undefined
        ? []
        : [
            {
              evidenceId,
              doubt: 'filed-before' as const,
              occurrence: before.occurrence,
              campaignTitle: before.campaignTitle,
            },
          ]),
    ];
  });
}

function otherPeriod(file: DoubtedFile, span: Span): EvidenceDoubt[] {
  const { id: evidenceId, provesFrom: from, provesTo: to } = file;
  if (from !== undefined || to !== undefined) {
    const isOutside = (from ?? '') > span.to || (to ?? from ?? '') < span.from;
    if (!isOutside) return [];
    const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    return [{ evidenceId, doubt: 'other-period', ...days }];
  }
  const years = yearsIn(file.name);
  const [first] = years;
  if (first === undefined || years.some((year) => isYearOf(year, span))) return [];
  return [{ evidenceId, doubt: 'other-year-named', year: first }];
}

/** A report on a year is often dated early in the next one. */
function isYearOf(year: number, { from, to }: Span): boolean {
  return year >= Number(from.slice(0, 4)) && year <= Number(to.slice(0, 4)) + 1;
}

/** Years as people put them into names: `2025年总结`, `2025-12-31 培训`, `总结(2025)`; no long numbers. */
function yearsIn(name: string): number[] {
  return [...name.matchAll(/(?:^|\D)(20[0-4]\d)(?=$|\D|[01]\d(?:$|\D|[0-3]\d(?:$|\D)))/g)].map(
    ([, year]) => Number(year),
  );
}
