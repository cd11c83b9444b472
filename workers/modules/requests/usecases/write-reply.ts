import { canonicalJson } from '#plugins/sdk/canonical.ts';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import { describeFormProblem } from '#plugins/sdk/forms/messages.ts';
import type { FormProblem } from '#plugins/sdk/forms/problems.ts';
import { finalAnswers, validateDraft, validateFiling } from '#plugins/sdk/forms/validate.ts';
import { replyFormOf } from '#plugins/sdk/requests/reply-form.ts';
import { moveReply } from '#plugins/sdk/requests/reply.ts';
import { scanFormats } from '#schema/contracts/evidence.ts';
import type { ReplyReceipt, ReplySaved } from '#schema/contracts/request-replies.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import { citeEvidence, evidenceErrors, listEvidence } from '#workers/modules/evidence/index.ts';
import type { StoredEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { findReply, insertReplyRevision, signForStep } from '../replies.repository.ts';
import type { ReplyRevision, StoredReply } from '../replies.repository.ts';
import { wholeContent } from '../requests.domain.ts';
import { requestsErrors } from '../requests.errors.ts';
import { REPLY_FILED } from '../requests.events.ts';
import type { Act } from './approve-request.ts';
import { postOf, replyChange } from './commit-request.ts';
import { assertSeen, loadOwnReply } from './load-request.ts';
import type { LoadedReply } from './load-request.ts';
import { filesIn, isLateNow, readOffice, toReplyReceipt } from './show-reply.ts';

function entriesOf(context: TenantContext, problems: readonly FormProblem[]) {
  return problems.map((problem) => ({
    path: `answers/${problem.path}`,
    code: problem.code,
    message: describeFormProblem(problem, context.locale),
  }));
}

function assertOpen({ request, reply }: LoadedReply, move: 'save' | 'file'): StoredReply['state'] {
  if (request.state !== 'issued') throw requestsErrors['requests.not_issued']();
  const state = moveReply(reply, move);
  if (state === undefined) throw requestsErrors['requests.not_editable']();
  return state;
}

/** 暂存: the answers as a whole, as far as nobody saved since they were read; shape only is checked. */
export async function saveReply(request: {
  context: TenantContext;
  input: Act & { answers: Answers };
}): Promise<ReplySaved> {
  const { context, input } = request;
  const loaded = await loadOwnReply(context, input.id, 'requests.fill');
  const replay = await findReplay<ReplySaved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const { reply } = loaded;
  assertSeen(reply, input.seenVersion);
  const state = assertOpen(loaded, 'save');
  const { answers } = input;
  const wrong = validateDraft(replyFormOf(loaded.request.content), answers);
  if (wrong.length > 0) {
    const errors = entriesOf(context, wrong);
    throw requestsErrors['requests.incomplete']({ values: { count: errors.length }, errors });
  }
  const change = replyChange(context, reply, {
    update: { answers, state, nil: false },
    action: 'request.save-reply',
    facts: { fields: Object.keys(answers) },
    steps: await citeFiles(context, loaded, answers),
  });
  const answer = { version: reply.version + 1, savedAt: context.clock.now(), answers };
  return commitAnswer(context.writer, change, {
    answer,
    requestKey: input.requestKey,
    currentVersion: async () => (await findReply(context.db, reply.id))?.version,
  });
}

/** 报送, or 零报告 in one go: checked as any filing is, frozen as it is, with a receipt. */
export async function fileReply(request: {
  context: TenantContext;
  input: Act & { nil: boolean };
}): Promise<ReplyReceipt> {
  const { context, input } = request;
  const loaded = await loadOwnReply(context, input.id, 'requests.file');
  const replay = await findReplay<ReplyReceipt>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const { reply, request: row, addressee } = loaded;
  assertSeen(reply, input.seenVersion);
  const state = assertOpen(loaded, 'file');
  const answers = input.nil ? nilAnswers(loaded) : wholeAnswers(context, loaded);
  const revision = await freeze(context, loaded, { answers, nil: input.nil });
  const { filedAt, receiptNumber, late } = revision;
  const signature = {
    signedForAt: filedAt,
    signedForBy: context.actor.personId,
    signedForByPost: postOf(context.actor),
  };
  const change = replyChange(context, reply, {
    update: {
      state,
      nil: input.nil,
      answers,
      revision: revision.revision,
      receiptNumber,
      filedAt,
      firstFiledAt: reply.firstFiledAt ?? filedAt,
      filedBy: context.actor.personId,
    },
    action: 'request.file-reply',
    facts: { revision: revision.revision, receiptNumber, late, nil: input.nil },
    steps: [insertReplyRevision(revision), signForStep(addressee, signature)],
    events: [
      {
        type: REPLY_FILED,
        subjectId: reply.id,
        payload: { requestId: row.id, replyId: reply.id, revision: revision.revision },
      },
    ],
  });
  const { title } = wholeContent(row.content);
  const around = { title, office: await readOffice(context, row), occurrence: reply.occurrence };
  return commitAnswer(context.writer, change, {
    answer: toReplyReceipt(revision, around),
    requestKey: input.requestKey,
    currentVersion: async () => (await findReply(context.db, reply.id))?.version,
  });
}

function nilAnswers({ request }: LoadedReply): Answers {
  if (!wholeContent(request.content).nilReply) throw requestsErrors['requests.no_nil_reply']();
  return {};
}

function wholeAnswers(context: TenantContext, { reply, request }: LoadedReply): Answers {
  const form = replyFormOf(request.content);
  const wrong = validateFiling(form, reply.answers);
  if (wrong.length > 0) {
    const errors = entriesOf(context, wrong);
    throw requestsErrors['requests.incomplete']({ values: { count: errors.length }, errors });
  }
  // What the form's own functions give for checked answers has the shape of answers.
  return finalAnswers(form, reply.answers) as Answers;
}

async function freeze(
  context: TenantContext,
  { reply, request, addressee }: LoadedReply,
  { answers, nil }: { answers: Answers; nil: boolean },
): Promise<ReplyRevision> {
  const filedAt = context.clock.now();
  const slots = filesIn(request, answers);
  const files = await listEvidence(context.db, [...slots.keys()]);
  const evidence = files
    .map(({ id, name, bytes, sha256 }) => ({ id, name, bytes, sha256, slot: slots.get(id) ?? '' }))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return {
    replyId: reply.id,
    revision: reply.revision + 1,
    answers,
    nil,
    evidence,
    contentHash: await hashHex(canonicalJson({ nil, answers, evidence })),
    organizationName: addressee.organizationName,
    receiptNumber: receiptNumberOf(context, filedAt),
    late: isLateNow(reply, filedAt),
    filedBy: context.actor.personId,
    filedByPost: postOf(context.actor),
    filedAt,
  };
}

/** The day and eight characters that nobody guesses; the serial number of a receipt says nothing. */
function receiptNumberOf({ ids }: TenantContext, at: number): string {
  return `${dayAt(at).replaceAll('-', '')}-${ids.random('rcp').slice(-8).toUpperCase()}`;
}

/** The files that the answers name: the unit’s own, and pictures of paper where a scan is wanted. */
async function citeFiles(
  context: TenantContext,
  { reply, request }: LoadedReply,
  answers: Answers,
): Promise<Step[]> {
  const slots = filesIn(request, answers);
  const files = await listEvidence(context.db, [...slots.keys()]);
  const isOwn = ({ organizationId, uploadedBy }: StoredEvidence) =>
    organizationId === reply.organizationId || uploadedBy === context.actor.personId;
  if (files.filter(isOwn).length !== slots.size) throw evidenceErrors['evidence.not_found']();
  const scans = replyFormOf(request.content).fields.filter(
    (field) => field.kind === 'evidence' && field.accepts.every((kind) => kind === 'stamped-scan'),
  );
  const scanKeys = new Set(scans.map(({ key }) => key));
  const isWrong = (file: StoredEvidence) =>
    scanKeys.has(slots.get(file.id) ?? '') && !scanFormats.has(file.format);
  if (files.some(isWrong)) throw requestsErrors['requests.not_a_scan']();
  const at = context.clock.now();
  return replyFormOf(request.content).fields.flatMap(({ key, kind }) => {
    if (kind !== 'evidence') return [];
    const ids = [...slots].filter(([, slot]) => slot === key).map(([id]) => id);
    return citeEvidence({ subjectKind: 'request-reply', subjectId: reply.id, slot: key }, ids, at);
  });
}
