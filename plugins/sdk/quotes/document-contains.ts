/** A text without what type-setting adds: white space and Markdown emphasis. */
export function normalizeWords(text: string): string {
  return text.replace(/[\s*\u200b\ufeff]+/gu, '');
}

/**
 * Whether a document says these words, letter by letter, wherever its lines and pages break.
 * `documentContains('一、工作\n目标', '一、工作目标') === true`
 */
export function documentContains(documentText: string, words: string): boolean {
  const wanted = normalizeWords(words);
  return wanted !== '' && normalizeWords(documentText).includes(wanted);
}
