import * as v from 'valibot';
import { BULLETIN_SENT } from '#workers/modules/bulletins/index.ts';
import { PETITION_ANSWERED, PETITION_FILED } from '#workers/modules/petitions/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { OutboxHandler } from '#workers/platform/outbox/dispatch-outbox.ts';
import { BULLETIN_TOLD } from '../reminders.events.ts';
import { tellPaper, tellPetitionAnswered, tellPetitionFiled } from '../usecases/tell-papers.ts';

const BulletinSchema = v.object({ bulletinId: v.string(), after: v.optional(v.string(), '') });
const PetitionSchema = v.object({ petitionId: v.string() });

type Handling = Parameters<OutboxHandler['handle']>[0];

const onPaper = (event: string) => (context: TenantJobContext) => ({
  name: 'reminders.paper',
  event,
  handle: ({ event: { payload }, mark }: Handling) =>
    tellPaper(context, { ...v.parse(BulletinSchema, payload), mark }),
});
export const onBulletinSent = onPaper(BULLETIN_SENT);
export const onBulletinTold = onPaper(BULLETIN_TOLD);

export function onPetitionFiled(context: TenantJobContext): OutboxHandler {
  return {
    name: 'reminders.petition-filed',
    event: PETITION_FILED,
    handle: ({ event: { payload }, mark }) =>
      tellPetitionFiled(context, { ...v.parse(PetitionSchema, payload), mark }),
  };
}

export function onPetitionAnswered(context: TenantJobContext): OutboxHandler {
  return {
    name: 'reminders.petition-answered',
    event: PETITION_ANSWERED,
    handle: ({ event: { payload }, mark }) =>
      tellPetitionAnswered(context, { ...v.parse(PetitionSchema, payload), mark }),
  };
}
