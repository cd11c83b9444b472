import type {
  AcceptInvitation,
  InvitationAccepted,
  Invited,
} from '#schema/contracts/invitations.ts';
import { accountConstraints, prepareAccount } from '#workers/modules/identity/index.ts';
import type { VisitorContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { isId } from '#workers/platform/ids.ts';
import { assertUnit, insertGrants } from '../grants.repository.ts';
import { LINK_PREFIX, forgotten, standingOf } from '../invitations.domain.ts';
import {
  createLinkExpiredError,
  createLinkUsedError,
  createLinkWithdrawnError,
  createUnknownLinkError,
} from '../invitations.errors.ts';
import { findInvitationByToken, updateInvitation } from '../invitations.repository.ts';
import type { InvitationRow } from '../invitations.repository.ts';
import { PERSON_JOINED } from '../organizations.events.ts';
import { findOrganization } from '../organizations.repository.ts';

type Bearer = { readonly token: string | undefined };

/** What a link is good for. Only who bears a link that once was right hears what became of it. */
export async function showInvited(request: {
  context: VisitorContext;
  input: Bearer;
}): Promise<Invited> {
  const { context, input } = request;
  const invitation = await openLink(context, input);
  const { organizationName, expiresAt, role, relation, post, username, validFrom } = invitation;
  return { role, organizationName, relation, post, username, from: validFrom, expiresAt };
}

/** The account, its post and the end of the link, in one change: of two at once one has it. */
export async function acceptInvitation(request: {
  context: VisitorContext;
  input: AcceptInvitation & Bearer;
}): Promise<InvitationAccepted> {
  const { context, input } = request;
  const invitation = await openLink(context, input);
  const { id, role, relation, organizationId, post } = invitation;
  const at = context.clock.now();
  const unit =
    organizationId === null ? undefined : await findOrganization(context.db, organizationId);
  if (organizationId !== null && unit?.status !== 'open') throw createLinkWithdrawnError();
  const { password } = input;
  // The name that a list set is the one by which a second import of it knows the person.
  const username = invitation.username ?? input.username;
  const place = organizationId === null ? {} : { organizationId };
  const account = { username, name: input.name || post, post, ...place, secret: { password } };
  const localWords = unit ? [unit.name, unit.shortName, post] : [post];
  const { personId, steps } = await prepareAccount(context, account, localWords);
  const grantId = context.ids.next('grt');
  const grant = { id: grantId, personId, role, relation, organizationId };
  const today = dayOf(at);
  const { validFrom, phoneSealed: sealed, phoneMasked: masked } = invitation;
  const from = validFrom !== null && validFrom > today ? validFrom : today;
  const limits = { tasks: null, sections: null, from, to: null };
  const phone = { invitationId: id, personId, sealed, masked };
  await commitOrThrow(
    context.writer,
    {
      steps: [
        updateInvitation(invitation, { state: 'used', closedAt: at, personId, ...forgotten }),
        ...(organizationId === null ? [] : [assertUnit(organizationId)]),
        ...steps,
        ...insertGrants([{ ...grant, ...limits }], at),
      ],
      audit: {
        action: 'invitation.accept',
        actor: { kind: 'person', id: personId },
        subjectKind: 'account',
        subjectId: personId,
        at,
        facts: { invitation: id, username, grant: grantId, role, organizationId },
      },
      events: sealed === null ? [] : [{ type: PERSON_JOINED, subjectId: personId, payload: phone }],
    },
    { constraints: accountConstraints },
  );
  return { username };
}

type OpenLink = InvitationRow & { readonly expiresAt: number };

async function openLink(context: VisitorContext, { token }: Bearer): Promise<OpenLink> {
  if (token === undefined || !isId(token, LINK_PREFIX)) throw createUnknownLinkError();
  const invitation = await findInvitationByToken(context.db, await hashHex(token));
  if (invitation === undefined) throw createUnknownLinkError();
  const { expiresAt } = invitation;
  const standing = standingOf(invitation, context.clock.now());
  if (standing === 'used') throw createLinkUsedError();
  if (standing === 'withdrawn') throw createLinkWithdrawnError();
  if (standing === 'expired') throw createLinkExpiredError();
  if (expiresAt === null) throw createUnknownLinkError();
  return { ...invitation, expiresAt };
}
