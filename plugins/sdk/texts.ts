/** A text of a definition, and the path where it stands. */
export type FoundText = { path: string; text: string };

/** Every string in a definition, keys of objects left out. */
export function textsOf(value: unknown, path = ''): FoundText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    textsOf(each, path === '' ? key : `${path}/${key}`),
  );
}

const translatable = new Set([
  'label',
  'hint',
  'guidance',
  'note',
  'definition',
  'numerator',
  'denominator',
  'unit',
  'noun',
  'message',
  'reason',
  'title',
]);
/** Texts of the document itself, or titles of the commission's own, stay Chinese. */
const documentOnly = /^(title|document|issuers|clauses|phases|offices|approval)(\/|$)/u;
const chinese = /[\u4e00-\u9fff]/u;

/** Human texts that have no English: a bare string, or a pair without its second half. */
export function untranslatedTexts(campaign: object): FoundText[] {
  const all = textsOf(campaign).filter(({ path }) => !documentOnly.test(path));
  const paths = new Set(all.map(({ path }) => path));
  return all.filter(({ path, text }) => {
    if (!chinese.test(text)) return false;
    const name = path.split('/').pop() ?? '';
    if (name === 'zh') return !paths.has(path.replace(/zh$/u, 'en'));
    return translatable.has(name);
  });
}

const personal: readonly RegExp[] = [
  /(?<!\d)1[3-9]\d{9}(?!\d)/u,
  /(?<!\d)0\d{2,3}[-－—]?\d{7,8}(?!\d)/u,
  /(?<!\d)\d{17}[\dXx](?!\d)/u,
  /[\w.+-]+@[\w-]+\.[\w.]+/u,
  /(?:联系人|签发人|抄报人|组长|负责人|经办人|电话)[：:]\s*(?:[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])|[\d－-]{7,})/u,
];

/** Telephone and identity numbers, mail addresses, and names given after a post. */
export function personalTexts(texts: readonly FoundText[]): FoundText[] {
  return texts.filter(({ text }) => personal.some((pattern) => pattern.test(text)));
}
