import * as v from 'valibot';
import {
  LIAISON_WANTED,
  LiaisonWantedSchema,
  PERSON_JOINED,
  PersonJoinedSchema,
} from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { keepPhone } from '../usecases/keep-phone.ts';
import type { KeepingContext } from '../usecases/keep-phone.ts';
import { tellAdministrators } from '../usecases/tell-administrators.ts';

export function onPersonJoined(context: KeepingContext): OutboxHandler {
  return {
    name: 'reminders.joined',
    event: PERSON_JOINED,
    handle: ({ event, mark }) =>
      keepPhone(context, { ...v.parse(PersonJoinedSchema, event.payload), mark }),
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
