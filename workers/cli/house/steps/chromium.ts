import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { CommandError } from '../../terminal.ts';

const packages = ['chromium', 'fonts-noto-cjk'];

export function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  if (env.CHROMIUM) return exists(env.CHROMIUM) ? env.CHROMIUM : undefined;
  return exists('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}

function mayInstall(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function installPackages(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 2, 2] as ['ignore', number, number] };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
}

/** The browser of the journeys, installed where that is possible, or one line that says what is missing. */
export function requireChromium(): string {
  const isReady = () => findChromium() !== undefined && hasChineseFont();
  if (!isReady() && mayInstall()) installPackages();
  const chromium = findChromium();
  if (chromium && hasChineseFont()) return chromium;
  throw new CommandError({
    zh: '浏览器走查需要 Chromium 和中文字体：请安装 chromium 与 fonts-noto-cjk，或用环境变量 CHROMIUM 指明浏览器位置。',
    en: 'The browser journeys need Chromium and a Chinese font: install chromium and fonts-noto-cjk, or name the browser in CHROMIUM.',
  });
}
