import { handBack, handOver, signFor, withdraw } from '#plugins/sdk/registers/hand-over.ts';
import type { HandOverOutcome, Receipt } from '#plugins/sdk/registers/hand-over.ts';
import type { AuditAction } from '#schema/contracts/audit.ts';
import type { HandOverEntry } from '#schema/contracts/register-hand-over.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { JsonObject } from '#workers/platform/database/change.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { commitEntry } from './commit-entry.ts';
import type { EntryMade } from './commit-entry.ts';
import { assertSeen, loadEntry } from './load-entry.ts';
import type { LoadedEntry } from './load-entry.ts';
import { refusal } from './take-step.ts';

type Act<Input> = {
  context: TenantContext;
  input: Input & { id: string; seenVersion: number; requestKey?: RequestKey | undefined };
};
type Decided = {
  decide: (loaded: LoadedEntry) => HandOverOutcome;
  action: AuditAction;
  facts: JsonObject;
};

/** Whoever may act on the entry at all; the language says what of it and why not. */
async function act<Input>(
  { context, input }: Act<Input>,
  { decide, action, facts }: Decided,
): Promise<EntryMade> {
  const loaded = await loadEntry(context, input.id);
  if (loaded.person.as.length === 0) throw platformErrors['platform.out_of_range']();
  const { as, advises } = loaded.person;
  if (advises && as.every((each) => each === 'office')) throw platformErrors['platform.recused']();
  const replay = await findReplay<EntryMade>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(loaded, input.seenVersion);
  const outcome = decide(loaded);
  if (!outcome.ok) throw refusal(context, outcome.unmet);
  return commitEntry(context, loaded, {
    entry: outcome.entry,
    action,
    facts: { ...facts, responsible: outcome.entry.responsible },
    requestKey: input.requestKey,
  });
}

/** 转办, 交办, 转送, 移送: the duty stays until somebody else has signed. */
export function handOverEntry(request: Act<HandOverEntry>): Promise<EntryMade> {
  const { verb, post, organ } = request.input;
  return act(request, {
    decide: ({ moving }) => handOver(moving, request.input),
    action: 'register-entry.hand-over',
    facts: { verb, to: post, organ },
  });
}

/** 签收: the post it went to answers for it from now on. */
export function signForEntry(request: Act<Receipt>): Promise<EntryMade> {
  const { post, number, on } = request.input;
  return act(request, {
    decide: ({ moving }) => signFor(moving, { post, number, on }),
    action: 'register-entry.sign-for',
    facts: { receivedBy: post, receipt: number },
  });
}

/** 退回, with reason and basis. */
export function handBackEntry(request: Act<{ reason: string; basis: string }>): Promise<EntryMade> {
  const { reason, basis } = request.input;
  return act(request, {
    decide: ({ moving }) => handBack(moving, { reason, basis }),
    action: 'register-entry.hand-back',
    facts: { reason, basis },
  });
}

/** 撤回 of what nobody has signed for. */
export function withdrawHandOver(request: Act<{ reason: string }>): Promise<EntryMade> {
  const { reason } = request.input;
  return act(request, {
    decide: ({ moving }) => withdraw(moving, reason),
    action: 'register-entry.hand-back',
    facts: { reason, withdrawn: true },
  });
}
