import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { createIds } from '#workers/platform/ids.ts';
import { LINK_PREFIX } from './invitations.domain.ts';
import { insertInvitation } from './invitations.repository.ts';
import type { StoredInvitation } from './invitations.repository.ts';

/** An invitation as it would stand after others have done their part. */
export async function openTestInvitation(
  { database, people, units }: TestSite,
  changes: Partial<StoredInvitation> = {},
): Promise<string> {
  const at = database.clock.now();
  const id = createIds(database.clock).next('inv');
  const invitation: StoredInvitation = {
    id,
    state: 'asked',
    organizationId: units['hospital'] ?? null,
    role: 'hospital-clerk',
    relation: null,
    post: '行风办填报岗',
    addressee: '院办公室',
    reason: '新任联络员',
    tokenHash: null,
    expiresAt: null,
    openedBy: people['system-admin'] ?? '',
    openedByPost: '系统管理员',
    openedAt: at,
    authorizedBy: null,
    authorizedByPost: null,
    authorizedAt: null,
    closedAt: null,
    personId: null,
    importId: null,
    username: null,
    validFrom: null,
    phoneSealed: null,
    phoneMasked: null,
    version: 1,
    ...changes,
  };
  await commitOrThrow(database.writer, {
    steps: [insertInvitation(invitation)],
    audit: {
      action: 'invitation.open',
      actor: { kind: 'system', id: 'test' },
      subjectKind: 'invitation',
      subjectId: id,
      at,
      facts: {},
    },
  });
  return id;
}

/** A link that opens. */
export async function testLink(site: TestSite): Promise<string> {
  const token = createIds(site.database.clock).random(LINK_PREFIX);
  const expiresAt = site.database.clock.now() + 60_000;
  await openTestInvitation(site, {
    state: 'authorized',
    tokenHash: await hashHex(token),
    expiresAt,
  });
  return token;
}
