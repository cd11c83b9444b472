type Written = { readonly languageVersion: number };

/** A campaign written in a language that this program does not know: a newer one published it. */
export class UnknownLanguageError extends Error {
  readonly languageVersion: number;

  constructor(languageVersion: number) {
    super(`no meaning for campaigns of language ${languageVersion}`);
    this.name = 'UnknownLanguageError';
    this.languageVersion = languageVersion;
  }
}

/**
 * What campaigns mean, by the number of the language they were published in. A number that was once
 * given keeps its functions for ever; a change of meaning is the next number.
 * `byLanguage({ 1: { score } })(campaign).score(card, facts)`
 *
 * @throws {UnknownLanguageError} where no meaning is known for the campaign's number
 */
export function byLanguage<Meaning>(
  meanings: Readonly<Record<number, Meaning>>,
): (campaign: Written) => Meaning {
  return ({ languageVersion }) => {
    const meaning = meanings[languageVersion];
    if (meaning === undefined) throw new UnknownLanguageError(languageVersion);
    return meaning;
  };
}
