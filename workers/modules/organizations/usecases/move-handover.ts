import type { HandoverDetail, HandoverMoved, Handovers } from '#schema/contracts/handovers.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import type { JsonObject } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { actsOf, maySee } from '../handovers.domain.ts';
import { createHandoverNotFoundError, createHandoverWrongStateError } from '../handovers.errors.ts';
import { findHandover, listHandoverRows, updateHandover } from '../handovers.repository.ts';
import type { HandoverRow, StoredHandover } from '../handovers.repository.ts';
import type { WorkReaders } from '../open-work.ts';
import { itemsInHand, readerOf, toHandover } from './handover-views.ts';
import { settleHandover } from './settle-handovers.ts';

type Named = { readonly id: string; readonly version: number };

/** Hand-overs that concern this person, the newest first; an administrator sees all. */
export async function listHandovers({ context }: { context: TenantContext }): Promise<Handovers> {
  const reader = readerOf(context);
  const whose = { personId: reader.personId, units: [...reader.heads] };
  const rows = await listHandoverRows(context.db, reader.manages ? undefined : whose);
  return { items: rows.map((row) => toHandover(row, reader)), asOf: context.clock.now() };
}

async function loadHandover(context: TenantContext, id: string): Promise<HandoverRow> {
  const row = await findHandover(context.db, id);
  if (row === undefined || !maySee(readerOf(context), row)) throw createHandoverNotFoundError();
  return row;
}

/** With what is in hand: now, until the successor has acknowledged it. */
export async function showHandover(request: {
  context: TenantContext;
  readers: WorkReaders;
  input: { readonly id: string };
}): Promise<HandoverDetail> {
  const { context, readers, input } = request;
  const row = await loadHandover(context, input.id);
  const items = row.items ?? (await itemsInHand(context, readers, row));
  const asOf = row.acknowledgedAt ?? context.clock.now();
  return { ...toHandover(row, readerOf(context)), items, asOf };
}

/** 授权: by the security administrator, who neither gives nor takes. */
export async function authorizeHandover(request: {
  context: TenantContext;
  input: Named;
}): Promise<HandoverMoved> {
  const { context, input } = request;
  const row = await loadFor(context, input, 'authorize');
  const { personId, post, name } = context.actor;
  const update = {
    state: 'authorized' as const,
    authorizedBy: personId,
    authorizedByPost: post ?? name,
  };
  return commitMove(context, row, update, {});
}

/** 确认接收: the successor has seen what is in hand, which is kept as it was then. */
export async function acknowledgeHandover(request: {
  context: TenantContext;
  readers: WorkReaders;
  input: Named;
}): Promise<HandoverMoved> {
  const { context, readers, input } = request;
  const row = await loadFor(context, input, 'acknowledge');
  const items = await itemsInHand(context, readers, row);
  const acknowledgedAt = context.clock.now();
  const update = { state: 'acknowledged' as const, items, acknowledgedAt };
  const moved = await commitMove(context, row, update, { items: items.length });
  if (row.on > dayOf(acknowledgedAt)) return moved;
  return settleHandover(context, { ...row, ...update, version: moved.version });
}

/** 撤销 before it takes effect: everything stays as it is. */
export async function withdrawHandover(request: {
  context: TenantContext;
  input: Named & { readonly reason: string };
}): Promise<HandoverMoved> {
  const { context, input } = request;
  const row = await loadFor(context, input, 'withdraw');
  return commitMove(context, row, { state: 'withdrawn' }, { reason: input.reason });
}

async function loadFor(
  context: TenantContext,
  { id, version }: Named,
  act: 'authorize' | 'acknowledge' | 'withdraw',
): Promise<HandoverRow> {
  const row = await loadHandover(context, id);
  if (!actsOf(readerOf(context), row).includes(act)) throw createHandoverWrongStateError();
  if (row.version !== version) throw platformErrors['platform.stale_version']();
  return row;
}

async function commitMove(
  context: TenantContext,
  row: StoredHandover,
  update: Partial<StoredHandover> & Pick<StoredHandover, 'state'>,
  facts: JsonObject,
): Promise<HandoverMoved> {
  const { id, fromId, toId } = row;
  const { state } = update;
  await commitOrThrow(context.writer, {
    steps: [updateHandover(row, update)],
    audit: {
      action: 'account.hand-over',
      actor: { kind: 'person', id: context.actor.personId },
      subjectKind: 'handover',
      subjectId: id,
      at: context.clock.now(),
      facts: { state, from: fromId, to: toId, ...facts },
    },
  });
  return { id, state, version: row.version + 1 };
}
