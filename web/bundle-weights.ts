import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Weight = { files: number; raw: number; gzip: number; brotli: number };
type Chunk = Rolldown.OutputChunk;

const weigh = (chunks: readonly Chunk[]): Weight => {
  const total: Weight = { files: chunks.length, raw: 0, gzip: 0, brotli: 0 };
  for (const { code } of chunks) {
    total.raw += Buffer.byteLength(code);
    total.gzip += gzipSync(code, { level: 9 }).length;
    total.brotli += brotliCompressSync(code).length;
  }
  return total;
};

/** What the browser must have before the first chunk can run: the chunk and all it imports statically. */
const closure = (start: Chunk, chunks: ReadonlyMap<string, Chunk>): Set<Chunk> => {
  const found = new Set<Chunk>();
  const waiting = [start];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const file of next.imports) {
      const imported = chunks.get(file);
      if (imported) waiting.push(imported);
    }
  }
  return found;
};

const reachablePages = (first: ReadonlySet<Chunk>, chunks: ReadonlyMap<string, Chunk>) =>
  [...first].flatMap((chunk) => chunk.dynamicImports).flatMap((file) => chunks.get(file) ?? []);

const describe = (entry: Chunk, chunks: ReadonlyMap<string, Chunk>) => {
  const first = closure(entry, chunks);
  const pages = reachablePages(first, chunks).map((page) => {
    const added = [...closure(page, chunks)].filter((chunk) => !first.has(chunk));
    return [page.name, weigh(added)] as const;
  });
  return { firstLoad: weigh([...first]), pages: Object.fromEntries(pages) };
};

/** Writes per application the compressed script of its first load and of each page loaded later. */
export const bundleWeights = (target: string): Plugin => ({
  name: 'bundle-weights',
  apply: 'build',
  writeBundle(_options, bundle) {
    const chunks = new Map<string, Chunk>();
    for (const [file, output] of Object.entries(bundle)) {
      if (output.type === 'chunk') chunks.set(file, output);
    }
    const entries = [...chunks.values()].filter((chunk) => chunk.isEntry);
    const report = Object.fromEntries(
      entries.map((entry) => [entry.name, describe(entry, chunks)]),
    );
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${JSON.stringify(report, null, 2)}\n`);
  },
});
