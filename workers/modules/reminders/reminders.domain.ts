import type { WorkCalendar } from '#plugins/sdk/dates/calendar.ts';
import { addWorkingDays, isWorkingDay, workingDayFrom } from '#plugins/sdk/dates/calendar.ts';
import { addDays, dayAt, dueInstant, weekdayOf } from '#plugins/sdk/dates/days.ts';
import { dayLabel } from '#plugins/sdk/dates/words.ts';
import type {
  ChannelKind,
  ContactKind,
  MessageCategory,
  ReminderSettings,
  UrgeBar,
  Waiting,
  WaitingKind,
} from '#schema/contracts/reminders.ts';

export type Phrase = { zh: string; en: string };

export const usualSettings: ReminderSettings = {
  digestAt: '08:30',
  quietOnRestDays: true,
  version: 0,
};

/** After this hour a digest that did not begin waits for the next day. */
const LATEST = '20:00';

/** Whether digests of today may go out at this moment. */
export function isDigestTime(
  settings: Pick<ReminderSettings, 'digestAt' | 'quietOnRestDays'>,
  now: number,
  calendar: WorkCalendar,
): boolean {
  const day = dayAt(now);
  if (settings.quietOnRestDays && !isWorkingDay(day, calendar)) return false;
  return now >= dueInstant(day, settings.digestAt) && now < dueInstant(day, LATEST);
}

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** Whether this week's lists may go out: from the digest's hour of Monday or the next working day. */
export function isWeeklyTime(
  settings: Pick<ReminderSettings, 'digestAt'>,
  now: number,
  calendar: WorkCalendar,
): boolean {
  const day = dayAt(now);
  if (day !== workingDayFrom(weekOf(day), calendar)) return false;
  return now >= dueInstant(day, settings.digestAt) && now < dueInstant(day, LATEST);
}

/** Why nobody is urged today, with the next working day; nothing on a working day. */
export function restDayWords(now: number, calendar: WorkCalendar): Phrase | undefined {
  const day = dayAt(now);
  if (isWorkingDay(day, calendar)) return undefined;
  const next = addWorkingDays(day, 1, calendar);
  return {
    zh: `今天是休息日，不发送催办。下一个工作日为${dayLabel(next)}。`,
    en: `Today is a rest day; nobody is urged. The next working day is ${dayLabel(next, 'en')}.`,
  };
}

function timeOf(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);
}

/** 今天已催办（10:42 由医政科）. */
export function alreadyWords({ at, byPost }: { at: number; byPost: string }): Phrase {
  const time = timeOf(at);
  return { zh: `今天已催办（${time} 由${byPost}）`, en: `Urged today (${time} by ${byPost})` };
}

/** Why a unit is left out of an act of 催办; nothing where it is urged. */
export function urgeBarOf(unit: {
  urge: { at: number; byPost: string } | null;
  isOwn: boolean;
  contacts: number;
}): { why: UrgeBar; words: Phrase } | undefined {
  if (unit.isOwn) {
    return { why: 'own', words: { zh: '本单位，不向自己催办', en: 'One’s own unit' } };
  }
  if (unit.urge !== null) return { why: 'already', words: alreadyWords(unit.urge) };
  if (unit.contacts > 0) return undefined;
  return {
    why: 'nobody',
    words: {
      zh: '没有联络员账号，请电话或书面催报',
      en: 'Nobody has an account there; please call or write',
    },
  };
}

/** What an urged unit reads; the deadline is noon of the next working day. */
export function urgeWords(input: {
  clock: Phrase;
  deadline: Phrase;
  what: Phrase | undefined;
  items: number | undefined;
  byPost: string;
}): Phrase {
  const { clock, deadline, byPost, items } = input;
  const what = input.what ?? { zh: '应报材料', en: 'what is due' };
  const count = items === undefined ? { zh: '', en: '' } : { zh: `${items}件`, en: ` (${items})` };
  return {
    zh: `截至${clock.zh}，你单位${what.zh}${count.zh}尚未报送。请于${deadline.zh}前报送，如有困难请说明。（${byPost}）`,
    en: `As of ${clock.en}, your unit has not filed ${what.en}${count.en}. Please file by ${deadline.en}, or say what stands in the way. (${byPost})`,
  };
}

const waitingWords: Readonly<Record<WaitingKind, (count: number) => Phrase>> = {
  overdue: (n) => ({ zh: `逾期未报${n}件`, en: `${n} overdue` }),
  'due-soon': (n) => ({ zh: `3个工作日内到期${n}件`, en: `${n} due within 3 working days` }),
  returned: (n) => ({ zh: `退回待改${n}件`, en: `${n} returned` }),
  'sign-for': (n) => ({ zh: `待签收${n}件`, en: `${n} to sign for` }),
  answers: (n) => ({ zh: `待签收批复${n}件`, en: `${n} answers to sign for` }),
  'sign-off': (n) => ({ zh: `待审签${n}件`, en: `${n} to sign off` }),
  'petition-sign': (n) => ({ zh: `待审签请示、专报${n}件`, en: `${n} papers upward to sign` }),
  rulings: (n) => ({ zh: `双人复核待裁定${n}件`, en: `${n} differences to decide` }),
  review: (n) => ({ zh: `待审核${n}件`, en: `${n} to review` }),
  replies: (n) => ({ zh: `待审回复${n}件`, en: `${n} replies to review` }),
  petitions: (n) => ({ zh: `待办理请示、专报${n}件`, en: `${n} papers from below to handle` }),
  approve: (n) => ({ zh: `待我审签${n}件`, en: `${n} waiting for my signature` }),
  proposals: (n) => ({ zh: `待处置建议${n}件`, en: `${n} proposals to decide` }),
};

