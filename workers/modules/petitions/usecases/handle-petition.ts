import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { PaperSignature } from '#schema/contracts/approvals.ts';
import type { PetitionMoved } from '#schema/contracts/petitions.ts';
import { assertOwnScan, citeEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { findAnswerFault, isOpen } from '../petitions.domain.ts';
import { petitionsErrors } from '../petitions.errors.ts';
import { PETITION_ANSWERED } from '../petitions.events.ts';
import type { StoredPetition } from '../petitions.repository.ts';
import { commitPetition, postOf } from './commit-petition.ts';
import type { Act } from './commit-petition.ts';
import { receiptNumberOf } from './file-petition.ts';
import { assertSeen, loadForOffice } from './load-petition.ts';

function assertOpen({ state }: StoredPetition): void {
  if (!isOpen(state)) throw petitionsErrors['petitions.not_open']();
}

/** 退回: wrongly addressed, not one matter, no attachment; the unit mends and files again. */
export async function returnPetition(request: {
  context: TenantContext;
  input: Act & { reason: string };
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const row = await loadForOffice(context, input.id, 'petitions.handle');
  const replay = await findReplay<PetitionMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertOpen(row);
  assertSeen(row, input.seenVersion);
  return commitPetition(context, row, {
    update: { state: 'returned', returnReason: input.reason, dueOn: null },
    action: 'petition.return',
    facts: { reason: input.reason },
    act: { kind: 'return', text: input.reason },
    requestKey: input.requestKey,
  });
}

/** 拟办意见, put before a leader by his post; written anew as long as nothing was decided. */
export async function proposePetition(request: {
  context: TenantContext;
  input: Act & { text: string; leaderPost: string };
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const row = await loadForOffice(context, input.id, 'petitions.handle');
  const replay = await findReplay<PetitionMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (row.state !== 'filed' && row.state !== 'proposed') {
    throw petitionsErrors['petitions.not_open']();
  }
  assertSeen(row, input.seenVersion);
  const { text, leaderPost } = input;
  const { personId } = context.actor;
  const said = {
    text,
    leaderPost,
    post: postOf(context.actor),
    by: personId,
    at: context.clock.now(),
  };
  return commitPetition(context, row, {
    update: { state: 'proposed', opinion: said },
    action: 'petition.propose',
    facts: { leaderPost },
    act: { kind: 'propose', text: `${leaderPost}：${text}` },
    requestKey: input.requestKey,
  });
}

/**
 * 批示: by the leader on line, who is nobody who wrote the 拟办意见, or from paper with its scan by who
 * handles it. A day it sets runs as a clock until something went back.
 */
export async function instructPetition(request: {
  context: TenantContext;
  input: Act & {
    text: string;
    dueOn?: string | undefined;
    paper?: PaperSignature | undefined;
  };
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const { paper, text, dueOn } = input;
  const action = paper === undefined ? 'petitions.instruct' : 'petitions.handle';
  const row = await loadForOffice(context, input.id, action);
  const replay = await findReplay<PetitionMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertOpen(row);
  assertSeen(row, input.seenVersion);
  if (paper === undefined && row.opinion?.by === context.actor.personId) {
    throw platformErrors['platform.own_work']();
  }
  if (paper !== undefined) await assertOwnScan(context, paper.evidenceId);
  const at = context.clock.now();
  if (dueOn !== undefined && dueOn < dayAt(at))
    throw petitionsErrors['petitions.due_in_the_past']();
  const post = paper?.signerPost ?? postOf(context.actor);
  const place = { subjectKind: 'petition', subjectId: row.id, slot: 'instruction' };
  return commitPetition(context, row, {
    update: {
      state: 'instructed',
      instruction: { text, post, at, ...(paper === undefined ? {} : { paper }) },
      dueOn: dueOn ?? null,
    },
    action: 'petition.instruct',
    facts: { dueOn, paper },
    act: { kind: 'instruct', text: `${post}：${text}` },
    steps: paper === undefined ? [] : citeEvidence(place, [paper.evidenceId], at),
    requestKey: input.requestKey,
  });
}

/** 批复 or 答复, back to the unit with a number; an information may be taken as a good practice. */
export async function answerPetition(request: {
  context: TenantContext;
  input: Act & { text: string; adopted?: boolean | undefined };
}): Promise<PetitionMoved> {
  const { context, input } = request;
  const row = await loadForOffice(context, input.id, 'petitions.handle');
  const replay = await findReplay<PetitionMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const fault = findAnswerFault(row.kind, row.state);
  if (fault !== undefined) throw petitionsErrors[`petitions.${fault}`]();
  assertSeen(row, input.seenVersion);
  const at = context.clock.now();
  const number = receiptNumberOf(context, at);
  const { text } = input;
  return commitPetition(context, row, {
    update: {
      state: 'answered',
      answer: { text, post: postOf(context.actor), at, number },
      answeredAt: at,
      adopted: input.adopted === true && row.kind !== 'instruction',
    },
    action: 'petition.answer',
    facts: { number, onTime: row.dueOn === null ? undefined : dayAt(at) <= row.dueOn },
    act: { kind: 'answer', text: number },
    events: [
      {
        type: PETITION_ANSWERED,
        subjectId: row.id,
        payload: { petitionId: row.id, organizationId: row.organizationId },
      },
    ],
    requestKey: input.requestKey,
  });
}
