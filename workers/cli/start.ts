import { parseArgs } from 'node:util';
import { readPort, serve } from './serve.ts';
import { readOutward } from './supervisor/outward.ts';
import { inWords, print, runCommand, warn } from './terminal.ts';

const help = {
  zh: `npm start                 安装、构建、启动并写入演示数据，打印地址和演示账号
  PORT=8788                 换一个端口（默认 8787）
  QINGFENG_DATA=目录        数据目录（默认 .qingfeng）
  BEHIND_PROXY=yes          前面有自己的代理，按其 X-Forwarded-For 识别来访地址
  MESSAGE_HOSTS=主机:端口   消息可以发往的主机，逗号分隔；不填则程序不连接任何外部网络
  MESSAGE_CA_FILE=文件      另外信任的证书颁发机构（PEM）`,
  en: `npm start                 installs, builds, starts and seeds; prints the address and demo accounts
  PORT=8788                 another port (8787 unless given)
  QINGFENG_DATA=FOLDER      where data is kept (.qingfeng unless given)
  BEHIND_PROXY=yes          a proxy of yours stands in front; its X-Forwarded-For says who calls
  MESSAGE_HOSTS=HOST:PORT   where messages may go, with commas; without it nothing leaves this machine
  MESSAGE_CA_FILE=FILE      a further authority for certificates (PEM)`,
};

await runCommand(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) return print(inWords(help));
  const { MESSAGE_HOSTS: hosts, MESSAGE_CA_FILE: caFile } = process.env;
  await serve({
    port: readPort(process.env.PORT),
    demoNow: process.env.DEMO_NOW,
    texts: {
      BEHIND_PROXY: process.env.BEHIND_PROXY === 'yes' ? 'yes' : 'no',
      MESSAGE_HOSTS: hosts ?? '',
    },
    outward: await readOutward({ hosts, caFile }, warn),
  });
  process.exit(0);
});
