import * as v from 'valibot';
import { hashCanonical } from '#plugins/sdk/canonical.ts';
import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import { CampaignHeadSchema, readPartBody } from '#schema/contracts/campaign/parts.ts';
import type { PartSaved } from '#schema/contracts/campaigns.ts';
import type { InputIssue } from '#schema/contracts/issue-message.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import { etagOf } from '#workers/platform/http/etag.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { createInvalidInputError } from '#workers/platform/http/validate.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { deletePart, findPart, updatePart } from '../draft-parts.repository.ts';
import type { PartRow } from '../draft-parts.repository.ts';
import type { PartAddress } from '../drafts.repository.ts';
import { touchDraft } from '../drafts.repository.ts';
import { changesIdentity } from '../parts.domain.ts';
import { assertUnlocked } from './assert-unlocked.ts';
import { changeOf, postOf, refuseOrReplay } from './commit-draft.ts';
import { assertEditable, loadDraft } from './load-draft.ts';
import { toPart } from './show-draft.ts';

type PartInput = {
  id: string;
  kind: CampaignPartKind;
  key: string;
  /** The version that was seen, from `If-Match`. */
  version: number;
  requestKey?: RequestKey | undefined;
};

/** Saves one part of a draft over the version that was seen; other parts are untouched. */
export async function savePart(request: {
  context: TenantContext;
  input: PartInput & { body: unknown };
}): Promise<PartSaved> {
  const { context, input } = request;
  const { draft, part, address } = await loadPart(context, input);
  if (part === undefined) throw campaignsErrors['campaigns.part_not_found']();
  const body = acceptedBody(context, input.kind, input.body);
  const isAmendment = draft.amendsCampaignId !== null;
  const identity = { before: part.body, after: body, isAmendment };
  if (changesIdentity(input.kind, input.key, identity)) {
    throw campaignsErrors['campaigns.fixed_identity']();
  }
  await assertUnlocked(context, { draftId: draft.id, kind: input.kind, key: input.key, body });
  const at = context.clock.now();
  const head = input.kind === 'head' ? v.parse(CampaignHeadSchema, body) : undefined;
  const named = head === undefined ? {} : { title: head.title, year: head.year };
  const changed = {
    body,
    changedAt: at,
    changedBy: context.actor.personId,
    changedByPost: postOf(context.actor),
  };
  return commitPart(context, {
    address,
    steps: [touchDraft(draft.id, { updatedAt: at, ...named }), updatePart(address, changed)],
    facts: { bodyHash: await hashCanonical(body) },
    requestKey: input.requestKey,
  });
}

/** Takes a part out of a draft. */
export async function removePart(request: {
  context: TenantContext;
  input: PartInput;
}): Promise<PartSaved> {
  const { context, input } = request;
  const { draft, part, address } = await loadPart(context, input);
  const { kind, key, requestKey } = input;
  if (kind === 'head') throw campaignsErrors['campaigns.head_stays']();
  if (part === undefined) {
    const model: PartSaved = { kind, key, version: input.version + 1 };
    const code = 'campaigns.part_not_found';
    return refuseOrReplay(context, { draft, code, action: 'campaign.revise', requestKey, model });
  }
  await assertUnlocked(context, { draftId: draft.id, kind, key, body: undefined });
  return commitPart(context, {
    address,
    steps: [touchDraft(draft.id, { updatedAt: context.clock.now() }), deletePart(address)],
    facts: { removed: true },
    requestKey,
  });
}

/** The body as its contract has it; 422 with one entry per field otherwise. */
export function acceptedBody(
  context: Pick<TenantContext, 'locale'>,
  kind: CampaignPartKind,
  body: unknown,
): { key: string } {
  const result = readPartBody(kind, body);
  if (!result.success) throw createInvalidInputError(asInputIssues(result.issues), context.locale);
  return result.output;
}

/** A part is plain JSON, so every item of an issue's path is named by a property key. */
function asInputIssues(issues: readonly v.BaseIssue<unknown>[]): readonly InputIssue[] {
  return issues as readonly unknown[] as readonly InputIssue[];
}

async function loadPart(context: TenantContext, input: PartInput) {
  const draft = await loadDraft(context, input.id, 'campaigns.draft');
  assertEditable(draft);
  const { kind, key, version } = input;
  const address = { draftId: draft.id, kind, key, version };
  return { draft, part: await findPart(context.db, address), address };
}

type PartChange = {
  address: PartAddress & { version: number };
  steps: Parameters<typeof changeOf>[1]['steps'];
  facts: Parameters<typeof changeOf>[1]['facts'];
  requestKey: RequestKey | undefined;
};

async function commitPart(context: TenantContext, input: PartChange): Promise<PartSaved> {
  const { address, steps, requestKey } = input;
  const { draftId, kind, key, version } = address;
  const facts = { kind, key, version, ...input.facts };
  const change = changeOf(context, { draftId, action: 'campaign.revise', facts, steps });
  const answer: PartSaved = { kind, key, version: version + 1 };
  try {
    return await commitAnswer(context.writer, change, { answer, requestKey });
  } catch (error) {
    const isStale = error instanceof ProblemError && error.code === 'platform.stale_version';
    throw isStale ? createStaleError(await findPart(context.db, address)) : error;
  }
}

/** 412 with the part as it stands now, so that nothing typed has to be thrown away. */
function createStaleError(current: PartRow | undefined): ProblemError {
  if (current === undefined) return campaignsErrors['campaigns.part_not_found']();
  return campaignsErrors['campaigns.stale_part']({
    values: { post: current.changedByPost },
    extras: { current: toPart(current) },
    headers: { etag: etagOf(current.version) },
  });
}
