import { aboutPhone } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { addContact, findContact } from '../channels.repository.ts';
import type { Messaging } from '../reminders-env.ts';
import { aboutContact } from './deliver-message.ts';

export type KeepingContext = TenantJobContext & { readonly messaging: Pick<Messaging, 'box'> };

/** The phone that stood on an invitation becomes the contact of who joined, unless there is one. */
export async function keepPhone(
  context: KeepingContext,
  input: { invitationId: string; personId: string; sealed: string; masked: string; mark: Step },
): Promise<void> {
  const { box } = context.messaging;
  const { invitationId, personId, masked, mark } = input;
  const kind = 'phone' as const;
  const phone = await box.open(input.sealed, aboutPhone(invitationId));
  const sealed = await box.seal(phone, aboutContact({ personId, kind }));
  const held = await findContact(context.db, { personId, kind });
  const updatedAt = context.clock.now();
  const enteredBy = 'administrator' as const;
  await commitOrThrow(context.writer, {
    steps: [mark, addContact({ personId, kind, sealed, masked, enteredBy, updatedAt })],
    audit: {
      action: 'contact.save',
      actor: { kind: 'system', id: 'reminders.joined' },
      subjectKind: 'person',
      subjectId: personId,
      at: updatedAt,
      facts: { kind, invitation: invitationId, added: held === undefined },
    },
  });
}
