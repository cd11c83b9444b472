import * as v from 'valibot';
import { hashCanonical } from '#plugins/sdk/canonical.ts';
import { CampaignHeadSchema } from '#schema/contracts/campaign/parts.ts';
import type { ChangeParts, PartsChanged } from '#schema/contracts/campaigns.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { JsonObject, Step } from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import { etagOf } from '#workers/platform/http/etag.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import {
  deletePart,
  insertParts,
  listParts,
  placeParts,
  updatePart,
} from '../draft-parts.repository.ts';
import type { PartRow } from '../draft-parts.repository.ts';
import { updateDraft } from '../drafts.repository.ts';
import type { DraftRow } from '../drafts.repository.ts';
import { planParts } from '../part-changes.domain.ts';
import type {
  AcceptedChange,
  PlannedParts,
  RefusedParts,
  TakenKey,
} from '../part-changes.domain.ts';
import { changesIdentity } from '../parts.domain.ts';
import { assertUnlocked } from './assert-unlocked.ts';
import { changeOf, postOf, refuseOrReplay } from './commit-draft.ts';
import { assertEditable, loadDraft } from './load-draft.ts';
import { acceptedBody } from './save-part.ts';
import { toPart } from './show-draft.ts';

type ChangeInput = ChangeParts & { id: string; requestKey?: RequestKey | undefined };

/** How often a change is decided anew when somebody else was quicker by a moment. */
const attempts = 4;

/** Adds, saves, removes and orders parts of a draft in one act: all of it or nothing. */
export async function changeParts(request: {
  context: TenantContext;
  input: ChangeInput;
}): Promise<PartsChanged> {
  const { context, input } = request;
  const change = acceptedChange(context, input);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decide(context, input, change);
    } catch (error) {
      const isLate = error instanceof ProblemError && error.code === 'platform.stale_version';
      if (!isLate || attempt === attempts) throw error;
    }
  }
}

function acceptedChange(context: TenantContext, input: ChangeInput): AcceptedChange {
  const { add, save, remove, order } = input;
  return {
    add: (add ?? []).map((each) => ({
      ...each,
      body: { ...acceptedBody(context, each.kind, each.body) },
    })),
    save: (save ?? []).map((each) => ({
      ...each,
      body: { ...acceptedBody(context, each.kind, each.body) },
    })),
    ...(remove && { remove }),
    ...(order && { order }),
  };
}

/** Everything read here still holds when it is committed, or the draft's version has moved on. */
async function decide(
  context: TenantContext,
  input: ChangeInput,
  change: AcceptedChange,
): Promise<PartsChanged> {
  const draft = await loadDraft(context, input.id, 'campaigns.draft');
  assertEditable(draft);
  const parts = await listParts(context.db, draft.id);
  const plan = planParts(parts, change);
  if (plan.status === 'refused') {
    return refuseUnlessDone(context, {
      draft,
      requestKey: input.requestKey,
      code: plan.code,
    }).catch((error: unknown) => {
      const isOwn = error instanceof ProblemError && error.code === plan.code;
      throw isOwn ? toError(plan, parts) : error;
    });
  }
  await assertAllowed(context, { draft, parts, change });
  const head = (change.save ?? []).find(({ kind }) => kind === 'head');
  const named = head === undefined ? undefined : v.parse(CampaignHeadSchema, head.body);
  const steps: Step[] = [
    updateDraft(draft, {
      updatedAt: context.clock.now(),
      ...(named && { title: named.title, year: named.year }),
    }),
    ...stepsOf(context, { draft, change, plan }),
  ];
  const facts = await factsOf(change, plan);
  const answer: PartsChanged = {
    parts: [
      ...plan.added.map(({ kind, key }) => ({ kind, key, version: 1 })),
      ...(change.save ?? []).map(({ kind, key, version }) => ({ kind, key, version: version + 1 })),
    ],
  };
  return commitAnswer(
    context.writer,
    changeOf(context, { draftId: draft.id, action: 'campaign.revise', facts, steps }),
    { answer, requestKey: input.requestKey },
  );
}

/** What was done already looks late when it is repeated: then its first answer is given again. */
function refuseUnlessDone(
  context: TenantContext,
  input: Pick<Parameters<typeof refuseOrReplay>[1], 'draft' | 'requestKey' | 'code'>,
): Promise<PartsChanged> {
  const model: PartsChanged = { parts: [] };
  return refuseOrReplay(context, { ...input, action: 'campaign.revise', model });
}

type Decided = { draft: DraftRow; change: AcceptedChange; plan: PlannedParts };

function stepsOf(context: TenantContext, { draft, change, plan }: Decided): Step[] {
  const draftId = draft.id;
  const changed = {
    changedAt: context.clock.now(),
    changedBy: context.actor.personId,
    changedByPost: postOf(context.actor),
  };
  return [
    ...(change.remove ?? []).map((each) => deletePart({ draftId, ...each })),
    ...(change.save ?? []).map(({ body, ...each }) =>
      updatePart({ draftId, ...each }, { body, ...changed }),
    ),
    ...[...plan.moved].map(([kind, places]) => placeParts({ draftId, kind }, places)),
    ...insertParts(plan.added.map((row) => ({ draftId, version: 1, ...row, ...changed }))),
  ];
}

/** What belongs to a higher authority stays, and nothing changes its name. */
async function assertAllowed(
  context: TenantContext,
  input: { draft: DraftRow; parts: readonly PartRow[]; change: AcceptedChange },
): Promise<void> {
  const { draft, parts, change } = input;
  const isAmendment = draft.amendsCampaignId !== null;
  if (change.remove?.some(({ kind }) => kind === 'head')) {
    throw campaignsErrors['campaigns.head_stays']();
  }
  for (const { kind, key, body } of change.save ?? []) {
    const before = parts.find((part) => part.kind === kind && part.key === key)?.body;
    if (changesIdentity(kind, key, { before, after: body, isAmendment })) {
      throw campaignsErrors['campaigns.fixed_identity']();
    }
    await assertUnlocked(context, { draftId: draft.id, kind, key, body });
  }
  for (const { kind, key } of change.remove ?? []) {
    await assertUnlocked(context, { draftId: draft.id, kind, key, body: undefined });
  }
}

async function factsOf(change: AcceptedChange, plan: PlannedParts): Promise<JsonObject> {
  const named = (parts: readonly { kind: string; key: string }[] = []) =>
    parts.map(({ kind, key }) => `${kind}/${key}`);
  return {
    added: named(plan.added),
    saved: named(change.save),
    removed: named(change.remove),
    ordered: [...plan.moved.keys()],
    bodiesHash: await hashCanonical(
      [...plan.added, ...(change.save ?? [])].map(({ body }) => body),
    ),
  };
}

/** 412 with the part as it stands now, so that nothing typed has to be thrown away. */
function toError(refused: RefusedParts | TakenKey, parts: readonly PartRow[]): ProblemError {
  const { code, part } = refused;
  const current = parts.find(({ kind, key }) => kind === part.kind && key === part.key);
  if (code === 'campaigns.stale_part' && current !== undefined) {
    return campaignsErrors[code]({
      values: { post: current.changedByPost },
      extras: { current: toPart(current) },
      headers: { etag: etagOf(current.version) },
    });
  }
  return campaignsErrors[code]({ values: { key: part.key } });
}
