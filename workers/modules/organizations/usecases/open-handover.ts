import type { HandoverMoved, HandoverPost, OpenHandover } from '#schema/contracts/handovers.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { mayHandOver } from '../handovers.domain.ts';
import type { Reader } from '../handovers.domain.ts';
import {
  createHandoverDayPastError,
  createHandoverOpenError,
  createNotYoursError,
  createWrongSuccessorError,
} from '../handovers.errors.ts';
import { insertHandover, listCandidates, listHeldPosts } from '../handovers.repository.ts';
import type { HeldPost, StoredHandover } from '../handovers.repository.ts';
import { separationClassOf } from '../roles.ts';
import { readerOf, unitOf } from './handover-views.ts';

const isFor = (reader: Reader, post: HeldPost): boolean =>
  mayHandOver(reader, { ...post, isAdministration: separationClassOf(post.role) !== null });

/** The posts that this person may hand over, each with the accounts it can go to. */
export async function listHandoverPosts(request: {
  context: TenantContext;
  input: { readonly personId?: string | undefined };
}): Promise<{ items: HandoverPost[] }> {
  const { context, input } = request;
  const reader = readerOf(context);
  const whose = reader.authorizes ? input.personId : undefined;
  const held = await listHeldPosts(context.db, {
    personId: whose ?? reader.personId,
    units: [...reader.heads],
  });
  const posts = held.filter((post) => isFor(reader, post));
  return { items: await Promise.all(posts.map((post) => toPost(context, post))) };
}

async function toPost(context: TenantContext, held: HeldPost): Promise<HandoverPost> {
  const { id: grantId, role, organizationId, personId } = held;
  const candidates = await listCandidates(context.db, { organizationId, exceptId: personId });
  return {
    grantId,
    role,
    organization: unitOf(organizationId, held.organizationName),
    username: held.username ?? '',
    post: held.post ?? held.name,
    candidates: candidates.map(({ id, username, post, name }) => ({
      id,
      username: username ?? '',
      post: post ?? name,
    })),
  };
}

/** 提出交接: of a post, to an account of the same unit, from a day on. */
export async function openHandover(request: {
  context: TenantContext;
  input: OpenHandover & { readonly requestKey: RequestKey | undefined };
}): Promise<HandoverMoved> {
  const { context, input } = request;
  const reader = readerOf(context);
  const [held] = await listHeldPosts(context.db, { grantId: input.grantId });
  if (held === undefined || !isFor(reader, held)) throw createNotYoursError();
  const replay = await findReplay<HandoverMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (input.on < dayOf(context.clock.now())) throw createHandoverDayPastError();
  const { organizationId, personId: fromId } = held;
  const candidates = await listCandidates(context.db, { organizationId, exceptId: fromId });
  const successor = candidates.find(({ id }) => id === input.toId);
  if (successor === undefined) throw createWrongSuccessorError();
  const row = rowOf(context, input, { held, to: successor });
  const { id, state, role, on, reason } = row;
  const change = {
    steps: [insertHandover(row)],
    audit: {
      action: 'account.hand-over' as const,
      actor: { kind: 'person' as const, id: context.actor.personId },
      subjectKind: 'handover',
      subjectId: id,
      at: row.openedAt,
      facts: { state, from: fromId, to: successor.id, role, organizationId, on, reason },
    },
  };
  return commitAnswer(context.writer, change, {
    answer: { id, state, version: 1 },
    requestKey: input.requestKey,
    constraints: { 'organizations.handover_open': createHandoverOpenError },
  });
}

type Parties = {
  readonly held: HeldPost;
  readonly to: { readonly id: string; readonly post: string | null; readonly name: string };
};

/** Opened by the security administrator it is authorized with it, where he is no party to it. */
function rowOf(context: TenantContext, input: OpenHandover, { held, to }: Parties): StoredHandover {
  const { personId, post, name } = context.actor;
  const reader = readerOf(context);
  const isParty = personId === held.personId || personId === to.id;
  const authorizes = reader.authorizes && !isParty;
  const by = post ?? name;
  return {
    id: context.ids.next('hdo'),
    state: authorizes ? 'authorized' : 'asked',
    grantId: held.id,
    role: held.role,
    organizationId: held.organizationId,
    fromId: held.personId,
    fromPost: held.post ?? held.name,
    toId: to.id,
    toPost: to.post ?? to.name,
    on: input.on,
    reason: input.reason,
    note: input.note || null,
    items: null,
    openedBy: personId,
    openedByPost: by,
    openedAt: context.clock.now(),
    authorizedBy: authorizes ? personId : null,
    authorizedByPost: authorizes ? by : null,
    acknowledgedAt: null,
    settledAt: null,
    version: 1,
  };
}
