import type { StoredEmblem } from '#schema/contracts/tenant-branding.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { findEmblem, insertEmblem } from '../branding.repository.ts';
import type { TenantContext, VisitorContext } from '../context.ts';
import { readEmblem } from '../emblem.domain.ts';
import { brandingErrors } from '../tenants.errors.ts';

/** Takes in a picture by its content; it shows on no page before the site is saved with it. */
export async function keepEmblem(request: {
  context: TenantContext;
  input: { file: Uint8Array<ArrayBuffer> };
}): Promise<StoredEmblem> {
  const { context, input } = request;
  assertCan(context.actor, 'tenant.configure', {});
  const outcome = await readEmblem(input.file);
  if (outcome.status !== 'read') throw brandingErrors[`tenants.${outcome.status}`]();
  const { bytes, width, height } = outcome.emblem;
  const hash = await hashHex(bytes);
  const at = context.clock.now();
  const { personId } = context.actor;
  const content = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  await commitOrThrow(context.writer, {
    steps: [insertEmblem({ hash, content, width, height, keptBy: personId, keptAt: at })],
    audit: {
      action: 'tenant.keep-emblem',
      actor: { kind: 'person', id: personId },
      subjectKind: 'tenant',
      subjectId: context.tenant.slug,
      at,
      facts: { hash, width, height, bytes: bytes.length },
    },
  });
  return { hash, width, height, bytes: bytes.length };
}

/** The picture behind a hash, for everybody: it stands in the head of a public page. */
export async function openEmblem(request: {
  context: Pick<VisitorContext, 'db'>;
  input: { hash: string };
}): Promise<Uint8Array<ArrayBuffer>> {
  const row = await findEmblem(request.context.db, request.input.hash);
  if (row === undefined) throw brandingErrors['tenants.emblem_not_found']();
  return Uint8Array.from(atob(row.content), (character) => character.charCodeAt(0));
}
