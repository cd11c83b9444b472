import type { Language } from './campaign/text.ts';

/** An issue of Valibot as the validator hands it on. */
export type InputIssue = {
  readonly message: string;
  readonly type?: string;
  readonly expected?: string | null;
  readonly received?: string;
  readonly requirement?: unknown;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  readonly issues?: readonly InputIssue[];
};

type Sentence = (issue: InputIssue) => string;
type Sentences = { readonly zh: Sentence; readonly en: Sentence };

const isMissing = (issue: InputIssue) =>
  issue.received === 'undefined' || issue.received === 'null';
const requirementOf = (issue: InputIssue) => String(issue.requirement);
const optionsOf = (issue: InputIssue) =>
  (issue.expected ?? '').replaceAll(/[("')]/g, '').split(' | ');

function wrongKind(zh: string, en: string): Sentences {
  return {
    zh: (issue) => (isMissing(issue) ? `此项必填，${zh}。` : `此项格式不对，${zh}。`),
    en: (issue) => (isMissing(issue) ? `Required: ${en}.` : `Wrong kind of value: ${en}.`),
  };
}

function bound(zh: (limit: string) => string, en: (limit: string) => string): Sentences {
  return { zh: (issue) => zh(requirementOf(issue)), en: (issue) => en(requirementOf(issue)) };
}

const choice: Sentences = {
  zh: (issue) =>
    isMissing(issue)
      ? `此项必填，请选择：${optionsOf(issue).join('、')}。`
      : `请从下列选项中选择：${optionsOf(issue).join('、')}。`,
  en: (issue) => `Choose one of: ${optionsOf(issue).join(', ')}.`,
};

const required = { zh: '此项必填，请填写。', en: 'Required: fill it in.' };
/** An object's own issue is about a missing key, an unknown key, or no object at all. */
const parts: Sentences = {
  zh: (issue) => {
    if (issue.expected === 'never') return '不认识这一项，请删除。';
    return isMissing(issue) ? required.zh : '此项格式不对，请填写完整。';
  },
  en: (issue) => {
    if (issue.expected === 'never') return 'Unknown entry: remove it.';
    return isMissing(issue) ? required.en : 'Wrong kind of value: fill in all parts.';
  },
};

const integer = wrongKind('请填写整数', 'enter a whole number');
const format = bound(
  () => '格式不符合要求，请按示例格式填写。',
  () => 'The format is not as required.',
);

const sentences: Readonly<Record<string, Sentences>> = {
  string: wrongKind('请填写文字', 'enter text'),
  number: wrongKind('请填写数字', 'enter a number'),
  boolean: wrongKind('请选择是或否', 'choose yes or no'),
  array: wrongKind('请至少列出一项', 'enter a list'),
  object: parts,
  loose_object: parts,
  strict_object: parts,
  object_with_rest: parts,
  record: parts,
  tuple: parts,
  file: wrongKind('请选择文件', 'choose a file'),
  integer,
  safe_integer: integer,
  picklist: choice,
  literal: choice,
  union: wrongKind('请按要求的形式之一填写', 'use one of the permitted forms'),
  variant: wrongKind('请先选择类别', 'choose the kind first'),
  non_empty: bound(
    () => '此项必填，不能为空。',
    () => 'Required: it may not be empty.',
  ),
  min_length: bound(
    (limit) => (limit === '1' ? '此项必填，不能为空。' : `至少填写 ${limit} 个（字或项）。`),
    (limit) =>
      limit === '1' ? 'Required: it may not be empty.' : `At least ${limit} (characters or items).`,
  ),
  max_length: bound(
    (limit) => `最多 ${limit} 个（字或项），请删减。`,
    (limit) => `At most ${limit} (characters or items): shorten it.`,
  ),
  length: bound(
    (limit) => `应为 ${limit} 个（字或项）。`,
    (limit) => `Exactly ${limit} (characters or items).`,
  ),
  min_value: bound(
    (limit) => `不能小于 ${limit}。`,
    (limit) => `It may not be below ${limit}.`,
  ),
  max_value: bound(
    (limit) => `不能大于 ${limit}。`,
    (limit) => `It may not be above ${limit}.`,
  ),
  iso_date: bound(
    () => '请填写真实存在的日期，格式为 2026-07-08。',
    () => 'Enter a real date such as 2026-07-08.',
  ),
  email: bound(
    () => '请填写有效的电子邮箱。',
    () => 'Enter a valid e-mail address.',
  ),
  url: bound(
    () => '请填写完整网址，以 https:// 开头。',
    () => 'Enter a whole address starting with https://.',
  ),
  regex: format,
  unique_items: bound(
    () => '有重复项，请删除重复的内容。',
    () => 'There are duplicates: remove them.',
  ),
};

const fallback: Sentences = {
  zh: () => '此项不符合要求，请核对后重新填写。',
  en: () => 'This entry is not valid. Check it and enter it again.',
};

/**
 * What is wrong with one field and what to do about it. A contract's own message (Chinese, given
 * where it checks) comes first for Chinese readers.
 */
export function messageOf(issue: InputIssue, language: Language): string {
  if (language === 'zh-CN' && isOwnSentence(issue.message)) return issue.message;
  const { zh, en } = sentences[issue.type ?? ''] ?? fallback;
  return language === 'en' ? en(issue) : zh(issue);
}

/** Valibot's own words are English, but quote what was entered and what may be chosen. */
function isOwnSentence(message: string): boolean {
  return (
    /\p{Script=Han}/u.test(message) && !/^Invalid [\w ]+: (?:Expected|Received) /.test(message)
  );
}

/** A union's own issue says little: where one branch got deeper, its issues say what to mend. */
export function deepestOf(issue: InputIssue): readonly InputIssue[] {
  const inner = issue.issues?.filter((candidate) => candidate.path?.length) ?? [];
  if (issue.type !== 'union' || inner.length === 0) return [issue];
  const prefix = issue.path ?? [];
  return inner.map((candidate) => ({ ...candidate, path: [...prefix, ...(candidate.path ?? [])] }));
}

/** The names and places that lead to the field. */
export function pathOf(issue: InputIssue): string[] {
  return (issue.path ?? []).map((part) => String(isPathItem(part) ? part.key : part));
}

function isPathItem(part: unknown): part is { readonly key: PropertyKey } {
  return typeof part === 'object' && part !== null && 'key' in part;
}
