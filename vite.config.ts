import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';
import { bundleWeights } from './web/bundle-weights.ts';
import { pdfAids } from './web/pdf-aids.ts';
import { pureSchemas } from './web/pure-schemas.ts';

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const apps = ['portal', 'console', 'oversight', 'platform'];

export default defineConfig({
  root: fromHere('web/apps'),
  publicDir: fromHere('web/ui/static'),
  base: '/',
  appType: 'mpa',
  plugins: [solid(), pureSchemas(), bundleWeights(fromHere('build/web/weights.json')), pdfAids()],
  worker: { format: 'es' },
  build: {
    target: 'chrome86',
    outDir: fromHere('build/web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    // Inlined assets would need data: in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(apps.map((app) => [app, fromHere(`web/apps/${app}/index.html`)])),
    },
  },
});
