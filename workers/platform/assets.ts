export type AssetEntry = {
  type: string;
  size: number;
  hash: string;
  /** The name carries the content's hash: the file behind it never changes. */
  immutable: boolean;
  /** Sizes of the compressed copies that lie beside the file. */
  encodings: { br?: number; gzip?: number };
};

export type AssetManifest = { files: Record<string, AssetEntry> };

type AssetSource = { fetch(url: string, init?: RequestInit): Promise<Response> };
type Encoding = 'br' | 'gzip';

const suffixes: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };
const year = 31_536_000;

/** The best encoding that the client accepts and that was made at build. */
export function chooseEncoding(accepted: string | null, entry: AssetEntry): Encoding | undefined {
  const wanted = new Set<string>();
  for (const part of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim());
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) wanted.add(name);
  }
  if (wanted.has('br') && entry.encodings.br !== undefined) return 'br';
  if (wanted.has('gzip') && entry.encodings.gzip !== undefined) return 'gzip';
  return undefined;
}

function describe(entry: AssetEntry, encoding: Encoding | undefined): Headers {
  const headers = new Headers({
    'content-type': entry.type,
    'cache-control': entry.immutable ? `public, max-age=${year}, immutable` : 'no-cache',
    etag: `"${entry.hash}${encoding === undefined ? '' : `-${encoding}`}"`,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'content-length': String(encoding === undefined ? entry.size : entry.encodings[encoding]),
  });
  if (encoding !== undefined) headers.set('content-encoding', encoding);
  return headers;
}

function isKnown(request: Request, etag: string | null): boolean {
  const known = request.headers.get('if-none-match');
  if (known === null || etag === null) return false;
  return known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/**
 * Serves the built front end from a disk service or Cloudflare's assets. Only what the manifest of
 * the build names is ever asked for, so a path cannot lead anywhere else.
 */
export function createAssetServer(source: AssetSource) {
  // The list itself is kept, never the promise of it: another request must not wait for our I/O.
  let manifest: AssetManifest | undefined;

  const readManifest = async (): Promise<AssetManifest> => {
    if (manifest !== undefined) return manifest;
    const response = await source.fetch('http://assets/asset-manifest.json');
    if (!response.ok) throw new Error(`the front end was not built (${response.status})`);
    manifest = (await response.json()) as AssetManifest;
    return manifest;
  };

  return {
    /** Answers with the file at `path`, or nothing when the build has no such file. */
    async serve(request: Request, path: string): Promise<Response | undefined> {
      const { files } = await readManifest();
      const entry = Object.hasOwn(files, path) ? files[path] : undefined;
      if (entry === undefined) return undefined;
      const encoding = chooseEncoding(request.headers.get('accept-encoding'), entry);
      const headers = describe(entry, encoding);
      if (isKnown(request, headers.get('etag'))) {
        headers.delete('content-length');
        headers.delete('content-encoding');
        return new Response(null, { status: 304, headers });
      }
      if (request.method === 'HEAD') return new Response(null, { headers });
      const suffix = encoding === undefined ? '' : suffixes[encoding];
      const file = await source.fetch(`http://assets${path}${suffix}`);
      if (!file.ok)
        throw new Error(`${path}${suffix} is in the manifest, but answers ${file.status}`);
      return new Response(file.body, { headers, encodeBody: 'manual' });
    },
  };
}
