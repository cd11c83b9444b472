import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { BulletinIssue, BulletinMoved } from '#schema/contracts/bulletins.ts';
import type { OrganizationKind } from '#schema/contracts/campaign/audience.ts';
import { findApproval, isApproved } from '#workers/modules/approvals/index.ts';
import { assertOwnScan, citeEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { findIssueFault } from '../bulletins.domain.ts';
import { bulletinsErrors } from '../bulletins.errors.ts';
import { BULLETIN_SENT } from '../bulletins.events.ts';
import { listUnitNames } from '../bulletins.repository.ts';
import { insertRecipients } from '../recipients.repository.ts';
import { hashText } from './approve-bulletin.ts';
import { commitBulletin } from './commit-bulletin.ts';
import type { Act } from './commit-bulletin.ts';
import { assertSeen, loadBulletin, loadWhole } from './load-bulletin.ts';
import type { WholeBulletin } from './load-bulletin.ts';

/** 签发登记: what the office gave the signed paper is typed back. No number is ever made here. */
export async function registerIssue(request: {
  context: TenantContext;
  input: Act & { issue: BulletinIssue };
}): Promise<BulletinMoved> {
  const { context, input } = request;
  const whole = await loadWhole(context, input.id, 'bulletins.draft');
  const replay = await findReplay<BulletinMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const { row } = whole;
  assertSeen(row, input.seenVersion);
  await assertSigned(context, whole);
  const { issue } = input;
  const at = context.clock.now();
  const fault = findIssueFault(row.kind, issue, dayAt(at));
  if (fault !== undefined) throw bulletinsErrors[`bulletins.${fault}`]();
  if (issue.evidenceId !== undefined) await assertOwnScan(context, issue.evidenceId);
  const place = { subjectKind: 'bulletin', subjectId: row.id, slot: 'issue' };
  const scans = issue.evidenceId === undefined ? [] : [issue.evidenceId];
  return commitBulletin(context, row, {
    update: { state: 'registered', issue, number: issue.number ?? null },
    action: 'bulletin.issue',
    facts: { number: issue.number, signedOn: issue.signedOn, printedOn: issue.printedOn },
    steps: citeEvidence(place, scans, at),
    requestKey: input.requestKey,
  });
}

async function assertSigned({ db }: TenantContext, whole: WholeBulletin): Promise<void> {
  const { state, approvalId } = whole.row;
  const approval = approvalId === null ? undefined : await findApproval(db, approvalId);
  if (state !== 'signed' || !isApproved(approval, await hashText(whole))) {
    throw bulletinsErrors['bulletins.not_signed']();
  }
}

/** 分发: to the open units chosen; units may be added later, and no receipt is lost by it. */
export async function sendBulletin(request: {
  context: TenantContext;
  input: Act & {
    kinds?: readonly OrganizationKind[] | undefined;
    units?: readonly string[] | undefined;
  };
}): Promise<BulletinMoved> {
  const { context, input } = request;
  const row = await loadBulletin(context, input.id, 'bulletins.draft');
  const replay = await findReplay<BulletinMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(row, input.seenVersion);
  if (row.state !== 'registered' && row.state !== 'sent') {
    throw bulletinsErrors['bulletins.not_registered']();
  }
  const units = (await listUnitNames(context.db)).filter(
    ({ id, kind, status }) =>
      status === 'open' && (input.kinds?.includes(kind) || input.units?.includes(id)),
  );
  if (units.length === 0) throw bulletinsErrors['bulletins.no_recipient']();
  const sentAt = context.clock.now();
  const recipients = units.map(({ id, name, order }) => ({
    bulletinId: row.id,
    organizationId: id,
    organizationName: name,
    organizationOrder: order,
    sentAt,
    signedForAt: null,
    signedForBy: null,
    signedForByPost: null,
  }));
  return commitBulletin(context, row, {
    update: { state: 'sent', sentAt: row.sentAt ?? sentAt },
    action: 'bulletin.send',
    facts: { units: units.length },
    steps: insertRecipients(recipients),
    events: [
      {
        type: BULLETIN_SENT,
        subjectId: row.id,
        payload: { bulletinId: row.id, units: units.map(({ id }) => id) },
      },
    ],
    requestKey: input.requestKey,
  });
}
