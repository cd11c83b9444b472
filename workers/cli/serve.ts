import { demoToday } from '#workers/demo/demo-today.ts';
import { roleWords } from '#workers/demo/world/role-words.ts';
import { provisionDemo, readDemoAccounts } from './seed-demo.ts';
import type { DemoAccount } from './seed-demo.ts';
import type { Runtime, RuntimeOptions } from './supervisor/runtime-options.ts';
import { startRuntime } from './supervisor/runtime.ts';
import { CommandError, formatTable, inWords, print, warn } from './terminal.ts';

export function readPort(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new CommandError({ zh: `PORT 不是端口号：${text}`, en: `PORT is no port number: ${text}` });
}

/** The table that a person reads: where to open it, in which post, with what. */
export function describeAccounts(accounts: readonly DemoAccount[]): string {
  if (accounts.length === 0) return '';
  const heading = inWords({
    zh: '地址,角色,单位,用户名,密码',
    en: 'address,role,organization,user name,password',
  }).split(',');
  return formatTable([
    heading,
    ...accounts.map(({ host, role, organization, username, password }) => [
      `http://${host}`,
      roleInWords(role),
      organization,
      username,
      password,
    ]),
  ]);
}

function roleInWords(role: string): string {
  const known = Object.entries(roleWords).find(([code]) => code === role);
  return known ? inWords(known[1]) : role;
}

function announce(runtime: Runtime): void {
  const accounts = describeAccounts(readDemoAccounts(runtime.layout));
  if (accounts !== '') print(`${accounts}\n`);
  if (!runtime.hasSeparateUsers) {
    print(
      inWords({
        zh: '两个 libSQL 服务进程（含专管区）由同一系统用户运行；正式部署请用不同用户。',
        en: 'Both libSQL servers, the sealed one included, run under one user; use two in production.',
      }),
    );
  }
  const seconds = ((runtime.timings.total ?? 0) / 1000).toFixed(1);
  const { baseHost } = runtime;
  print(
    inWords({
      zh: `清风已就绪（${seconds} 秒）：http://${baseHost}  按 Ctrl-C 停止`,
      en: `Qingfeng is ready (${seconds} s): http://${baseHost}  Ctrl-C stops it`,
    }),
  );
}

function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
  });
}

/** Serves until asked to stop; asking again while it stops changes nothing. */
export async function serve(
  options: RuntimeOptions,
  whileRunning?: (runtime: Runtime) => () => void,
): Promise<void> {
  const asked = untilAsked();
  const demoNow =
    options.demoNow === undefined || options.demoNow === '' ? demoToday : options.demoNow;
  const starting = startRuntime({
    populate: (databases, layout, baseHost) =>
      provisionDemo(databases, layout, { demoNow, baseHost }),
    ...options,
    demoNow,
    report: warn,
  });
  const first = await Promise.race([starting, asked.then(() => undefined)]);
  const runtime = first ?? (await starting);
  if (first !== undefined) {
    announce(runtime);
    const finish = whileRunning?.(runtime);
    await asked;
    finish?.();
  }
  await runtime.stop();
}
