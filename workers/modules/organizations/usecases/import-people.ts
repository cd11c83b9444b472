import { dayOf } from '#workers/platform/clock.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { readBookVersion } from '../acts.repository.ts';
import type { ImportRules, ImportingContext, Taking } from '../import-subject.ts';
import type { StoredImport, StoredImportRow } from '../imports.repository.ts';
import { aboutPhone, maskPhone } from '../invitations.domain.ts';
import { updateInvitation } from '../invitations.repository.ts';
import type { StoredInvitation } from '../invitations.repository.ts';
import { readOrganizationBook } from '../organizations.repository.ts';
import {
  insertInvitations,
  readAccountsNamed,
  readInvitationsNamed,
  readOpenUnits,
} from '../people-import.repository.ts';
import type { SealedInvitation } from '../people-import.repository.ts';
import { planPeople } from '../people-plan.domain.ts';
import type { KnownInvitation, PersonPlan } from '../people-plan.domain.ts';
import { readPersonRow } from '../people-rows.domain.ts';
import { findGrantFault } from '../roles.ts';

/**
 * 人员: rows become invitations that wait to be authorized. Who imports opens no door: without the
 * security administrator there is no link, without the person no password.
 */
export const peopleImportRules: ImportRules = {
  subject: 'people',
  permission: 'identity.enroll',
  rowsAChange: 500,
  daysLeft: 7,
  ownOnly: true,
  forgets: true,
  async check(context, job, rows) {
    const bookVersion = await readBookVersion(context.db);
    const { units } = await readOrganizationBook(context.db);
    const names = rows.flatMap((row) => readPersonRow(job.headings, row).username ?? []);
    const [accounts, sealed] = await Promise.all([
      readAccountsNamed(context.db, names, dayOf(context.clock.now())),
      readInvitationsNamed(context.db, names),
    ]);
    const invitations = await openPhones(context, sealed);
    const self = [context.tenant.words.self, ...Object.values(context.tenant.names.full)];
    const planned = planPeople({
      rows,
      headings: job.headings,
      units,
      accounts,
      invitations,
      self: self.filter((name) => typeof name === 'string'),
      faultOf: (seat) => findGrantFault('tenant', seat),
      nextId: () => context.ids.next('inv'),
    });
    return { rows: planned, bookVersion };
  },
  take: takePeople,
  finish: () => Promise.resolve({ steps: [], events: [] }),
};

type PlannedStoredRow = { readonly row: number; readonly plan: PersonPlan };

async function takePeople(
  context: ImportingContext,
  job: StoredImport,
  rows: readonly StoredImportRow[],
): Promise<Taking> {
  const planned = rows.map(({ row, plan }) => ({ row, plan: planOf(plan) }));
  const refused = await findRefused(context, planned);
  const good = planned.filter(({ row }) => !refused.has(row));
  const said = await Promise.all(
    good.map(async ({ plan }) => ({ plan, facts: await factsOf(context, job, plan) })),
  );
  const fresh = said.filter(({ plan }) => plan.version === null);
  const changed = said.filter(({ plan }) => plan.version !== null);
  return {
    steps: [
      ...insertInvitations(
        fresh.map(({ plan, facts }) => newInvitation({ ...facts, id: plan.id })),
      ),
      ...changed.map(({ plan: { id, version }, facts }): Step =>
        updateInvitation({ id, version: version ?? 0, state: 'asked' }, facts),
      ),
    ],
    refused: [...refused],
  };
}

/** Numbers are compared and not their masks, behind which a mended one looks as before. */
async function openPhones(
  { box }: ImportingContext,
  sealed: ReadonlyMap<string, SealedInvitation>,
): Promise<Map<string, KnownInvitation>> {
  const opened = [...sealed].map(async ([username, { phoneSealed, ...row }]) => {
    const phone = phoneSealed === null ? null : await box.open(phoneSealed, aboutPhone(row.id));
    return [username, { ...row, phone }] as const;
  });
  return new Map(await Promise.all(opened));
}

/** The planner wrote it into the row. */
function planOf(plan: unknown): PersonPlan {
  return plan as PersonPlan;
}

/** Rows whose login name or unit is not what the check saw. */
async function findRefused(
  { db, clock }: ImportingContext,
  planned: readonly PlannedStoredRow[],
): Promise<Set<number>> {
  const names = planned.map(({ plan }) => plan.username);
  const unitIds = [...new Set(planned.flatMap(({ plan }) => plan.organizationId ?? []))];
  const [accounts, waiting, open] = await Promise.all([
    readAccountsNamed(db, names, dayOf(clock.now())),
    readInvitationsNamed(db, names),
    readOpenUnits(db, unitIds),
  ]);
  const refused = planned.filter(({ plan: { id, version, username, organizationId } }) => {
    if (accounts.has(username)) return true;
    if (organizationId !== null && !open.has(organizationId)) return true;
    const known = waiting.get(username);
    if (version === null) return known !== undefined;
    return known?.id !== id || known.version !== version || known.state !== 'asked';
  });
  return new Set(refused.map(({ row }) => row));
}

async function factsOf({ box, clock }: ImportingContext, job: StoredImport, plan: PersonPlan) {
  const { id, role, relation, organizationId, username, addressee, phone, post, from } = plan;
  return {
    role,
    relation,
    organizationId,
    username,
    addressee,
    post,
    validFrom: from,
    phoneSealed: phone === null ? null : await box.seal(phone, aboutPhone(id)),
    phoneMasked: phone === null ? null : maskPhone(phone),
    importId: job.id,
    // Who wrote what is to be authorized asked for it, whoever wrote it before.
    openedBy: job.openedBy,
    openedByPost: job.openedByPost,
    openedAt: clock.now(),
    reason: `按“${job.fileName}”批量提出`,
  };
}

function newInvitation(
  facts: Awaited<ReturnType<typeof factsOf>> & { readonly id: string },
): StoredInvitation {
  return {
    ...facts,
    state: 'asked',
    tokenHash: null,
    expiresAt: null,
    authorizedBy: null,
    authorizedByPost: null,
    authorizedAt: null,
    closedAt: null,
    personId: null,
    version: 1,
  };
}
