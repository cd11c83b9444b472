import type { HandOverVerb, Register } from '#schema/contracts/campaign/register.ts';
import { addWorkingDays, type WorkCalendar } from '../dates/calendar.ts';
import type { Day } from '../dates/days.ts';
import type { EntryActor, EntryEvent, EventActor, HandOver, RegisterEntry } from './entry.ts';
import type { Unmet } from './guards.ts';
import { hasEnded } from './workflow-of.ts';

/** 首接负责: unless a register says otherwise it knows 转办 alone, and three working days to refuse. */
const usual = { verbs: ['pass-on'], refuseWithin: 3, coordinator: '行风办' } as const;
type Rules = {
  verbs: readonly HandOverVerb[];
  refuseWithin: number;
  coordinator: string;
};

export function handOverRulesOf({ handOver }: Pick<Register, 'handOver'>): Rules {
  return { ...usual, ...handOver };
}

export type HandOverContext = {
  register: Register;
  entry: RegisterEntry;
  actor: EntryActor;
  today: Day;
  calendar: WorkCalendar;
};

export type HandOverInput = {
  verb: HandOverVerb;
  post: string;
  /** 转送, 移送: the organ outside. */
  organ?: string | undefined;
  /** 函号 of what goes out with it. */
  letter?: string | undefined;
  /** 交办: when the result is asked for. */
  replyBy?: Day | undefined;
  reason: string;
};

export type HandOverOutcome =
  | { ok: true; entry: RegisterEntry }
  | { ok: false; unmet: readonly Unmet[] };

const refuse = (zh: string, en: string): { ok: false; unmet: Unmet[] } => ({
  ok: false,
  unmet: [{ guard: 'hand-over', message: { zh, en } }],
});

/** What was handed over and waits for a signature; with the end of the entry it waits no longer. */
export function pendingHandOver(
  register: Register,
  { state, events }: Pick<RegisterEntry, 'state' | 'events'>,
): { handOver: HandOver; by: EventActor; on: Day } | undefined {
  if (hasEnded(register, state)) return undefined;
  const last = events.findLast(({ kind }) => answers.has(kind) || kind === 'handed-over');
  if (last?.kind !== 'handed-over') return undefined;
  return { handOver: last.handOver, by: last.actor, on: last.on };
}
const answers: ReadonlySet<EntryEvent['kind']> = new Set<EntryEvent['kind']>([
  'signed-for',
  'handed-back',
  'withdrawn',
]);

/** 回避: whoever has a tie to the unit does nothing for the office; for his own unit he may. */
const actsForOffice = ({ as, advises }: EntryActor) => as.includes('office') && !advises;
const actsForUnit = ({ as }: EntryActor) => as.includes('unit') || as.includes('responsible');

/** Which side a verb goes to from which: 转办 stays inside, the others leave the office. */
function sideOf(verb: HandOverVerb, actor: EntryActor): HandOver['side'] | undefined {
  const isOffice = actsForOffice(actor);
  switch (verb) {
    case 'pass-on':
      if (isOffice) return 'office';
      return actsForUnit(actor) ? 'unit' : undefined;
    case 'assign':
      return isOffice ? 'unit' : undefined;
    case 'refer':
    case 'transfer':
      return isOffice ? 'organ' : undefined;
  }
}

/** The verbs that this person may use on the entry now. */
export function verbsOf({ register, entry, actor }: HandOverContext): HandOverVerb[] {
  if (hasEnded(register, entry.state)) return [];
  if (pendingHandOver(register, entry) !== undefined) return [];
  return handOverRulesOf(register).verbs.filter((verb) => sideOf(verb, actor) !== undefined);
}

/** Two refusals since somebody last signed bring an entry to the coordinator. */
const refusalsToCoordinator = 2;

function refusalsOf({ events }: RegisterEntry): number {
  const signed = events.findLastIndex(({ kind }) => kind === 'signed-for');
  return events.slice(signed + 1).filter(({ kind }) => kind === 'handed-back').length;
}

/** Once the coordinator has had it, his word stands: nobody refuses any more. */
const wasCoordinated = ({ events }: RegisterEntry): boolean =>
  events.some((event) => event.kind === 'handed-over' && event.handOver.toCoordinator);

const byOf = (actor: EntryActor, as: EventActor['as']): EventActor => ({
  personId: actor.personId,
  post: actor.post,
  as,
});

/** 转办, 交办, 转送, 移送: whoever answers so far keeps the duty until another signs for it. */
export function handOver(context: HandOverContext, input: HandOverInput): HandOverOutcome {
  const { register, entry, actor, today, calendar } = context;
  const side = sideOf(input.verb, actor);
  if (!verbsOf(context).includes(input.verb) || side === undefined) {
    return refuse('现在不能这样转出。', 'It cannot be handed over like this now.');
  }
  if (side === 'organ' && (input.organ ?? '').trim() === '') {
    return refuse('请写明接收机关。', 'Name the organ that receives it.');
  }
  if (input.verb === 'transfer' && (input.letter ?? '').trim() === '') {
    return refuse('移送须有移送函号。', 'A transfer needs the number of its letter.');
  }
  if (input.verb === 'assign' && (input.replyBy ?? '') < today) {
    return refuse('请写明反馈日期。', 'Say by when the result is asked for.');
  }
  if (side !== 'organ' && input.post.trim() === entry.responsible.trim()) {
    return refuse('现在就由这个岗位负责。', 'This post answers for it already.');
  }
  const { refuseWithin } = handOverRulesOf(register);
  const { verb, post, organ, letter, replyBy, reason } = input;
  const handed: HandOver = {
    verb,
    side,
    post: post.trim(),
    ...(organ === undefined ? {} : { organ: organ.trim() }),
    ...(letter === undefined ? {} : { letter }),
    ...(replyBy === undefined ? {} : { replyBy }),
    ...(wasCoordinated(entry) ? {} : { refuseBy: addWorkingDays(today, refuseWithin, calendar) }),
  };
  const as = actsForOffice(actor) ? 'office' : 'unit';
  const by = byOf(actor, as);
  return add(entry, { kind: 'handed-over', handOver: handed, on: today, actor: by, reason });
}

