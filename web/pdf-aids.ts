import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What the PDF engine fetches by name, and only for the papers that need it. */
const folders: readonly (readonly [from: string, to: string, wanted: RegExp])[] = [
  ['cmaps', 'assets/pdf/cmaps', /\.bcmap$/u],
  ['standard_fonts', 'assets/pdf/fonts', /\.(?:pfb|ttf)$/u],
  ['wasm', 'assets/pdf/decoders', /nowasm_fallback\.js$/u],
];

/** Puts the engine's tables, fonts and decoders beside our own assets. */
export const pdfAids = (): Plugin => ({
  name: 'pdf-aids',
  apply: 'build',
  generateBundle() {
    const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    for (const [from, to, wanted] of folders) {
      for (const name of readdirSync(join(home, from)).filter((each) => wanted.test(each))) {
        const source = readFileSync(join(home, from, name));
        this.emitFile({ type: 'asset', fileName: `${to}/${name}`, source });
      }
    }
  },
});
