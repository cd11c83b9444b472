import { expect, it } from 'vitest';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import type { EditionModule } from '../define.ts';
import { coverDocument } from './passages.ts';
import { clauseTable, datesTable, reviewList, writeBlock } from './readme.ts';
import { findUncarried } from './rows.ts';
import { findUnsaid } from './unsaid.ts';

/** The year of the demonstration, for which the README lists the dates to look at. */
const demoYear = 2026;

/** What every edition must keep to, so that nothing of its document is lost or made up. */
export function describeFaithfulness(
  module: () => EditionModule,
  documentText: () => string,
): void {
  it('has a clause for every sentence of its document, in its order and once', () => {
    const { campaign, coverage } = module();
    const clauses = campaign.clauses.map(({ key, words }) => ({ name: key, words }));
    expect(coverDocument(documentText(), clauses, coverage.frame)).toEqual({
      uncovered: [],
      unfound: [],
      disordered: [],
    });
  });

  it('says of every clause that asks for something what carries it', () => {
    const { campaign, coverage } = module();
    expect(findUncarried(campaign, coverage)).toEqual([]);
  });

  it('marks what its document does not give as proposed, with a reason', () => {
    const { campaign, coverage } = module();
    expect(findUnsaid(campaign, documentText(), coverage)).toEqual([]);
  });
}

/** The tables of a README are written from its edition: `vitest run plugins/registry.test.ts -u`. */
export async function expectReadmeOf(
  readme: { path: string; text: string },
  { campaign, coverage, rollForward: plan }: EditionModule,
): Promise<void> {
  const { year } = campaign;
  const blocks: [string, string][] = [
    [`clauses ${year}`, clauseTable(campaign, coverage)],
    [`dates ${year}`, datesTable(campaign, plan)],
    [`review ${year}`, reviewList(campaign, { toYear: demoYear, calendar, plan })],
  ];
  const written = blocks.reduce(
    (text, [name, block]) => writeBlock(text, name, block),
    readme.text,
  );
  await expect(written).toMatchFileSnapshot(readme.path);
}
