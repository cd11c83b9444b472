import { existsSync } from 'node:fs';

/** The browser of this machine: `CHROMIUM`, or where Debian puts it. */
export function findChromium(): string {
  const found = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
  if (found === undefined) throw new Error('no Chromium: set CHROMIUM or install chromium');
  return found;
}
