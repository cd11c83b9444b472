import {
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  copyFileSync,
} from 'node:fs';
import { join } from 'node:path';

const largest = 20 * 1024 * 1024;

/** Children append to their logs themselves; one that grew too long is kept once and begun anew. */
export function rotateLogs(directory: string, limit = largest): void {
  if (!existsSync(directory)) return;
  for (const name of readdirSync(directory)) {
    const path = join(directory, name);
    if (!name.endsWith('.log') || statSync(path).size <= limit) continue;
    copyFileSync(path, `${path}.1`);
    truncateSync(path);
  }
}

/** The last words of a log, for a person who asks why something did not start. */
export function readLogTail(path: string, lines = 15): string {
  if (!existsSync(path)) return '';
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
