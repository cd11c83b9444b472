import { createEvidenceStorage } from '../create-evidence-storage.ts';
import { EvidenceSizeError } from '../evidence-storage.ts';

type StorageBindings = Parameters<typeof createEvidenceStorage>[0];

/**
 * A Worker that does what it is asked with the storage of its deployment, so that a suite outside
 * can ask. The entry of a bundle of its own (`evidence-storage.runtime.test.ts`): no module imports it.
 */
async function answer(request: Request, bindings: StorageBindings): Promise<Response> {
  const storage = createEvidenceStorage(bindings);
  const url = new URL(request.url);
  const key = url.searchParams.get('key') ?? '';
  const size = Number(url.searchParams.get('size'));
  const offset = url.searchParams.get('offset');
  switch (url.pathname) {
    case '/put': {
      const body = request.body ?? new Uint8Array();
      await storage.put(key, body, size);
      return new Response(null, { status: 204 });
    }
    case '/get': {
      const range =
        offset === null
          ? undefined
          : { offset: Number(offset), length: Number(url.searchParams.get('length')) };
      const stored = await storage.get(key, range);
      if (stored === undefined) return new Response(null, { status: 404 });
      return new Response(stored.body, { headers: { 'x-size': String(stored.size) } });
    }
    case '/measure':
      return Response.json((await storage.measure(key)) ?? null);
    case '/delete':
      await storage.delete(key);
      return new Response(null, { status: 204 });
    default:
      return Response.json(await storage.list(key));
  }
}

const worker: ExportedHandler<StorageBindings> = {
  async fetch(request, bindings) {
    try {
      return await answer(request, bindings);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      return new Response(name, { status: error instanceof EvidenceSizeError ? 422 : 500 });
    }
  },
};

export default worker;
