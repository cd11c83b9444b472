// Runs on any Node from 20 on, before anything is installed: no dependency, no TypeScript.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const stamp = join(root, 'node_modules', '.qingfeng-lock');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function findProgram(name) {
  if (!/^[a-z][a-z-]*$/.test(name)) return undefined;
  return [`workers/cli/${name}.ts`, `workers/bench/${name}.ts`].find((path) =>
    existsSync(join(root, path)),
  );
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function lockHash() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256')
    .update(lock)
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

/** Whether what npm says it installed is what the lock file asks for, whoever ran npm. */
function isWhole() {
  const written = readText(join(root, 'node_modules', '.package-lock.json'));
  if (written === undefined || !existsSync(join(bin, 'node'))) return false;
  const found = JSON.parse(written).packages;
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).every(([path, asked]) => {
    if (path === '') return true;
    const has = found[path];
    if (has === undefined) return asked.optional === true || asked.devOptional === true;
    return has.version === asked.version && has.integrity === asked.integrity;
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** npm ci empties the folder first: two at once destroy it, so the second waits and looks again. */
async function withInstallLock(work) {
  const lock = join(root, '.qingfeng-install.lock');
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(readText(lock));
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, ...options });
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve({ code, signal });
    });
  });
}

function end({ code, signal }) {
  if (signal === null) process.exit(code ?? 1);
  process.kill(process.pid, signal);
}

async function install() {
  const hash = lockHash();
  if (readText(stamp) === hash && existsSync(join(bin, 'node'))) return;
  await withInstallLock(async () => {
    if (!isWhole()) {
      process.stderr.write('正在安装依赖 · installing dependencies (npm ci)\n');
      // npm tells its scripts which npm runs them, so that a second npm on the PATH is never mixed in.
      const npm = process.env.npm_execpath;
      const [program, ...prefix] = npm?.endsWith('npm-cli.js') ? [process.execPath, npm] : ['npm'];
      const args = [...prefix, 'ci', '--no-audit', '--no-fund'];
      const result = await run(program, args, { stdio: ['ignore', 2, 2] });
      if (result.code !== 0) {
        process.stderr.write('依赖安装失败 · npm ci failed, see above\n');
        return result;
      }
    }
    writeFileSync(stamp, hash);
  }).then((failed) => failed && end(failed));
}

function handOver(program, args) {
  return run(join(bin, 'node'), [program, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  });
}

const [name = '', ...args] = process.argv.slice(2);
const program = findProgram(name);
if (program === undefined) {
  process.stderr.write(`launch.mjs: no such command "${name}" in workers/cli\n`);
  process.exit(2);
}
await install();
end(await handOver(program, args));
