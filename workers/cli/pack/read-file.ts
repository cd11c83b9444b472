import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { packLimits } from '#plugins/sdk/packs/limits.ts';
import type { PackProblem } from '#plugins/sdk/packs/problem.ts';
import { readPack, type PackReading } from '#plugins/sdk/packs/read-pack.ts';
import { CommandError, inWords } from '../terminal.ts';

const kinds = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
} as const;

/** Never more than the limit and one byte, so that a device or a growing file ends too. */
function readBounded(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).isDirectory()) throw new Error('a folder');
    const bytes = new Uint8Array(packLimits.bytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

export function readPackFile(path: string): Promise<PackReading> {
  try {
    return readPack(readBounded(path));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError({
      zh: `读不了文件 ${path}：${reason}`,
      en: `cannot read ${path}: ${reason}`,
    });
  }
}

/** `错误 方案.json:12 /campaign/tasks/0/title 原因。改法：…` */
export function printProblem(file: string, problem: PackProblem): string {
  const { severity, path, line, message, mend } = problem;
  const kind = inWords(kinds[severity]);
  const place = `${file}:${line}${path === '' ? '' : ` ${path}`}`;
  return inWords({
    zh: `${kind} ${place}\n    ${message.zh}。改法：${mend.zh}`,
    en: `${kind} ${place}\n    ${message.en}. Mend: ${mend.en}`,
  });
}

/** A file that must be good; otherwise everything wrong with it ends the command with 1. */
export async function requirePack(path: string) {
  const reading = await readPackFile(path);
  if (reading.ok) return reading;
  const lines = reading.problems.map((problem) => printProblem(path, problem)).join('\n');
  throw new CommandError({
    zh: `${lines}\n文件不能使用：${reading.problems.length} 处错误`,
    en: `${lines}\nThe file cannot be used: ${reading.problems.length} problems`,
  });
}
