import * as v from 'valibot';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type {
  PetitionDetail,
  PetitionList,
  PetitionState,
  PetitionSummary,
} from '#schema/contracts/petitions.ts';
import { findApproval } from '#workers/modules/approvals/index.ts';
import { listEvidence, toEvidenceAnswer } from '#workers/modules/evidence/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan, assertHolds } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import {
  commission,
  isOpen,
  isOverdue,
  mayFile,
  officeSubject,
  registerWords,
  seatOf,
  statesForOffice,
} from '../petitions.domain.ts';
import {
  actsQuery,
  adoptedQuery,
  officePageQuery,
  unitPageQuery,
} from '../petitions.repository.ts';
import type { StoredPetition } from '../petitions.repository.ts';
import { asOffice, isOfOffice, isOfUnit, loadPetition } from './load-petition.ts';

function toSummary(row: StoredPetition, today: string): PetitionSummary {
  const registered = registerWords(row.registerYear, row.registerNumber);
  return {
    id: row.id,
    kind: row.kind,
    title: row.content.title,
    state: row.state,
    organizationId: row.organizationId,
    organizationName: row.organizationName,
    ...(registered === undefined ? {} : { registered }),
    ...(row.filedAt === null ? {} : { filedAt: row.filedAt }),
    ...(row.dueOn === null ? {} : { dueOn: row.dueOn }),
    overdue: isOverdue(row, today),
    version: row.version,
  };
}

/** 拟办 and 批示 are the office's own; the unit sees them as work in hand. */
const inside: ReadonlySet<PetitionState> = new Set(['proposed', 'instructed']);

function toUnitSummary(row: StoredPetition, today: string): PetitionSummary {
  const { dueOn: _dueOn, ...summary } = toSummary(row, today);
  const state = inside.has(row.state) ? 'filed' : row.state;
  return { ...summary, state, overdue: false };
}

