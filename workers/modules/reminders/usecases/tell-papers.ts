import { dayAt } from '#plugins/sdk/dates/days.ts';
import { findBulletin } from '#workers/modules/bulletins/index.ts';
import { findPetition } from '#workers/modules/petitions/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { listPaperUnits } from '../addressees.repository.ts';
import { listCommissionHolders, listHolders } from '../messages.repository.ts';
import { BULLETIN_TOLD } from '../reminders.events.ts';
import { notify } from './notify.ts';
import { addresseesAtOnce } from './tell-units.ts';

const receiving = ['hospital-clerk', 'bureau-reviewer'] as const;
const handling = {
  commission: ['commission-drafter', 'commission-checker'],
  bureau: ['bureau-reviewer'],
} as const;

/** The contacts of each unit learn that a paper of the office arrived, a part of them at a time. */
export async function tellPaper(
  context: TenantJobContext,
  input: { bulletinId: string; after: string; mark: Step },
): Promise<void> {
  const { bulletinId, after } = input;
  const { db, clock } = context;
  const paper = await findBulletin(db, bulletinId);
  const limit = addresseesAtOnce;
  const units = paper ? await listPaperUnits(db, { bulletinId, after, limit }) : [];
  const last = units.length < limit ? undefined : units.at(-1);
  const title = paper?.head.title ?? '';
  const day = dayAt(clock.now());
  await notify(context, {
    mark: input.mark,
    by: 'reminders.paper',
    subject: { kind: 'bulletin', id: bulletinId },
    facts: { after, units: units.length },
    recipients:
      units.length === 0
        ? []
        : await listHolders(db, { organizationIds: units, roles: receiving, day }),
    events:
      last === undefined
        ? []
        : [{ type: BULLETIN_TOLD, subjectId: bulletinId, payload: { bulletinId, after: last } }],
    noticeOf: ({ organizationId }) => ({
      category: 'urged',
      occasion: `bulletin:${bulletinId}:${organizationId}`,
      title: { zh: '收到文件，请签收', en: 'A paper arrived; sign for it' },
      body: {
        zh: `《${title}》已发到你单位，请查阅并签收。`,
        en: `“${title}” was sent to your unit. Read it and sign for it.`,
      },
      href: `/bulletins/${bulletinId}/${organizationId}`,
      items: 1,
    }),
  });
}

/** Who handles papers from below at the office learns that one arrived. */
export async function tellPetitionFiled(
  context: TenantJobContext,
  input: { petitionId: string; mark: Step },
): Promise<void> {
  const { db, clock } = context;
  const petition = await findPetition(db, input.petitionId);
  const day = dayAt(clock.now());
  const office = petition?.addresseeId ?? '';
  const holders =
    office === ''
      ? await listCommissionHolders(db, { roles: handling.commission, day })
      : await listHolders(db, { organizationIds: [office], roles: handling.bureau, day });
  await notify(context, {
    mark: input.mark,
    by: 'reminders.petition-filed',
    subject: { kind: 'petition', id: input.petitionId },
    recipients: holders.map((each) => ({ ...each, channel: null })),
    noticeOf: () =>
      petition && {
        category: 'urged',
        occasion: `petition:${petition.id}:${petition.filedAt}`,
        title: { zh: '收到下级来文', en: 'A paper came from below' },
        body: {
          zh: `${petition.organizationName}报来《${petition.filedContent?.title ?? ''}》，请办理。`,
          en: `${petition.organizationName} filed “${petition.filedContent?.title ?? ''}”.`,
        },
        href: `/console/petitions/${petition.id}`,
        items: 1,
      },
  });
}

/** The contacts of the unit learn that the office answered. */
export async function tellPetitionAnswered(
  context: TenantJobContext,
  input: { petitionId: string; mark: Step },
): Promise<void> {
  const { db, clock } = context;
  const petition = await findPetition(db, input.petitionId);
  const organizationIds = petition === undefined ? [] : [petition.organizationId];
  const day = dayAt(clock.now());
  await notify(context, {
    mark: input.mark,
    by: 'reminders.petition-answered',
    subject: { kind: 'petition', id: input.petitionId },
    recipients:
      petition === undefined
        ? []
        : await listHolders(db, { organizationIds, roles: receiving, day }),
    noticeOf: () =>
      petition && {
        category: 'urged',
        occasion: `answer:${petition.id}:${petition.answeredAt}`,
        title: { zh: '来文已有答复', en: 'The office answered' },
        body: {
          zh: `你单位报送的《${petition.filedContent?.title ?? ''}》已答复，请签收。`,
          en: `“${petition.filedContent?.title ?? ''}” of your unit was answered. Sign for it.`,
        },
        href: `/petitions/${petition.id}`,
        items: 1,
      },
  });
}
