import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { repositoryRoot } from './supervisor/layout.ts';

/** An npm that installs nothing real: it says when it runs and puts a Node where npm would. */
const npmScript = (root: string, pauseSeconds: number) => `#!/bin/sh
echo begin >> "${root}/npm.log"
sleep ${pauseSeconds} & wait $!
mkdir -p "${root}/node_modules/.bin"
ln -sf "${process.execPath}" "${root}/node_modules/.bin/node"
cp "${root}/package-lock.json" "${root}/node_modules/.package-lock.json"
echo end >> "${root}/npm.log"
`;

function createCheckout(pauseSeconds = 0.3) {
  const root = mkdtempSync(join(tmpdir(), 'qingfeng-checkout-'));
  for (const folder of ['workers/cli', 'tools']) mkdirSync(join(root, folder), { recursive: true });
  cpSync(join(repositoryRoot, 'workers/cli/launch.mjs'), join(root, 'workers/cli/launch.mjs'));
  const setLock = (version: string) => {
    const packages = { '': {}, 'node_modules/hono': { version, integrity: `sha512-${version}` } };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  };
  setLock('1.0.0');
  writeFileSync(join(root, 'tools/npm'), npmScript(root, pauseSeconds), { mode: 0o755 });
  writeFileSync(join(root, 'workers/cli/echo.ts'), 'console.log(process.argv.slice(2).join());');
  writeFileSync(join(root, 'workers/cli/fail.ts'), 'process.exit(7);');
  const launch = (...args: string[]) => {
    const PATH = `${join(root, 'tools')}${delimiter}${process.env.PATH}`;
    const env = { ...process.env, PATH, npm_execpath: '' };
    return spawn(process.execPath, ['workers/cli/launch.mjs', ...args], { cwd: root, env });
  };
  const finish = async (...args: string[]) => {
    const child = launch(...args);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said: said.trim() };
  };
  const npmLog = () => {
    const path = join(root, 'npm.log');
    return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  };
  return { root, setLock, launch, finish, npmLog };
}

test('a fresh clone is installed once, and the command gets its words', async () => {
  const { finish, npmLog } = createCheckout();
  expect(await finish('echo', 'a', '--b')).toEqual({ code: 0, said: 'a,--b' });
  expect(await finish('echo', 'c')).toEqual({ code: 0, said: 'c' });
  expect(npmLog()).toEqual(['begin', 'end']);
});

test('commands started together on a fresh clone install it one time, never two at once', async () => {
  const { finish, npmLog } = createCheckout();
  const all = await Promise.all([finish('echo', '1'), finish('echo', '2'), finish('echo', '3')]);
  expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(npmLog()).toEqual(['begin', 'end']);
});

test('what npm itself installed already is taken as it is and never emptied', async () => {
  const { root, finish, npmLog } = createCheckout();
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  cpSync(join(root, 'package-lock.json'), join(root, 'node_modules/.package-lock.json'));
  cpSync(process.execPath, join(root, 'node_modules/.bin/node'));
  expect((await finish('echo', 'a')).code).toBe(0);
  expect(npmLog()).toEqual([]);
});

test('a lock file that asks for something else is installed anew', async () => {
  const { setLock, finish, npmLog } = createCheckout();
  await finish('echo');
  setLock('2.0.0');
  await finish('echo');
  expect(npmLog()).toEqual(['begin', 'end', 'begin', 'end']);
});

test('an install that is stopped leaves no npm behind', async () => {
  const { root, launch, npmLog } = createCheckout();
  writeFileSync(
    join(root, 'tools/npm'),
    `#!/bin/sh\ntrap 'kill $!; echo stopped >> "${root}/npm.log"; exit 143' TERM\necho begin >> "${root}/npm.log"\nsleep 30 & wait $!\n`,
    { mode: 0o755 },
  );
  const child = launch('echo');
  await vi.waitFor(() => expect(npmLog()).toEqual(['begin']), 5_000);
  child.kill('SIGTERM');
  await once(child, 'close');
  expect(npmLog()).toEqual(['begin', 'stopped']);
  expect(existsSync(join(root, '.qingfeng-install.lock'))).toBe(false);
});

test("the command's own end is passed on, and an unknown command installs nothing", async () => {
  const { finish, npmLog } = createCheckout();
  expect((await finish('../launch')).code).toBe(2);
  expect(npmLog()).toEqual([]);
  expect((await finish('fail')).code).toBe(7);
});
