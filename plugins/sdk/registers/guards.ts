import type { Register } from '#schema/contracts/campaign/register.ts';
import { textIn, type Text } from '#schema/contracts/campaign/text.ts';
import type { Guard, Transition } from '#schema/contracts/campaign/workflow.ts';
import { extensionRefusal } from '../clocks/run-clock.ts';
import { extensionWords } from '../clocks/words.ts';
import { evaluateCondition, isMissing } from '../conditions/evaluate.ts';
import type { Day } from '../dates/days.ts';
import { clocksOf } from './clocks-of.ts';
import { readClocks, type ClockView } from './entry-clocks.ts';
import { makersOf, type EntryActor, type RegisterEntry } from './entry.ts';
import { transitionOf } from './workflow-of.ts';

export type Wording = { zh: string; en: string };

/** Why a step cannot be taken, in words; `fields` names what has to be filled. */
export type Unmet = {
  guard:
    | Guard['kind']
    | 'actor'
    | 'state'
    | 'needs'
    | 'reason'
    | 'into'
    | 'extension'
    | 'hand-over';
  message: Wording;
  fields?: string[];
};

export type MoveContext = ClockView & {
  register: Register;
  entry: RegisterEntry;
  actor: EntryActor;
  /** Instances of a master row, or parts of a split entry, that are not closed yet. */
  openInstances?: number;
};

type Found = Unmet | undefined;
const both = (text: Text): Wording => ({
  zh: textIn(text, 'zh-CN').value,
  en: textIn(text, 'en').value,
});

function filer({ entry, actor }: MoveContext): Found {
  if (!makersOf(entry).has(actor.personId)) return undefined;
  const zh = '这一件由您登记或申请，须由他人审核。';
  const en = 'You recorded it or applied for it; somebody else has to decide.';
  return { guard: 'not-filer', message: { zh, en } };
}

function ownUnit({ actor }: MoveContext): Found {
  if (!actor.ofUnit) return undefined;
  const zh = '这是您所在单位的事项，须回避。';
  const en = 'It concerns your own unit; stand aside.';
  return { guard: 'not-own-unit', message: { zh, en } };
}

function adviser({ actor }: MoveContext): Found {
  if (!actor.advises) return undefined;
  const zh = '您与该单位有指导或其他关系，须回避。';
  const en = 'You advise this unit or have another tie to it; stand aside.';
  return { guard: 'not-adviser', message: { zh, en } };
}

function linkedEntry(
  guard: Extract<Guard, { kind: 'linked-entry' }>,
  { register, entry }: MoveContext,
): Found {
  const { link, unlessField } = guard;
  if (entry.ties.some((tie) => tie.link === link)) return undefined;
  if (unlessField !== undefined && !isMissing(entry.answers[unlessField])) return undefined;
  const title = both(register.links?.find(({ key }) => key === link)?.title ?? link);
  const zh = `须先关联“${title.zh}”${unlessField === undefined ? '' : '，或写明不启动的决定'}。`;
  const en = `First link “${title.en}”${unlessField === undefined ? '' : ', or say who decided that there is none'}.`;
  const fields = unlessField === undefined ? {} : { fields: [unlessField] };
  return { guard: 'linked-entry', message: { zh, en }, ...fields };
}

function instances({ openInstances = 0 }: MoveContext): Found {
  if (openInstances === 0) return undefined;
  const zh = `还有 ${openInstances} 个单位没有销号。`;
  const en = `${openInstances} units have not closed theirs yet.`;
  return { guard: 'instances-closed', message: { zh, en } };
}

function expiry(key: string, { register, entry, ...view }: MoveContext): Found {
  const reading = readClocks(register, entry, view).find((each) => each.key === key);
  if (reading !== undefined && !reading.overdue) return undefined;
  const message = { zh: extensionWords('expired'), en: extensionWords('expired', 'en') };
  return { guard: 'before-expiry', message };
}

function guardUnmet(guard: Guard, context: MoveContext): Found {
  switch (guard.kind) {
    case 'not-filer':
      return filer(context);
    case 'not-own-unit':
      return ownUnit(context);
    case 'not-adviser':
      return adviser(context);
    case 'linked-entry':
      return linkedEntry(guard, context);
    case 'instances-closed':
      return instances(context);
    case 'before-expiry':
      return expiry(guard.clock, context);
    case 'condition':
      return evaluateCondition(guard.when, context.entry.answers)
        ? undefined
        : { guard: 'condition', message: both(guard.message) };
    case 'ticks':
      return undefined;
  }
}

/** The day an extension was asked for: when the entry came into a state that asks for one. */
export function askedOn(
  { register, entry, today }: Pick<MoveContext, 'register' | 'entry' | 'today'>,
  clock: string,
): Day {
  const last = entry.events.filter(({ kind }) => kind === 'step').at(-1);
  if (last?.kind !== 'step' || last.to !== entry.state) return today;
  const asks = transitionOf(register, last.transition)?.guards?.some(
    (guard) => guard.kind === 'before-expiry' && guard.clock === clock,
  );
  return asks ? last.on : today;
}

function extensionUnmet(transition: Transition, context: MoveContext): Found {
  const { register, entry } = context;
  const key = transition.extends;
  const clock = clocksOf(register, entry.events).find((each) => each.key === key);
  if (key === undefined || clock === undefined) return undefined;
  const reading = readClocks(register, entry, context).find((each) => each.key === key);
  const refusal = reading && extensionRefusal(clock, reading, askedOn(context, key));
  if (refusal === undefined) return undefined;
  const message = { zh: extensionWords(refusal), en: extensionWords(refusal, 'en') };
  return { guard: 'extension', message };
}

/** What stands against a step and cannot be mended by filling it in. */
export function unmetOf(transition: Transition, context: MoveContext): Unmet[] {
  const found = (transition.guards ?? []).map((guard) => guardUnmet(guard, context));
  return [...found, extensionUnmet(transition, context)].filter((each) => each !== undefined);
}
