import { words, type Wording } from '../check/problem.ts';
import { packLimits } from './limits.ts';
import type { Place } from './place.ts';
import { excerpt, pointerOf, type PackProblem } from './problem.ts';

export type Scanned =
  | { ok: true; value: unknown; place: Place }
  | { ok: false; problem: PackProblem };

class Refusal extends Error {
  readonly problem: PackProblem;

  constructor(problem: PackProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

const entryName = /^(?:\$schema|[A-Za-z][A-Za-z0-9]*)$/;
/** Names through which JavaScript reaches into every object. */
const prototypeNames = new Set(['__proto__', 'prototype', 'constructor']);
const wholeNumber = /^-?(?:0|[1-9][0-9]{0,15})$/;
const numberText = /-?[0-9][0-9eE.+-]*/y;
/** The longest way to write one character: `\\u4e00`. */
const longestEscape = 6;
const literals: readonly (readonly [string, unknown])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/**
 * Reads JSON without trusting it: depth, number of values and lengths are bounded while reading,
 * one name stands once in an object, numbers are whole, and each value keeps its line. The first
 * fault ends it, so that time and memory are bounded by the size of the file.
 */
class Scanner {
  readonly text: string;
  private at = 0;
  private line = 1;
  private nodes = 0;
  private readonly names: (string | number)[] = [];

  constructor(text: string) {
    this.text = text;
  }

  read(): { value: unknown; place: Place } {
    this.skipSpace();
    const read = this.value(0);
    this.skipSpace();
    if (this.at < this.text.length) this.fail('pack.syntax', ...syntax('文件末尾', 'at its end'));
    return read;
  }

  private fail(code: string, message: Wording, mend: Wording): never {
    const path = pointerOf(this.names);
    throw new Refusal({ severity: 'error', code, path, line: this.line, message, mend });
  }

  private skipSpace(): void {
    for (; this.at < this.text.length; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code === 10) this.line += 1;
      else if (code !== 32 && code !== 9 && code !== 13) return;
    }
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private value(depth: number): { value: unknown; place: Place } {
    this.nodes += 1;
    if (this.nodes > packLimits.nodes) this.fail('pack.too-many-values', ...tooManyValues);
    if (depth > packLimits.depth) this.fail('pack.too-deep', ...tooDeep);
    const place: Place = { line: this.line };
    const first = this.text[this.at];
    if (first === '{') return { value: this.object(depth, place), place };
    if (first === '[') return { value: this.list(depth, place), place };
    if (first === '"') return { value: this.string(packLimits.textLength), place };
    const literal = literals.find(([word]) => this.text.startsWith(word, this.at));
    if (literal === undefined) return { value: this.number(), place };
    this.at += literal[0].length;
    return { value: literal[1], place };
  }

  private object(depth: number, place: Place): Record<string, unknown> {
    const entries: Record<string, unknown> = {};
    const inside = new Map<string, Place>();
    place.inside = inside;
    this.at += 1;
    this.skipSpace();
    if (this.take('}')) return entries;
    do {
      this.skipSpace();
      const name = this.entry(inside);
      this.names.push(name);
      this.skipSpace();
      if (!this.take(':')) this.fail('pack.syntax', ...syntax('缺少冒号', 'a colon is missing'));
      this.skipSpace();
      const read = this.value(depth + 1);
      entries[name] = read.value;
      inside.set(name, read.place);
      this.names.pop();
      this.skipSpace();
    } while (this.take(','));
    if (!this.take('}')) this.fail('pack.syntax', ...syntax('缺少 , 或 }', 'a , or } is missing'));
    return entries;
  }

  private entry(known: ReadonlyMap<string, Place>): string {
    if (this.text[this.at] !== '"') {
      this.fail('pack.syntax', ...syntax('缺少带双引号的名称', 'a name in quotes is missing'));
    }
    const name = this.string(packLimits.textLength);
    if (prototypeNames.has(name)) this.fail('pack.forbidden-name', ...forbiddenName(name));
    if (!entryName.test(name) || name.length > packLimits.nameLength) {
      this.fail('pack.entry-name', ...wrongName(name));
    }
    if (known.has(name)) this.fail('pack.duplicate-entry', ...twice(name));
    return name;
  }

  private list(depth: number, place: Place): unknown[] {
    const items: unknown[] = [];
    const inside = new Map<string, Place>();
    place.inside = inside;
    this.at += 1;
    this.skipSpace();
    if (this.take(']')) return items;
    do {
      this.skipSpace();
      if (items.length >= packLimits.listLength) this.fail('pack.list-too-long', ...tooLongList);
      this.names.push(items.length);
      const read = this.value(depth + 1);
      inside.set(String(items.length), read.place);
      items.push(read.value);
      this.names.pop();
      this.skipSpace();
    } while (this.take(','));
    if (!this.take(']')) this.fail('pack.syntax', ...syntax('缺少 , 或 ]', 'a , or ] is missing'));
    return items;
  }

  /** Where the text that begins here ends; looked for no further than a text may reach. */
  private endOfString(limit: number): number {
    const last = Math.min(this.text.length, this.at + 2 + limit * longestEscape);
    for (let end = this.at + 1; end < last; end += 1) {
      const code = this.text.charCodeAt(end);
      if (code === 34) return end + 1;
      if (code < 32) return this.fail('pack.syntax', ...brokenText);
      if (code === 92) end += 1;
    }
    if (last < this.text.length) this.fail('pack.text-too-long', ...tooLongText);
    return this.fail('pack.syntax', ...brokenText);
  }

  private string(limit: number): string {
    const raw = this.text.slice(this.at, this.endOfString(limit));
    const text = raw.includes('\\') ? this.unescape(raw) : raw.slice(1, -1);
    if (text.length > limit) this.fail('pack.text-too-long', ...tooLongText);
    this.at += raw.length;
    return text;
  }

  private unescape(raw: string): string {
    try {
      return JSON.parse(raw) as string;
    } catch {
      return this.fail('pack.syntax', ...brokenText);
    }
  }

  private number(): number {
    numberText.lastIndex = this.at;
    const raw = numberText.exec(this.text)?.[0];
    if (raw === undefined) {
      const found = excerpt(this.text.slice(this.at, this.at + 12));
      this.fail('pack.syntax', ...syntax(`认不出“${found}”`, `“${found}” is no JSON`));
    }
    const value = wholeNumber.test(raw) ? Number(raw) : Number.NaN;
    if (!Number.isSafeInteger(value)) this.fail('pack.number', ...wrongNumber(raw));
    this.at += raw.length;
    return value;
  }
}

type Told = readonly [message: Wording, mend: Wording];

const syntax = (zh: string, en: string): Told => [
  words(`不是正确的 JSON：${zh}`, `This is not JSON: ${en}`),
  words(
    '请用带 JSON 检查的编辑器改正这一行附近的标点',
    'Mend the punctuation near this line in an editor that checks JSON',
  ),
];
const brokenText = syntax('文字没有正确结束', 'a text does not end rightly');
const tooManyValues: Told = [
  words(
    `内容超过 ${packLimits.nodes} 个值，已停止读取`,
    `More than ${packLimits.nodes} values; reading stopped`,
  ),
  words('请拆成几份方案', 'Split it into several campaigns'),
];
const tooDeep: Told = [
  words(`嵌套超过 ${packLimits.depth} 层`, `Nested deeper than ${packLimits.depth}`),
  words('请减少条件或细则的层次', 'Flatten the conditions or the scorecard'),
];
const tooLongList: Told = [
  words(
    `一个清单超过 ${packLimits.listLength} 项`,
    `A list of more than ${packLimits.listLength} entries`,
  ),
  words('请拆分或删减这个清单', 'Split or shorten the list'),
];
const tooLongText: Told = [
  words(
    `一段文字超过 ${packLimits.textLength} 字`,
    `A text of more than ${packLimits.textLength} characters`,
  ),
  words('请缩短，或拆成几个条款', 'Shorten it, or make several clauses of it'),
];
const forbiddenName = (name: string): Told => [
  words(`不允许的名称“${name}”`, `The name “${name}” is not allowed`),
  words('请删除这一项', 'Remove this entry'),
];
const wrongName = (name: string): Told => [
  words(`名称“${excerpt(name)}”不符合要求`, `“${excerpt(name)}” cannot be the name of an entry`),
  words(
    '名称只用英文字母和数字，以字母开头，最多 40 个；请对照方案文件的格式说明',
    'Names are letters and digits, at most 40, starting with a letter; see the schema of the file',
  ),
];
const twice = (name: string): Told => [
  words(`“${name}”出现了两次`, `The entry “${name}” stands twice`),
  words('请只保留一处', 'Keep one of them'),
];
const wrongNumber = (raw: string): Told => [
  words(
    `数字“${excerpt(raw)}”不是可以精确保存的整数`,
    `“${excerpt(raw)}” is not a whole number that can be kept exactly`,
  ),
  words(
    '数字只写整数（不超过 16 位）；小数和分值请写成带引号的文字，如 "0.5"',
    'Write whole numbers of at most 16 digits; decimals and points are texts, such as "0.5"',
  ),
];

/** The value of a JSON text with the line of everything in it, or the first thing wrong with it. */
export function scanJson(text: string): Scanned {
  try {
    return { ok: true, ...new Scanner(text).read() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}
