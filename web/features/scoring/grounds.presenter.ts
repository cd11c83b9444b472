import type { Clause } from '#schema/contracts/campaign/clause.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import { t } from '#web/shared/i18n.ts';
import type { LocalText } from '#web/shared/i18n.ts';

export type Clauses = readonly Pick<Clause, 'key' | 'number' | 'title' | 'words'>[];

export type Grounds = {
  /** The rule in its own words, or the clause it stands in. */
  words: LocalText | undefined;
  source: string | undefined;
  /** Nothing in the document says so: why it is proposed. */
  proposed: LocalText | undefined;
};

const clauseWords = (clause: Clauses[number]): string =>
  [clause.number, clause.title].filter(Boolean).join(' ');

/** What a rule stands on: its words and its clause, or that it is only proposed, and why. */
export const groundsOf = (
  rule: { readonly words?: string | undefined; readonly source: Source },
  clauses: Clauses,
): Grounds => {
  const { words, source } = rule;
  if ('proposed' in source) return { words, source: undefined, proposed: source.reason };
  if ('document' in source) {
    return { words: words ?? source.quote, source: source.document, proposed: undefined };
  }
  const clause = clauses.find(({ key }) => key === source.clause);
  return {
    words: words ?? source.quote ?? clause?.words,
    source: clause ? clauseWords(clause) : undefined,
    proposed: undefined,
  };
};

/** One line for a table: 「一年内三次以上的……」（二（三）考核）. */
export const groundsLine = (grounds: Grounds): string =>
  grounds.source === undefined ? t('kit.source-proposed') : grounds.source;