export function totalOf(waiting: readonly Waiting[]): number {
  return waiting.reduce((sum, { count }) => sum + count, 0);
}

/** One message over everything that waits for a person. */
export function digestWords(waiting: readonly Waiting[]): { title: Phrase; body: Phrase } {
  const total = totalOf(waiting);
  const parts = waiting.map(({ kind, count }) => waitingWords[kind](count));
  return {
    title: { zh: `今天有${total}项待办`, en: `${total} items wait for you today` },
    body: {
      zh: `${parts.map(({ zh }) => zh).join('；')}。`,
      en: `${parts.map(({ en }) => en).join('; ')}.`,
    },
  };
}

export type OverdueUnit = { name: string; items: number; oldestDays: number };

/** Units that one list names; the rest are counted. */
const NAMED = 200;

/** 每周逾期名单 of one authority, its units in official order. */
export function weeklyWords(
  authority: Phrase,
  units: readonly OverdueUnit[],
  clock: Phrase,
): { title: Phrase; body: Phrase } {
  const named = units.slice(0, NAMED);
  const rest = units.length - named.length;
  const zh = named.map(
    ({ name, items, oldestDays }) => `${name}（${items}件，最长${oldestDays}天）`,
  );
  const en = named.map(
    ({ name, items, oldestDays }) => `${name} (${items}, up to ${oldestDays} days)`,
  );
  return {
    title: {
      zh: `每周逾期名单：${authority.zh}所属${units.length}家单位`,
      en: `Weekly overdue list: ${units.length} units under ${authority.en}`,
    },
    body: {
      zh: `截至${clock.zh}，以下${units.length}家单位逾期未报：${zh.join('、')}${rest > 0 ? `，另有${rest}家` : ''}。`,
      en: `As of ${clock.en}, ${units.length} units are overdue: ${en.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}.`,
    },
  };
}

const contactOfChannel: Readonly<Record<ChannelKind, ContactKind>> = {
  email: 'email',
  robot: 'account',
  webhook: 'account',
  sms: 'phone',
};

/** Which of a person's addresses a channel needs. */
export function contactFor(channel: ChannelKind): ContactKind {
  return contactOfChannel[channel];
}

const contactShape: Readonly<Record<ContactKind, RegExp>> = {
  email: /^[^\s@<>,;:"()[\]\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
  account: /^[\p{L}\p{N}._@-]{1,64}$/u,
  phone: /^(\+\d{1,3})?1?\d{10}$/,
};

export function isContact(kind: ContactKind, value: string): boolean {
  return contactShape[kind].test(value);
}

/** As much as lets a person recognise the own address: l***@unit.example, 138****0000, z***. */
export function maskContact(kind: ContactKind, value: string): string {
  if (kind === 'phone') return `${value.slice(0, -8)}****${value.slice(-4)}`;
  const at = kind === 'email' ? value.indexOf('@') : value.length;
  return `${value.slice(0, 1)}***${value.slice(at)}`;
}

/** Words that no text message may carry, whoever put them into a name. */
const CASE_WORDS =
  /举报|投诉|检举|控告|信访|线索|红包|回扣|违纪|违法|立案|约谈|患者|病历|whistle|complain|patient/i;
const PLAIN_PARAMETER = /^[\p{L}\p{N} ·（）()-]{1,30}$/u;

export type SmsFault = 'case-word' | 'not-plain' | 'unknown-parameter';

/** Why these parameters may not leave as an SMS: it carries a count and a name, and no content. */
export function findSmsFault(parameters: Readonly<Record<string, string>>): SmsFault | undefined {
  for (const [name, value] of Object.entries(parameters)) {
    if (name !== 'site' && name !== 'count') return 'unknown-parameter';
    if (CASE_WORDS.test(value)) return 'case-word';
    if (!PLAIN_PARAMETER.test(value) || (name === 'count' && !/^\d{1,5}$/.test(value))) {
      return 'not-plain';
    }
  }
  return undefined;
}

/** What an SMS says: where to sign in, and how many items wait. */
export function smsParameters(site: string, items: number): Record<string, string> {
  return { site, count: String(items) };
}

/** Which choice of a person lets a message leave; safety messages stay inside. */
export function leavesFor(
  category: MessageCategory,
  choice: { digest: boolean; urged: boolean },
): boolean {
  if (category === 'security') return false;
  return category === 'digest' ? choice.digest : choice.urged;
}
