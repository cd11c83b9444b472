import type { Clause } from '#schema/contracts/campaign/clause.ts';
import { documentContains } from '../../quotes/document-contains.ts';
import { quotesOf } from '../../quotes/quotes-of.ts';
import { words, type CampaignRule } from '../problem.ts';

/** What a clause says, with all that stands under it. */
function textOf(clause: Clause, clauses: readonly Clause[]): string {
  const below = clauses.filter((each) => each.parent === clause.key && each.key !== clause.key);
  return [
    clause.number,
    clause.title ?? '',
    clause.words,
    ...below.map((each) => textOf(each, clauses)),
  ].join('');
}

/** A quotation is found, letter by letter, in the clause it names. */
export const quotes: CampaignRule = (campaign) =>
  quotesOf(campaign).flatMap(({ path, source, quotes: quoted }) => {
    if (!('clause' in source)) return [];
    const clause = campaign.clauses.find(({ key }) => key === source.clause);
    if (!clause) return [];
    const text = textOf(clause, campaign.clauses);
    return quoted
      .filter((quote) => !documentContains(text, quote))
      .map((quote) => ({
        severity: 'error' as const,
        code: 'quotes.not-found',
        path: `${path}/source`,
        clause: clause.key,
        message: words(`条款中没有“${quote}”这句话`, `The clause does not say “${quote}”`),
        mend: words(
          '请逐字引用原文；原文没有的，注明“本平台建议”和理由',
          'Quote letter by letter; what the document does not say is marked as proposed, with a reason',
        ),
      }));
  });
