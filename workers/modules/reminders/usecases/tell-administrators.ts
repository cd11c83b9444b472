import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { listCommissionHolders } from '../messages.repository.ts';
import { notify } from './notify.ts';

/** The system administrators learn that a unit has nobody who fills in; once a unit and day. */
export async function tellAdministrators(
  context: TenantJobContext,
  input: { organizationId: string; unit: string; byPost: string; on: string; mark: Step },
): Promise<void> {
  const { organizationId, unit, byPost, on, mark } = input;
  const day = dayAt(context.clock.now());
  const recipients = await listCommissionHolders(context.db, { roles: ['system-admin'], day });
  await notify(context, {
    mark,
    by: 'reminders.liaison',
    subject: { kind: 'organization', id: organizationId },
    recipients,
    noticeOf: () => ({
      category: 'security',
      occasion: `liaison:${organizationId}:${on}`,
      title: { zh: '请邀请联络员', en: 'A unit needs somebody who fills in' },
      body: {
        zh: `${byPost}提出：${unit}没有联络员，请核实人选后提出邀请。`,
        en: `${byPost} asks: ${unit} has nobody who fills in. Please invite somebody.`,
      },
      href: `/console/organizations/without-liaison`,
      items: 1,
    }),
  });
}
