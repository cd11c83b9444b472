import { parseArgs } from 'node:util';
import { buildAll } from './bundle/build-all.ts';
import { inWords, print, runCommand } from './terminal.ts';

const help = {
  zh: `npm run build    构建服务端与界面（仅在源文件有变化时）`,
  en: `npm run build    builds the Worker and the screens, where their sources changed`,
};

await runCommand(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) return print(inWords(help));
  const begun = performance.now();
  const built = await buildAll();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const outcome = built.fresh
    ? { zh: '没有变化', en: 'nothing changed' }
    : { zh: '已构建', en: 'built' };
  print(`${inWords(outcome)} · ${seconds} s`);
});
