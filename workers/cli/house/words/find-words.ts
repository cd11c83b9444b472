import { screenWords, type ScreenWord } from './screen-words.ts';

export type WrongWord = { found: string; word: ScreenWord };

const quotation = /[“「『《]([^”」』》]{2,})[”」』》]/g;

function normalize(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** What a text says by itself: nothing where it stands in the document, else without its quotations of it. */
function withoutQuotations(text: string, document: string): string {
  if (document === '') return text;
  if (document.includes(normalize(text))) return '';
  return text.replaceAll(quotation, (whole, quoted: string) =>
    document.includes(normalize(quoted)) ? '' : whole,
  );
}

export function findWrongWords(
  text: string,
  { document = '', isProgram = true }: { document?: string; isProgram?: boolean } = {},
): WrongWord[] {
  const own = withoutQuotations(text, normalize(document));
  return screenWords
    .filter(({ scope }) => scope !== 'program' || isProgram)
    .flatMap((word) => {
      const found = word.wrong.exec(own)?.[0];
      return found === undefined ? [] : [{ found, word }];
    });
}
