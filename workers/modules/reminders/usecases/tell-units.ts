import { dayAt } from '#plugins/sdk/dates/days.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { findSubmission } from '#workers/modules/submissions/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { listAddressees } from '../addressees.repository.ts';
import { listHolders } from '../messages.repository.ts';
import { REQUEST_TOLD } from '../reminders.events.ts';
import { findIssued, findUrge } from '../urges.repository.ts';
import { notify } from './notify.ts';

const contactRoles = ['hospital-clerk', 'bureau-reviewer'] as const;
/** Addressees that one delivery of an event tells; a further event goes on. */
export const addresseesAtOnce = 100;

const holdersOf = ({ db, clock }: TenantJobContext, organizationIds: readonly string[]) =>
  listHolders(db, { organizationIds, roles: contactRoles, day: dayAt(clock.now()) });

/** The contacts of an urged unit are told at once. */
export async function tellUrged(
  context: TenantJobContext,
  input: { urgeId: string; mark: Step },
): Promise<void> {
  const urge = await findUrge(context.db, input.urgeId);
  const recipients = urge === undefined ? [] : await holdersOf(context, [urge.organizationId]);
  await notify(context, {
    mark: input.mark,
    by: 'reminders.urged',
    subject: { kind: 'urge', id: input.urgeId },
    recipients,
    noticeOf: () =>
      urge && {
        category: 'urged',
        occasion: `urge:${urge.id}`,
        title: { zh: '催办', en: 'Urged to file' },
        body: urge.words,
        href: '/',
        items: urge.items,
      },
  });
}

/** The contacts of a unit learn that a filing came back; by a channel they learn it in the digest. */
export async function tellReturned(
  context: TenantJobContext,
  input: { submissionId: string; revision: number; mark: Step },
): Promise<void> {
  const submission = await findSubmission(context.db, input.submissionId);
  const recipients = submission ? await holdersOf(context, [submission.organizationId]) : [];
  const inside = recipients.map((each) => ({ ...each, channel: null }));
  await notify(context, {
    mark: input.mark,
    by: 'reminders.returned',
    subject: { kind: 'submission', id: input.submissionId },
    recipients: inside,
    noticeOf: () =>
      submission && {
        category: 'urged',
        occasion: `returned:${submission.id}:${input.revision}`,
        title: { zh: '报送件退回待改', en: 'A filing was returned' },
        body: {
          zh: `有一个报送件退回，需修改${submission.pointsToMend}处，请按意见修改后重新报送。`,
          en: `A filing was returned with ${submission.pointsToMend} points to mend.`,
        },
        href: `/submissions/${submission.id}`,
        items: 1,
      },
  });
}

/** The addressees of a request are told when it goes out, a part at a time. */
export async function tellAddressees(
  context: TenantJobContext,
  input: { requestId: string; after: string; mark: Step },
): Promise<void> {
  const { requestId, after } = input;
  const request = await findIssued(context.db, requestId);
  const limit = addresseesAtOnce;
  const units = request ? await listAddressees(context.db, { requestId, after, limit }) : [];
  const last = units.length < addresseesAtOnce ? undefined : units.at(-1);
  const title = request?.content.title ?? '';
  await notify(context, {
    mark: input.mark,
    by: 'reminders.request',
    subject: { kind: 'request', id: requestId },
    facts: { after, units: units.length },
    recipients: units.length === 0 ? [] : await holdersOf(context, units),
    events:
      last === undefined
        ? []
        : [{ type: REQUEST_TOLD, subjectId: requestId, payload: { requestId, after: last } }],
    noticeOf: ({ organizationId }) => ({
      category: 'urged',
      occasion: `request:${requestId}:${organizationId}`,
      title: { zh: '收到临时任务', en: 'A request arrived' },
      body: {
        zh: `《${textIn(title, 'zh-CN').value}》已发到你单位，请签收并按时回复。`,
        en: `“${textIn(title, 'en').value}” was sent to your unit. Sign for it and reply in time.`,
      },
      href: `/requests/${requestId}/${organizationId}`,
      items: 1,
    }),
  });
}