/** One petition, for its unit or for the office it went to: each sees its own side. */
export async function showPetition(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<PetitionDetail> {
  const { context, input } = request;
  const { db, clock } = context;
  const stored = await loadPetition(context, input.id);
  const isOffice = isOfOffice(context, stored, 'petitions.oversee');
  const row = isOffice ? asOffice(stored) : stored;
  const [approval, files, acts, bureau] = await Promise.all([
    row.approvalId === null ? undefined : findApproval(db, row.approvalId),
    listEvidence(db, row.content.evidence),
    actsQuery(db, row.id),
    row.addresseeId === commission ? undefined : findOrganization(db, row.addresseeId),
  ]);
  const today = dayAt(clock.now());
  const hidden = new Set(isOffice ? [] : ['propose', 'instruct']);
  return {
    asOf: clock.now(),
    summary: isOffice ? toSummary(row, today) : toUnitSummary(row, today),
    addresseeName: bureau?.name ?? textIn(context.tenant.names.full, context.locale).value,
    content: row.content,
    files: files.map(toEvidenceAnswer),
    ...(approval === undefined ? {} : { approval }),
    ...receiptOf(row),
    ...(isOffice ? opinionOf(row) : {}),
    ...(isOffice && row.instruction !== null ? { instruction: row.instruction } : {}),
    ...answerOf(row),
    ...(row.returnReason === null ? {} : { returned: row.returnReason }),
    acts: acts
      .filter(({ kind }) => !hidden.has(kind))
      .map(({ kind, text, post, at }) => ({ kind, text, post, at })),
    may: mayOf(context, row),
  };
}

/** Whose opinion it was stands in it by post. */
function opinionOf({ opinion }: StoredPetition) {
  if (opinion === null) return {};
  const { by: _by, ...said } = opinion;
  return { opinion: said };
}

function receiptOf({ receiptNumber, filedAt, filedByPost }: StoredPetition) {
  if (receiptNumber === null || filedAt === null) return {};
  return { receipt: { number: receiptNumber, at: filedAt, post: filedByPost ?? '' } };
}

function answerOf({ answer, adopted, signedForAt, signedForByPost }: StoredPetition) {
  if (answer === null) return {};
  const signed =
    signedForAt === null ? {} : { signedForAt, signedForByPost: signedForByPost ?? '' };
  return { answer: { ...answer, adopted, ...signed } };
}

function mayOf(context: TenantContext, row: StoredPetition): PetitionDetail['may'] {
  const writes = isOfUnit(context, row, 'petitions.write');
  const isHandled = isOpen(row.state) && !context.actor.recusedFrom.includes(row.organizationId);
  const instructs =
    isHandled &&
    isOfOffice(context, row, 'petitions.instruct') &&
    row.opinion?.by !== context.actor.personId;
  return {
    write: writes,
    sign: row.state === 'signing' && isOfUnit(context, row, 'petitions.sign-off'),
    file: writes && mayFile(row.kind, row.state),
    handle: isHandled && isOfOffice(context, row, 'petitions.handle'),
    instruct: instructs && row.state !== 'instructed',
    instructAgain: instructs && row.state === 'instructed',
    signFor:
      row.state === 'answered' &&
      row.signedForAt === null &&
      isOfUnit(context, row, 'petitions.read'),
  };
}

const keySchema = v.tuple([v.number(), v.string()]);
type Paging = { cursor?: string | undefined; limit?: string | undefined };

/** What one's own office received: a bureau's people that of their bureau. */
export async function listReceived(request: {
  context: TenantContext;
  input: Paging & { office?: string | undefined; state?: PetitionState | undefined };
}): Promise<PetitionList> {
  const { context, input } = request;
  assertHolds(context.actor, 'petitions.oversee');
  const addresseeId = input.office ?? ownOffice(context);
  assertCan(seatOf(context.actor, addresseeId), 'petitions.oversee', officeSubject(addresseeId));
  const { limit, after } = pageRequestOf(input, keySchema);
  const filter = { addresseeId, states: input.state && statesForOffice(input.state) };
  const found = await officePageQuery(context.db, filter, { after, limit: limit + 1 });
  const page = toPage(found, limit, ({ filedAt, id }) => [filedAt ?? 0, id]);
  return toList(context, page, (row, day) => toSummary(asOffice(row), day));
}

function ownOffice({ actor }: TenantContext): string {
  const own = actor.grants.filter(({ permissions }) => permissions.includes('petitions.oversee'));
  if (own.some(({ organizationId }) => organizationId === null)) return commission;
  return own[0]?.organizationId ?? commission;
}

/** What one's own units wrote, whatever became of it. */
export async function listMine(request: {
  context: TenantContext;
  input: Paging;
}): Promise<PetitionList> {
  const { context, input } = request;
  assertHolds(context.actor, 'petitions.read');
  const own = context.actor.grants.filter(({ permissions }) =>
    permissions.includes('petitions.read'),
  );
  const units = [...new Set(own.flatMap(({ organizationId }) => organizationId ?? []))];
  const { limit, after } = pageRequestOf(input, keySchema);
  const found = await unitPageQuery(context.db, units, { after, limit: limit + 1 });
  const page = toPage(found, limit, ({ createdAt, id }) => [createdAt, id]);
  return toList(context, page, toUnitSummary);
}

function toList(
  { clock }: TenantContext,
  page: { items: readonly StoredPetition[]; nextCursor: string | null },
  toItem: typeof toSummary,
): PetitionList {
  const today = dayAt(clock.now());
  return {
    asOf: clock.now(),
    items: page.items.map((row) => toItem(row, today)),
    ...(page.nextCursor === null ? {} : { next: page.nextCursor }),
  };
}

export type Practice = {
  id: string;
  title: string;
  text: string;
  organizationId: string;
  organizationName: string;
};

/** 典型做法 that the commission took from what units sent, the newest first. */
export async function listPractices(context: TenantContext, limit: number): Promise<Practice[]> {
  assertCan(context.actor, 'petitions.oversee', {});
  const rows = await adoptedQuery(context.db, commission, limit);
  return rows.map(({ id, content, organizationId, organizationName }) => ({
    id,
    title: content.title,
    text: content.text,
    organizationId,
    organizationName,
  }));
}
