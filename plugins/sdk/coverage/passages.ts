import { normalizeWords } from '../quotes/document-contains.ts';

type Piece = { name: string; words: string };

export type Passages = {
  /** Text of the document that stands in no piece. */
  uncovered: string[];
  /** Pieces whose words the document does not say, or that another piece already holds. */
  unfound: string[];
  /** Pieces that stand before the piece they are written after. */
  disordered: string[];
};

/** Dashes that a conversion sets before the lines of a list say nothing. */
const isSilent = (text: string): boolean => /^[-—·]*$/u.test(text);

class Cover {
  private readonly text: string;
  private readonly taken: boolean[];

  constructor(documentText: string) {
    this.text = normalizeWords(documentText);
    this.taken = Array.from({ length: this.text.length }, () => false);
  }

  /** Where these words stand from `from` on and belong to nothing yet; taken from now on. */
  take(words: string, from: number): number {
    const wanted = normalizeWords(words);
    for (
      let at = this.text.indexOf(wanted, from);
      at >= 0;
      at = this.text.indexOf(wanted, at + 1)
    ) {
      const end = at + wanted.length;
      if (wanted !== '' && !this.taken.slice(at, end).includes(true)) {
        this.taken.fill(true, at, end);
        return at;
      }
    }
    return -1;
  }

  rest(): string[] {
    const runs: string[] = [];
    let run = '';
    for (let index = 0; index <= this.text.length; index += 1) {
      const isOpen = index < this.text.length && this.taken[index] === false;
      if (isOpen) run += this.text.charAt(index);
      else if (run !== '') {
        runs.push(run);
        run = '';
      }
    }
    return runs.filter((each) => !isSilent(each));
  }
}

/**
 * How the clauses, in their order, and then the frame cover a document, each character once.
 * `coverDocument(text, campaign.clauses.map(({ key, words }) => ({ name: key, words })), frame)`
 */
export function coverDocument(
  documentText: string,
  clauses: readonly Piece[],
  frame: readonly string[],
): Passages {
  const cover = new Cover(documentText);
  const unfound: string[] = [];
  const disordered: string[] = [];
  let cursor = 0;
  for (const { name, words } of clauses) {
    const after = cover.take(words, cursor);
    if (after >= 0) cursor = after + normalizeWords(words).length;
    else if (cover.take(words, 0) >= 0) disordered.push(name);
    else unfound.push(name);
  }
  for (const words of frame) if (cover.take(words, 0) < 0) unfound.push(words);
  return { uncovered: cover.rest(), unfound, disordered };
}
