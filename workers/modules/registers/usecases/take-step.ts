import type { Unmet } from '#plugins/sdk/registers/guards.ts';
import { mergeEntries } from '#plugins/sdk/registers/merging.ts';
import { actsAs } from '#plugins/sdk/registers/moves.ts';
import { takeStep as takeEntryStep } from '#plugins/sdk/registers/take-step.ts';
import { isMerge, transitionOf } from '#plugins/sdk/registers/workflow-of.ts';
import type { Transition } from '#schema/contracts/campaign/workflow.ts';
import type { TakeStep } from '#schema/contracts/registers.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { toStoredAnswers } from '../registers.domain.ts';
import { registersErrors } from '../registers.errors.ts';
import { ENTRY_MOVED } from '../registers.events.ts';
import { assertAnswers, citeFiles } from './check-answers.ts';
import { commitEntry, updateSteps } from './commit-entry.ts';
import type { EntryMade } from './commit-entry.ts';
import { assertSeen, loadEntry } from './load-entry.ts';
import type { LoadedEntry } from './load-entry.ts';

type Request = {
  context: TenantContext;
  input: TakeStep & { id: string; seenVersion: number; requestKey?: RequestKey | undefined };
};

/** Takes one step of the workflow, with everything it needs; the history keeps who and when. */
export async function takeStep({ context, input }: Request): Promise<EntryMade> {
  const loaded = await loadEntry(context, input.id);
  const replay = await findReplay<EntryMade>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertSeen(loaded, input.seenVersion);
  const { definition, moving, person } = loaded;
  const transition = transitionOf(definition.register, input.transition);
  if (transition === undefined) throw registersErrors['registers.not_found']();
  const as = actsAs(transition, person);
  if (as === undefined) throw platformErrors['platform.out_of_range']();
  if (as === 'office' && person.advises) throw platformErrors['platform.recused']();
  assertStepAnswers(context, loaded, { transition, given: input.answers ?? {} });
  if (isMerge(definition.register, transition)) return merge(context, loaded, input);
  const outcome = takeEntryStep(moving, input);
  if (!outcome.ok) throw refusal(context, outcome.unmet);
  const { entry, row } = loaded;
  const answers = toStoredAnswers(outcome.entry.answers);
  const changed = Object.keys(input.answers ?? {});
  return commitEntry(context, loaded, {
    entry: outcome.entry,
    action: 'register-entry.step',
    facts: { transition: transition.key, as, from: entry.state, to: transition.to },
    steps: await citeFiles(context, definition, {
      entryId: row.id,
      organizationId: row.organizationId,
      answers,
      changed,
    }),
    events: [movedEvent(loaded, transition)],
    requestKey: input.requestKey,
  });
}

function movedEvent({ row }: LoadedEntry, transition: Transition) {
  const { id: entryId, registerKey: register } = row;
  const payload = { entryId, register, transition: transition.key, to: transition.to };
  return { type: ENTRY_MOVED, subjectId: entryId, payload };
}

function assertStepAnswers(
  context: TenantContext,
  { definition, entry }: LoadedEntry,
  { transition, given }: { transition: Transition; given: Answers },
): void {
  const fields = (transition.needs ?? []).filter((key) => key in given);
  const answers = { ...toStoredAnswers(entry.answers), ...given };
  assertAnswers(definition, { answers, fields }, context);
}

/** 合并: both entries change in one commit, or neither does. */
async function merge(
  context: TenantContext,
  loaded: LoadedEntry,
  input: Request['input'],
): Promise<EntryMade> {
  if (input.into === undefined) {
    const zh = '请选择并入哪一件。';
    throw refusal(context, [{ guard: 'into', message: { zh, en: 'Choose an entry.' } }]);
  }
  const other = await loadEntry(context, input.into);
  if (other.row.registerKey !== loaded.row.registerKey) {
    throw registersErrors['registers.unknown_link']();
  }
  const outcome = mergeEntries(loaded.moving, other.moving, input);
  if (!outcome.ok) throw refusal(context, outcome.unmet);
  return commitEntry(context, loaded, {
    entry: outcome.from,
    columns: { mergedInto: other.row.id },
    action: 'register-entry.merge',
    facts: { into: other.row.id, intoNumber: other.row.number },
    steps: updateSteps(context, other, { entry: outcome.into }),
    requestKey: input.requestKey,
  });
}

/** Everything that stands against a step, in the caller's language. */
export function refusal(context: Pick<TenantContext, 'locale'>, unmet: readonly Unmet[]) {
  const words = ({ message }: Unmet) => (context.locale === 'en' ? message.en : message.zh);
  const errors = unmet.flatMap((each) =>
    (each.fields ?? ['']).map((field) => ({
      path: field,
      code: `registers.${each.guard}`,
      message: words(each),
    })),
  );
  const reason = unmet.map(words).join(context.locale === 'en' ? ' ' : '');
  return registersErrors['registers.refused']({ values: { reason }, errors });
}
