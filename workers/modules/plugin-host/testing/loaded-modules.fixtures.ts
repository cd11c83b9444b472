import { registerHooks } from 'node:module';

/** Every file of ours that this process has really loaded, in its order. */
const loaded: string[] = [];
registerHooks({
  load(url, context, next) {
    if (url.includes('/plugins/')) loaded.push(url.slice(url.indexOf('/plugins/') + 1));
    return next(url, context);
  },
});

const { loadEdition, listPlugins } = await import('../plugins.ts');
const [slug = '', year = ''] = process.argv.slice(2);
const before = [...loaded];
const known = listPlugins().map(({ id, editions }) => ({
  id,
  years: editions.map((each) => each.year),
}));
if (slug !== '') await loadEdition({ plugin: { id: slug, version: '1.0.0' } }, Number(year));
process.stdout.write(JSON.stringify({ before, known, loaded }));
