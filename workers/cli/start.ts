import { parseArgs } from 'node:util';
import { readPort, serve } from './serve.ts';
import { inWords, print, runCommand } from './terminal.ts';

const help = {
  zh: `npm start                 安装、构建、启动并写入演示数据，打印地址和演示账号
  PORT=8788                 换一个端口（默认 8787）
  QINGFENG_DATA=目录        数据目录（默认 .qingfeng）
  BEHIND_PROXY=yes          前面有自己的代理，按其 X-Forwarded-For 识别来访地址`,
  en: `npm start                 installs, builds, starts and seeds; prints the address and demo accounts
  PORT=8788                 another port (8787 unless given)
  QINGFENG_DATA=FOLDER      where data is kept (.qingfeng unless given)
  BEHIND_PROXY=yes          a proxy of yours stands in front; its X-Forwarded-For says who calls`,
};

await runCommand(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) return print(inWords(help));
  await serve({
    port: readPort(process.env.PORT),
    demoNow: process.env.DEMO_NOW,
    texts: { BEHIND_PROXY: process.env.BEHIND_PROXY === 'yes' ? 'yes' : 'no' },
  });
  process.exit(0);
});
