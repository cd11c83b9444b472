import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { SheetNode } from '#schema/contracts/campaign/score-sheet.ts';
import type { Scorecard, ScoreNode } from '#schema/contracts/campaign/scorecard.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import type { CriterionNote } from '#schema/contracts/scoring.ts';

type Clauses = Pick<Campaign, 'clauses'>;
type SourceView = NonNullable<CriterionNote['source']>;

/** Never missing beside a score (results are the commission's own until they are approved). */
export const sheetCaption = {
  zh: '本结果仅供内部考核使用，未经批准不得对外公布。',
  en: 'For internal evaluation only; not to be published without approval.',
} as const;

/** What stands beside each node of the sheet, by its key. */
export function notesOf(card: Scorecard, campaign: Clauses): Record<string, CriterionNote> {
  return Object.fromEntries(
    card.children.flatMap(withChildren).map((node) => [node.key, noteOf(node, campaign)]),
  );
}

/** Where it stands, in words: a quotation, the clause itself, or why it is proposed. */
export function sourceView(source: Source, { clauses }: Clauses): SourceView {
  if ('proposed' in source) return { proposed: true, text: source.reason };
  if ('document' in source) return { proposed: false, text: source.quote ?? source.document };
  const clause = clauses.find(({ key }) => key === source.clause);
  return { proposed: false, text: source.quote ?? clause?.words ?? source.clause };
}

/** The filings that the lines of a sheet cite, each once, in the order of the sheet. */
export function citedIn(tree: readonly SheetNode[]): string[] {
  const ids = tree.flatMap((node) => [
    ...node.lines.flatMap(({ materials }) => materials),
    ...citedIn(node.children),
  ]);
  return [...new Set(ids)];
}

function withChildren(node: ScoreNode): ScoreNode[] {
  return node.type === 'group' ? [node, ...node.children.flatMap(withChildren)] : [node];
}

function noteOf(node: ScoreNode, campaign: Clauses): CriterionNote {
  const clause = campaign.clauses.find(({ key }) => key === node.clause);
  return {
    ...(node.words === undefined ? {} : { words: node.words }),
    ...(node.source === undefined ? {} : { source: sourceView(node.source, campaign) }),
    ...(clause === undefined
      ? {}
      : {
          clause: {
            key: clause.key,
            number: clause.number,
            ...(clause.title === undefined ? {} : { title: clause.title }),
            words: clause.words,
          },
        }),
  };
}
