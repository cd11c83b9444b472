import type { Severity, Wording } from '../check/problem.ts';

/** What is wrong with a file: where, on which line, why, and how to mend it. */
export type PackProblem = {
  severity: Severity;
  code: string;
  /** A JSON pointer into the file. */
  path: string;
  line: number;
  message: Wording;
  mend: Wording;
};

/** `/campaign/tasks/3/title`. */
export function pointerOf(names: readonly (string | number)[]): string {
  return names
    .map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** Something of the file's own text in a message: short, and on one line. */
export function excerpt(text: string): string {
  const visible = text.replaceAll(/[\p{C}\s]+/gu, ' ');
  return visible.length > 40 ? `${visible.slice(0, 40)}…` : visible;
}
