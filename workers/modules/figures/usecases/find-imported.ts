import { textIn } from '#schema/contracts/campaign/text.ts';
import type { KnownFigure } from '#workers/modules/imported-figures/index.ts';
import { isIn } from '../places.domain.ts';
import { listBureaus } from '../units.repository.ts';
import { readImportedLines } from './count-imported.ts';
import type { ImportedLine } from './count-imported.ts';
import { keyOf, pageOf } from './item-page.ts';
import type { Found, Listing } from './item-page.ts';

type Measure = Parameters<typeof readImportedLines>[1];

/** What a system elsewhere said of each unit; those with too few answers say that they count nowhere. */
export async function findImported(listing: Listing, measure: Measure): Promise<Found[]> {
  const { context, basis, place, only, page } = listing;
  const [lines, bureaus] = await Promise.all([
    readImportedLines(listing, measure),
    listBureaus(context.db, basis.moment),
  ]);
  const { indicators } = basis.version.campaign;
  const unit = indicators.find(({ key }) => key === measure.indicator)?.unit ?? '';
  const unitIn = (language: 'zh-CN' | 'en') => textIn(unit, language).value;
  const found = lines
    .filter(({ row }) => isIn(place, row, bureaus))
    .filter(({ tally }) => only === undefined || tally.tooFew === 1)
    .map((line): Found => {
      const { organizationId, organizationName, importId, dataOn, order } = line.row;
      return {
        id: importId,
        kind: 'imported',
        organizationId,
        organizationName: organizationName ?? '全辖区',
        title: { zh: wordsOf(line, unitIn('zh-CN')), en: wordsInEnglish(line, unitIn('en')) },
        doneOn: dataOn,
        overdue: false,
        key: keyOf({ order, organizationId, id: importId }),
      };
    });
  return pageOf(found, page);
}

/** 88.62 分，样本 412；370／400 */
function wordsOf({ row, tally }: ImportedLine, unit: string): string {
  const sample = row.sample === null || row.numerator !== null ? '' : `，样本 ${row.sample}`;
  const few = tally.tooFew === 1 ? '，样本不足，不作评价' : '';
  return `${saidOf(row, unit)}${sample}${few}`;
}

function wordsInEnglish({ row, tally }: ImportedLine, unit: string): string {
  const sample = row.sample === null || row.numerator !== null ? '' : `, sample ${row.sample}`;
  const few = tally.tooFew === 1 ? ', too few answers, not assessed' : '';
  return `${saidOf(row, unit)}${sample}${few}`;
}

function saidOf({ value, numerator, sample }: KnownFigure, unit: string): string {
  if (numerator !== null) return `${numerator}／${sample ?? 0}`;
  return unit === '%' ? `${value ?? ''}%` : `${value ?? ''} ${unit}`;
}
