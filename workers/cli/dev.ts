import { watch } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPort, serve } from './serve.ts';
import { repositoryRoot } from './supervisor/layout.ts';
import { createReloader } from './supervisor/reloader.ts';
import type { Runtime } from './supervisor/runtime-options.ts';
import { inWords, print, runCommand, warn } from './terminal.ts';

const help = {
  zh: 'npm run dev    与 npm start 相同，源文件变化后自动重新构建并重启服务',
  en: 'npm run dev    the same as npm start, built and started again when a source changes',
};

const watched = ['workers', 'web', 'schema', 'plugins'];
const quietFor = 150;
const matters = /\.(tsx?|css|html|svg|json)$/;

function watchSources(runtime: Runtime): () => void {
  const run = createReloader(runtime.reload, warn);
  let timer: NodeJS.Timeout | undefined;
  const watchers = watched.map((folder) =>
    watch(join(repositoryRoot, folder), { recursive: true }, (_event, file) => {
      if (file === null || !matters.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void run(), quietFor);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) return print(inWords(help));
  await serve({ port: readPort(process.env.PORT), demoNow: process.env.DEMO_NOW }, watchSources);
  process.exit(0);
});