function add(entry: RegisterEntry, ...events: EntryEvent[]): HandOverOutcome {
  return { ok: true, entry: { ...entry, events: [...entry.events, ...events] } };
}

/** What a person may do with what waits: nobody signs for what he handed over himself. */
export function answersOf({ register, entry, actor, today }: HandOverContext) {
  const none = { sign: false, refuse: false, withdraw: false };
  const pending = pendingHandOver(register, entry);
  if (pending === undefined) return none;
  const { handOver: waiting, by } = pending;
  const isHander = by.personId === actor.personId;
  const side = waiting.side === 'unit' ? actsForUnit(actor) : actsForOffice(actor);
  const onPaper = waiting.side === 'organ';
  const sign = side && (onPaper || !isHander);
  const inTime = waiting.refuseBy !== undefined && today <= waiting.refuseBy;
  return { sign, refuse: sign && inTime, withdraw: isHander && !waiting.toCoordinator };
}

export type Receipt = {
  /** Whoever took it in at the organ outside; inside it is the person who signs. */
  post?: string | undefined;
  number?: string | undefined;
  on?: Day | undefined;
};

/** 签收: from now on the post that it was handed to answers for it. */
export function signFor(context: HandOverContext, receipt: Receipt = {}): HandOverOutcome {
  const { register, entry, actor, today } = context;
  const pending = pendingHandOver(register, entry);
  if (pending === undefined || !answersOf(context).sign) {
    return refuse('现在没有由您签收的转出。', 'Nothing waits for your signature.');
  }
  const { handOver: waiting } = pending;
  const isOutside = waiting.side === 'organ';
  if (isOutside && (receipt.post ?? '').trim() === '') {
    return refuse(
      '请按回执写明接收人岗位。',
      'Write down who received it, by post, from the receipt.',
    );
  }
  if ((receipt.on ?? today) < pending.on || (receipt.on ?? today) > today) {
    return refuse('签收日期应在转出之后、今天以前。', 'It is signed for after it was handed over.');
  }
  const responsible = isOutside ? `${waiting.organ ?? ''} ${waiting.post}`.trim() : waiting.post;
  const field = register.responsible;
  const given = field === undefined ? entry.answers : { ...entry.answers, [field]: responsible };
  const signed: EntryEvent = {
    kind: 'signed-for',
    handOver: waiting,
    receipt: { ...receipt, post: receipt.post?.trim() || actor.post, on: receipt.on ?? today },
    on: today,
    actor: byOf(actor, waiting.side === 'unit' ? 'unit' : 'office'),
    ...(given === entry.answers ? {} : { answers: given }),
  };
  const next = { ...entry, responsible, answers: given };
  return add(next, signed);
}

/**
 * 退回: within the term, with reason and basis; the second one brings it before the coordinator, who
 * has to take it. Whoever answered goes on answering meanwhile.
 */
export function handBack(
  context: HandOverContext,
  { reason, basis }: { reason: string; basis: string },
): HandOverOutcome {
  const { register, entry, actor, today } = context;
  const pending = pendingHandOver(register, entry);
  if (pending === undefined || !answersOf(context).refuse) {
    return refuse(
      '现在不能退回：没有由您签收的转出，或已过退回期限。',
      'It cannot be handed back: nothing waits for you, or the time to refuse is over.',
    );
  }
  const { handOver: waiting } = pending;
  const by = byOf(actor, waiting.side === 'unit' ? 'unit' : 'office');
  const back: EntryEvent = {
    kind: 'handed-back',
    handOver: waiting,
    basis,
    reason,
    on: today,
    actor: by,
  };
  if (refusalsOf(entry) + 1 < refusalsToCoordinator) return add(entry, back);
  const { coordinator } = handOverRulesOf(register);
  const up: EntryEvent = {
    kind: 'handed-over',
    handOver: { verb: 'assign', side: 'office', post: coordinator, toCoordinator: true },
    on: today,
    actor: { personId: null, post: coordinator, as: 'system' },
  };
  return add(entry, back, up);
}

/** 撤回: by whoever handed it over, while nobody has signed. */
export function withdraw(context: HandOverContext, reason: string): HandOverOutcome {
  const { register, entry, actor, today } = context;
  const pending = pendingHandOver(register, entry);
  if (pending === undefined || !answersOf(context).withdraw) {
    return refuse('没有可以撤回的转出。', 'There is nothing of yours to withdraw.');
  }
  const { handOver: waiting, by } = pending;
  const actorOf = byOf(actor, by.as);
  return add(entry, { kind: 'withdrawn', handOver: waiting, reason, on: today, actor: actorOf });
}
