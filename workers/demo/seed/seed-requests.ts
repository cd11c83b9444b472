import type { RequestContent, RequestMoved } from '#schema/contracts/requests.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import {
  fileReply,
  issueRequest,
  listMine,
  openRequest,
  saveReply,
  signRequest,
  submitRequest,
} from '#workers/modules/requests/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { sweepOutbox } from '#workers/platform/outbox/dispatch-outbox.ts';
import { consumablesRequest, lettersRequest } from '../world/request-texts.ts';
import { actAs } from './act-as.ts';
import { contextAt, morningOf } from './demo-tenant.ts';
import type { DemoTenant } from './demo-tenant.ts';
import { seedEvidence } from './seed-evidence.ts';
import { readUnitIds } from './seed-units.ts';

const acknowledged = ['dates.rest-day', 'forms.asked-twice', 'forms.already-held'];

/** A stage that broke off is taken up again: what was done answers for itself. */
function keyOf(...parts: readonly string[]) {
  const key = `demo-request-${parts.join('-')}`;
  return { key, requestHash: key };
}

/** One request of the commission, and one of a bureau where the region has one. */
export async function seedRequests(tenant: DemoTenant): Promise<{ requests: number }> {
  const { world } = tenant;
  const units = await readUnitIds(tenant);
  const unitOf = (username: string) =>
    units.get(world.accounts.find((each) => each.username === username)?.units?.[0] ?? '');
  const hospital = unitOf('clerk');
  const bureau = unitOf('bureau');
  if (hospital === undefined) return { requests: 0 };
  await issueOfCommission(tenant, hospital);
  if (bureau !== undefined) {
    await issueOfBureau(tenant, bureau);
    await replyOf(tenant, hospital);
  }
  const context = contextAt(tenant, world.now);
  await sweepOutbox({ ...context, writer: tenant.writer, handlers: [], workMs: Infinity });
  return { requests: bureau === undefined ? 1 : 2 };
}

/** The context of a post of one unit, with what stands under it where it is a bureau. */
async function asPostOf(
  tenant: DemoTenant,
  { username, unitId, instant }: { username: string; unitId: string; instant: number },
): Promise<TenantContext> {
  const context = await actAs(tenant, username, instant);
  const path = (await findOrganization(tenant.db, unitId))?.paths.territory ?? null;
  const place = { organizationId: unitId, relation: 'territory' as const, path };
  const grants = context.actor.grants.map((grant) => ({ ...grant, ...place }));
  return { ...context, actor: { ...context.actor, organizationId: unitId, grants } };
}

async function draft(
  context: TenantContext,
  { key, content, issuer }: { key: string; content: RequestContent; issuer?: string },
): Promise<RequestMoved> {
  const input = { content, issuer, requestKey: keyOf(key, 'open') };
  const { id, version } = await openRequest({ context, input });
  const submit = { id, seenVersion: version, acknowledged, requestKey: keyOf(key, 'submit') };
  return submitRequest({ context, input: submit });
}

async function issueOfCommission(tenant: DemoTenant, hospital: string): Promise<void> {
  const { world } = tenant;
  const instant = morningOf(world, '06-29');
  const drafter = await actAs(tenant, 'drafter', instant);
  const named = [{ organizationId: hospital, part: 'reply' as const }];
  const content = consumablesRequest(world.year, named);
  let moved = await draft(drafter, { key: 'commission', content });
  for (const [username, stepKey] of [
    ['checker', 'check'],
    ['countersigner', 'countersign'],
    ['signer', 'sign'],
  ] as const) {
    const { id, version: seenVersion } = moved;
    const requestKey = keyOf('commission', stepKey);
    const context = await actAs(tenant, username, instant);
    moved = await signRequest({ context, input: { id, stepKey, seenVersion, requestKey } });
  }
  const { id, version: seenVersion } = moved;
  const requestKey = keyOf('commission', 'issue');
  await issueRequest({ context: drafter, input: { id, seenVersion, requestKey } });
}

/** A bureau has one desk on line: its leaders sign the paper, and the desk registers the scan. */
async function issueOfBureau(tenant: DemoTenant, bureau: string): Promise<void> {
  const { world, db } = tenant;
  const instant = morningOf(world, '07-02');
  const context = await asPostOf(tenant, { username: 'bureau', unitId: bureau, instant });
  const name = (await findOrganization(db, bureau))?.name ?? '';
  const papers = await seedEvidence(tenant, [{ id: bureau, name }]);
  const evidenceId = papers.get(bureau)?.id ?? '';
  const content = lettersRequest(world.year);
  let moved = await draft(context, { key: 'bureau', content, issuer: bureau });
  for (const [stepKey, signerPost] of [
    ['countersign', '办公室主任'],
    ['sign', '分管副局长'],
  ] as const) {
    const { id, version: seenVersion } = moved;
    const paper = { signedOn: `${world.year}-07-02`, signerPost, evidenceId };
    const requestKey = keyOf('bureau', stepKey);
    moved = await signRequest({ context, input: { id, stepKey, seenVersion, paper, requestKey } });
  }
  const { id, version: seenVersion } = moved;
  const requestKey = keyOf('bureau', 'issue');
  await issueRequest({ context, input: { id, seenVersion, requestKey } });
}

/** The demo's clerk has replied to the bureau, where the hospital stands under it. */
async function replyOf(tenant: DemoTenant, hospital: string): Promise<void> {
  const instant = morningOf(tenant.world, '07-06');
  const context = await asPostOf(tenant, { username: 'clerk', unitId: hospital, instant });
  const { now, month, later } = await listMine({ context });
  const { title } = lettersRequest(tenant.world.year);
  const row = [...now, ...month, ...later].find((each) => each.title === title);
  if (row?.replyId === undefined || row.version === undefined) return;
  const answers = { pennants: 12, letters: 31, returned: 4, note: '骨科医护人员主动退还红包。' };
  const saved = await saveReply({
    context,
    input: { id: row.replyId, seenVersion: row.version, answers },
  });
  const file = { id: row.replyId, seenVersion: saved.version, nil: false };
  await fileReply({ context, input: { ...file, requestKey: keyOf('reply', 'file') } });
}
