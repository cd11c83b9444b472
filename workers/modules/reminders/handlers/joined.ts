import * as v from 'valibot';
import {
  LIAISON_WANTED,
  LiaisonWantedSchema,
  PERSON_JOINED,
  PersonJoinedSchema,
  aboutPhone,
} from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { saveContact } from '../channels.repository.ts';
import type { Messaging } from '../reminders-env.ts';
import { aboutContact } from '../usecases/deliver-message.ts';
import { tellAdministrators } from '../usecases/tell-administrators.ts';

type Context = TenantJobContext & { readonly messaging: Pick<Messaging, 'box'> };

/** The phone that stood on an invitation becomes the contact of who joined, closed anew. */
export function onPersonJoined(context: Context): OutboxHandler {
  return {
    name: 'reminders.joined',
    event: PERSON_JOINED,
    handle: async ({ event, mark }) => {
      const { box } = context.messaging;
      const { invitationId, personId, sealed, masked } = v.parse(PersonJoinedSchema, event.payload);
      const kind = 'phone' as const;
      const phone = await box.open(sealed, aboutPhone(invitationId));
      const closed = await box.seal(phone, aboutContact({ personId, kind }));
      const updatedAt = context.clock.now();
      const enteredBy = 'administrator' as const;
      await commitOrThrow(context.writer, {
        steps: [
          mark,
          saveContact({ personId, kind, sealed: closed, masked, enteredBy, updatedAt }),
        ],
        audit: {
          action: 'contact.save',
          actor: { kind: 'system', id: 'reminders.joined' },
          subjectKind: 'person',
          subjectId: personId,
          at: updatedAt,
          facts: { kind, invitation: invitationId },
        },
      });
    },
  };
}

export function onLiaisonWanted(context: TenantJobContext): OutboxHandler {
  return {
    name: 'reminders.liaison',
    event: LIAISON_WANTED,
    handle: ({ event, mark }) =>
      tellAdministrators(context, { ...v.parse(LiaisonWantedSchema, event.payload), mark }),
  };
}
