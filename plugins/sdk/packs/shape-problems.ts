import * as v from 'valibot';
import { KeySchema } from '#schema/contracts/campaign/keys.ts';
import { deepestOf, messageOf, pathOf, type InputIssue } from '#schema/contracts/issue-message.ts';
import { words, type Wording } from '../check/problem.ts';
import { excerpt } from './problem.ts';

export type ShapeProblem = { names: string[]; code: string; message: Wording; mend: Wording };

const keyPattern = KeySchema.pipe[1].requirement.source;
const keyAdvice = words(
  '标识只用小写字母、数字和连字符，以字母开头，最多 40 个',
  'Keys are small letters, digits and hyphens, at most 40, starting with a letter',
);
const slugAdvice = words(
  '代号只用小写字母和数字，以字母开头，2 至 30 个',
  'A slug is 2 to 30 small letters and digits, starting with a letter',
);
/** Names under which other programs keep code; here everything is data. */
const codeNames = /^(?:cel|code|eval|expression|formula|function|hook|hooks|module|script|sql)$/i;

function valueAt(root: unknown, names: readonly string[]): unknown {
  let value = root;
  for (const name of names) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function describeValue(value: unknown): Wording {
  if (value === undefined) return words('缺少这一项', 'This entry is missing');
  if (typeof value === 'object' && value !== null) {
    return words('这一项不符合方案的格式', 'This entry has not the form of a campaign');
  }
  const shown = excerpt(typeof value === 'string' ? value : JSON.stringify(value));
  return words(`“${shown}”不符合要求`, `“${shown}” is not allowed here`);
}

function adviceFor(issue: InputIssue, names: readonly string[]): Wording {
  if (names[0] === 'region' && names[1] === 'slug') return slugAdvice;
  const { requirement } = issue;
  if (requirement instanceof RegExp && requirement.source === keyPattern) return keyAdvice;
  return words(messageOf(issue, 'zh-CN'), messageOf(issue, 'en'));
}

/** What the contract says against a value, one problem a place. */
export function shapeProblems(
  root: unknown,
  schema: v.GenericSchema,
  most: number,
): ShapeProblem[] {
  const result = v.safeParse(schema, root);
  if (result.success) return [];
  const problems = new Map<string, ShapeProblem>();
  for (const issue of asInputIssues(result.issues)) {
    for (const deep of deepestOf(issue)) {
      const names = pathOf(deep);
      const place = names.join('/');
      if (problems.size >= most) return [...problems.values()];
      if (problems.has(place)) continue;
      const isUnknown = deep.expected === 'never';
      const message = describeValue(valueAt(root, names));
      problems.set(
        place,
        isUnknown
          ? unknownEntry(names)
          : { names, code: 'pack.shape', message, mend: adviceFor(deep, names) },
      );
    }
  }
  return [...problems.values()];
}

/** An entry the language does not have; told apart where somebody tried to bring code along. */
export function unknownEntry(names: readonly string[]): ShapeProblem {
  const name = excerpt(names.at(-1) ?? '');
  if (codeNames.test(name)) {
    return {
      names: [...names],
      code: 'pack.code',
      message: words(
        `“${name}”：方案文件只有数据，不接受程序、公式或查询语句`,
        `“${name}”: a campaign file is data; code, formulas and queries are refused`,
      ),
      mend: words(
        '请删除这一项，改用条件、指标或考评规则表达',
        'Remove it; say it with conditions, indicators or rules',
      ),
    };
  }
  return {
    names: [...names],
    code: 'pack.unknown-entry',
    message: words(`方案语言里没有“${name}”这一项`, `The language has no entry “${name}”`),
    mend: words('请删除，或对照格式说明改正名称', 'Remove it, or mend its name'),
  };
}

/** The issues of a value that came from JSON name every place by a string or a number. */
function asInputIssues(issues: readonly unknown[]): readonly InputIssue[] {
  return issues as readonly InputIssue[];
}
