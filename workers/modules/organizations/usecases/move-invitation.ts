import type { AuditAction } from '#schema/contracts/audit.ts';
import type {
  InvitationLinked,
  InvitationMoved,
  OpenInvitation,
} from '#schema/contracts/invitations.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import type { JsonObject, Step } from '#workers/platform/database/change.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer, commitOrThrow } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { assertUnit } from '../grants.repository.ts';
import { LINK_DAYS, LINK_PREFIX, forgotten, isPending, standingOf } from '../invitations.domain.ts';
import {
  createInvitationNotFoundError,
  createInvitationWrongStateError,
  createOwnInvitationError,
} from '../invitations.errors.ts';
import { findInvitation, insertInvitation, updateInvitation } from '../invitations.repository.ts';
import type { StoredInvitation } from '../invitations.repository.ts';
import { assertLawful } from './give-grants.ts';

type Named = { readonly id: string; readonly version: number };
type Keyed = { readonly requestKey: RequestKey | undefined };

/** 提出邀请: a post at a unit for somebody new; it gives nothing before it is authorized. */
export async function openInvitation(request: {
  context: TenantContext;
  input: OpenInvitation & Keyed;
}): Promise<InvitationMoved> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.enroll', {});
  const { requestKey, organizationId, relation, addressee, ...asked } = input;
  assertLawful(input, 'tenant', context.locale);
  const id = context.ids.next('inv');
  const { personId, post, name } = context.actor;
  const invitation: StoredInvitation = {
    ...asked,
    id,
    state: 'asked',
    organizationId: organizationId ?? null,
    relation: relation ?? null,
    addressee: addressee || null,
    tokenHash: null,
    expiresAt: null,
    openedBy: personId,
    openedByPost: post ?? name,
    openedAt: context.clock.now(),
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
  };
  const unit = organizationId === undefined ? [] : [assertUnit(organizationId)];
  const { role, reason } = asked;
  const change = {
    steps: [...unit, insertInvitation(invitation)],
    audit: auditOf(context, 'invitation.open', id, {
      role,
      organizationId: invitation.organizationId,
      post: asked.post,
      reason,
    }),
  };
  return commitAnswer(context.writer, change, {
    answer: { id, state: 'asked', version: 1 },
    requestKey,
  });
}

/** 授权: the security administrator lets the post be given, not by the hand that asked for it. */
export async function authorizeInvitation(request: {
  context: TenantContext;
  input: Named & Keyed;
}): Promise<InvitationMoved> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.authorize', {});
  const stored = await loadInvitation(context, input, ['asked']);
  const { personId, post, name } = context.actor;
  if (stored.openedBy === personId) throw createOwnInvitationError();
  const update = {
    state: 'authorized' as const,
    authorizedBy: personId,
    authorizedByPost: post ?? name,
    authorizedAt: context.clock.now(),
  };
  return commitMove(context, stored, { action: 'invitation.authorize', update });
}

/** 制作链接: told once; a link made again makes the one before worthless. */
export async function linkInvitation(request: {
  context: TenantContext;
  input: Named;
}): Promise<InvitationLinked> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.enroll', {});
  const stored = await loadInvitation(context, input, ['authorized']);
  const token = context.ids.random(LINK_PREFIX);
  const expiresAt = context.clock.now() + LINK_DAYS * 86_400_000;
  const update = { tokenHash: await hashHex(token), expiresAt };
  const moved = await commitMove(context, stored, {
    action: 'invitation.link',
    update,
    facts: { expiresAt },
  });
  return { ...moved, token, expiresAt };
}

/** 撤销: whoever asks or authorizes may take it back while nobody has used it. */
export async function withdrawInvitation(request: {
  context: TenantContext;
  input: Named & { readonly reason: string };
}): Promise<InvitationMoved> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.manage', {});
  const stored = await loadInvitation(context, input, ['asked', 'authorized']);
  const at = context.clock.now();
  const update = { state: 'withdrawn' as const, closedAt: at, ...forgotten };
  const { reason } = input;
  return commitMove(context, stored, { action: 'invitation.withdraw', update, facts: { reason } });
}

async function loadInvitation(
  context: TenantContext,
  { id, version }: Named,
  states: readonly StoredInvitation['state'][],
): Promise<StoredInvitation> {
  const stored = await findInvitation(context.db, id);
  if (stored === undefined) throw createInvitationNotFoundError();
  if (!isPending(stored) || !states.includes(stored.state)) throw createInvitationWrongStateError();
  if (stored.version !== version) throw platformErrors['platform.stale_version']();
  return stored;
}

type Move = {
  readonly action: AuditAction;
  readonly update: Parameters<typeof updateInvitation>[1];
  readonly facts?: JsonObject;
};

async function commitMove(
  context: TenantContext,
  stored: StoredInvitation,
  { action, update, facts }: Move,
): Promise<InvitationMoved> {
  const { id, role, organizationId } = stored;
  const steps: Step[] = [updateInvitation(stored, update)];
  const audit = auditOf(context, action, id, { role, organizationId, ...facts });
  await commitOrThrow(context.writer, { steps, audit });
  const state = standingOf({ ...stored, ...update }, context.clock.now());
  return { id, state, version: stored.version + 1 };
}

const auditOf = (
  { actor, clock }: TenantContext,
  action: AuditAction,
  subjectId: string,
  facts: JsonObject,
) => ({
  action,
  actor: { kind: 'person' as const, id: actor.personId },
  subjectKind: 'invitation',
  subjectId,
  at: clock.now(),
  facts,
});
