import { hashCanonical } from '#plugins/sdk/canonical.ts';
import type { PrepareSnapshot, Snapshot, SnapshotContent } from '#schema/contracts/snapshots.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { linesOf, unexplained, withExplanations } from '../content.domain.ts';
import { snapshotsErrors } from '../snapshots.errors.ts';
import { insertSnapshot, listOfPeriod, updateSnapshot } from '../snapshots.repository.ts';
import type { StoredSnapshot } from '../snapshots.repository.ts';
import { composeContent } from './compose-content.ts';
import { toSnapshot } from './to-snapshot.ts';

type Input = PrepareSnapshot & { requestKey?: RequestKey | undefined };

/** Draws up a period's data, or draws an unsigned draft of it up anew; also as a correction of what was sent. */
export async function prepareSnapshot(request: {
  context: TenantContext;
  input: Input;
}): Promise<Snapshot> {
  const { context, input } = request;
  assertCan(context.actor, 'snapshots.prepare', {});
  const replay = await findReplay<Snapshot>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const known = await listOfPeriod(context.db, input.period);
  const draft = openDraftOf(known);
  assertMayFollow(known, input);
  const content = await explainedContent(context, input);
  const row: StoredSnapshot = {
    id: draft?.id ?? context.ids.next('snp'),
    period: input.period,
    campaignId: content.campaignId,
    state: 'draft',
    content: content.content,
    contentHash: await hashCanonical(content.content),
    approvalId: null,
    correctsId: input.corrects ?? null,
    sentAt: null,
    receipt: null,
    version: (draft?.version ?? 0) + 1,
    createdAt: draft?.createdAt ?? context.clock.now(),
    createdBy: context.actor.personId,
  };
  const { id: _id, period: _period, version: _version, ...update } = row;
  const change = {
    steps: [draft === undefined ? insertSnapshot(row) : updateSnapshot(draft, update)],
    audit: {
      action: 'snapshot.compute' as const,
      actor: { kind: 'person' as const, id: context.actor.personId },
      subjectKind: 'snapshot',
      subjectId: row.id,
      at: context.clock.now(),
      facts: { period: row.period, contentHash: row.contentHash, corrects: row.correctsId },
    },
  };
  return commitAnswer(context.writer, change, {
    answer: toSnapshot(row),
    requestKey: input.requestKey,
    constraints: {
      'snapshots.period': snapshotsErrors['snapshots.in_approval'],
      'snapshots.corrects_id': snapshotsErrors['snapshots.wrong_correction'],
    },
  });
}

function openDraftOf(known: readonly StoredSnapshot[]): StoredSnapshot | undefined {
  const open = known.find(({ state }) => ['draft', 'signing', 'signed'].includes(state));
  if (open !== undefined && open.state !== 'draft') {
    throw snapshotsErrors['snapshots.in_approval']();
  }
  return open;
}

/** What was sent is never prepared again in silence: a correction names it and says why. */
function assertMayFollow(known: readonly StoredSnapshot[], input: Input): void {
  const sent = known.find(({ state }) => state === 'sent' || state === 'received');
  if (sent === undefined && input.corrects === undefined) return;
  if (input.corrects === undefined) throw snapshotsErrors['snapshots.already_sent']();
  if (sent?.id !== input.corrects) throw snapshotsErrors['snapshots.wrong_correction']();
  if (sent.state === 'sent') throw snapshotsErrors['snapshots.awaiting_receipt']();
  if (input.correctionReason === undefined) {
    const required = snapshotsErrors['snapshots.reason_required'];
    const message = required().definition.zh;
    throw required({
      errors: [{ path: '/correctionReason', code: 'snapshots.reason_required', message }],
    });
  }
}

async function explainedContent(
  context: TenantContext,
  input: Input,
): Promise<{ content: SnapshotContent; campaignId: string }> {
  const { content, version, previous, isOver } = await composeContent(context, input.period);
  if (!isOver) {
    throw snapshotsErrors['snapshots.period_open']({ values: { cutOff: content.cutOff } });
  }
  const explained: SnapshotContent = {
    ...content,
    figures: withExplanations(content.figures, input.explanations ?? {}),
    ...(input.corrects === undefined
      ? {}
      : { corrects: input.corrects, correctionReason: input.correctionReason }),
  };
  const missing = unexplained(linesOf(explained, version.campaign, previous?.content));
  if (missing.length > 0) {
    const isEnglish = context.locale === 'en';
    const message = isEnglish
      ? 'Say why it differs.'
      : '与上期差异超过20%，请说明原因（5字以上）。';
    throw snapshotsErrors['snapshots.unexplained']({
      values: { count: missing.length },
      errors: missing.map(({ common }) => ({
        path: `/explanations/${common}`,
        code: 'snapshots.unexplained',
        message,
      })),
    });
  }
  return { content: explained, campaignId: version.campaignId };
}
