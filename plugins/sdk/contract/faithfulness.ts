import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { words, type Wording } from '../check/problem.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { coverDocument } from '../coverage/passages.ts';
import { findUncarried } from '../coverage/rows.ts';
import { findUnsaid } from '../coverage/unsaid.ts';

/** One thing that an edition loses or makes up. */
export type Unfaithfulness = {
  severity: 'error';
  code: string;
  path: string;
  message: Wording;
  mend: Wording;
};

const shown = 60;

const shortened = (text: string) => (text.length > shown ? `${text.slice(0, shown)}……` : text);

function problem(code: string, path: string, zh: string, mend: Wording): Unfaithfulness {
  const message = words(zh, `${path}: ${zh}`);
  return { severity: 'error', code: `contract.${code}`, path, message, mend };
}

const mends = {
  uncovered: words(
    '每一句都属于一个条款：补上条款，或写进 coverage 的 frame（称谓、落款）',
    'Every sentence belongs to one clause: add it, or name it in the frame of coverage',
  ),
  disordered: words('条款按原文的先后排列', 'Clauses stand in the order of the document'),
  uncarried: words(
    '在 coverage.ts 中写明由什么承载，或 nothing(理由)',
    'Say in coverage.ts what carries it, or nothing(reason)',
  ),
  unsaid: words(
    '原文没有的，用 source: proposed(…) 并写明理由',
    'What the document does not give is proposed(…) with a reason',
  ),
};

/**
 * What an edition loses of its document or adds to it: sentences in no clause, clauses that nothing
 * carries, and things that nobody said. Needs nothing but the edition and its text.
 */
export function faithfulnessProblems(
  { campaign, coverage }: { campaign: Campaign; coverage: Coverage },
  documentText: string,
): Unfaithfulness[] {
  const clauses = campaign.clauses.map(({ key, words: text }) => ({ name: key, words: text }));
  const { uncovered, disordered } = coverDocument(documentText, clauses, coverage.frame);
  return [
    ...uncovered.map((text) =>
      problem(
        'uncovered',
        'document.txt',
        `原文这一段不在任何条款中：“${shortened(text)}”`,
        mends.uncovered,
      ),
    ),
    ...disordered.map((key) =>
      problem('disordered', `clauses/${key}`, '条款的先后与原文不同', mends.disordered),
    ),
    ...findUncarried(campaign, coverage).map((text) =>
      problem('uncarried', 'coverage', text, mends.uncarried),
    ),
    ...findUnsaid(campaign, documentText, coverage).map((text) =>
      problem('unsaid', 'campaign', text, mends.unsaid),
    ),
  ];
}
