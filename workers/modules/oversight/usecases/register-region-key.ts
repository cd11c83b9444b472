import { listMirroredTenants } from '#workers/modules/tenants/index.ts';
import type { ControlVisitorContext } from '#workers/modules/tenants/index.ts';
import { keyIdOf } from '#workers/platform/crypto/key-id.ts';
import type { StoredKey } from '#workers/platform/crypto/signature.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { findRegionKey, insertRegionKey } from '../oversight.repository.ts';

type Context = Pick<ControlVisitorContext, 'db' | 'writer' | 'clock'>;

/**
 * Writes down the public half of the key with which a region signs. An earlier key stays, so that
 * what it signed can be verified later. Safe to repeat.
 */
export async function registerRegionKey(request: {
  context: Context;
  input: { slug: string; key: Pick<StoredKey, 'algorithm' | 'publicKey'> };
}): Promise<string> {
  const { context, input } = request;
  const { slug, key } = input;
  const tenants = await listMirroredTenants(context.db);
  if (!tenants.some((tenant) => tenant.slug === slug)) throw new Error(`no tenant named ${slug}`);
  const keyId = await keyIdOf(key.publicKey);
  const known = await findRegionKey(context.db, keyId);
  if (known !== undefined && known.slug !== slug) {
    throw new Error(`the key of ${slug} is the key of ${known.slug}`);
  }
  if (known !== undefined) return keyId;
  const { algorithm, publicKey } = key;
  const at = context.clock.now();
  await commitOrThrow(context.writer, {
    steps: [insertRegionKey({ keyId, slug, algorithm, publicKey, validFrom: at })],
    audit: {
      action: 'credential.create',
      actor: { kind: 'operator', id: null },
      subjectKind: 'region-key',
      subjectId: keyId,
      at,
      facts: { slug, algorithm, publicKey },
    },
  });
  return keyId;
}
