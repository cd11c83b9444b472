import { describeAudience } from '#plugins/sdk/audience/describe-audience.ts';
import type {
  CampaignDetail,
  OutlineDate,
  OutlineTask,
} from '#schema/contracts/campaign-outline.ts';
import type { ClauseKind } from '#schema/contracts/campaign/clause.ts';
import type { Phase } from '#schema/contracts/campaign/dates.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { LocalText } from '#web/shared/i18n.ts';
import { groupWords } from './clause-groups.presenter.ts';
import type { Groups } from './clause-groups.presenter.ts';
import { dayOfRule, describeRecurrence, describeRule, isWeekend } from './date-rule.presenter.ts';
import { headOf, partsOf } from './draft-parts.ts';

export type DateWords = {
  /** The document's own words. */
  readonly wording: string;
  /** What they come to. */
  readonly means: string;
  readonly advice: string | undefined;
  readonly isRestDay: boolean;
  readonly proposal?: LocalText | undefined;
};

export type TaskView = {
  readonly key: string;
  readonly title: Text;
  readonly due: DateWords | undefined;
  readonly audience: LocalText;
  readonly office: string;
  readonly minutes: number;
  readonly form: LocalText;
  readonly needsStamp: boolean;
  readonly proposal: LocalText | undefined;
};

export type PhaseView = {
  readonly key: string;
  readonly title: string;
  readonly from: DateWords;
  readonly to: DateWords;
};

export type NamedView = {
  readonly key: string;
  readonly title: Text;
  readonly note: string;
  readonly proposal?: LocalText | undefined;
};

export type ClauseView = {
  readonly key: string;
  readonly number: string;
  readonly title: string | undefined;
  readonly words: string;
  readonly kind: ClauseKind;
  readonly depth: number;
  readonly posts: string | undefined;
  /** 专项 and 口径标签: they group, and ask for nothing. */
  readonly groups: string | undefined;
  readonly tasks: readonly TaskView[];
  readonly phases: readonly PhaseView[];
  readonly indicators: readonly NamedView[];
  readonly registers: readonly NamedView[];
};

export type DocumentView = {
  readonly clauses: readonly ClauseView[];
  /** Phases that hang on no clause. */
  readonly phases: readonly PhaseView[];
};

type ClauseLike = {
  key: string;
  number: string;
  title?: string | undefined;
  words: string;
  kind: ClauseKind;
  parent?: string | undefined;
  posts?: { lead?: string[] | undefined; support?: string[] | undefined } | undefined;
  workstream?: string | undefined;
  labels?: string[] | undefined;
};

const depthsOf = (clauses: readonly ClauseLike[]): Map<string, number> => {
  const depths = new Map<string, number>();
  for (const { key, parent } of clauses) {
    depths.set(key, parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1);
  }
  return depths;
};

const postsWords = (posts: ClauseLike['posts']): string | undefined => {
  const lead = posts?.lead?.length ? t('campaigns.lead', { posts: posts.lead.join('、') }) : '';
  const support = posts?.support?.length
    ? t('campaigns.support', { posts: posts.support.join('、') })
    : '';
  return [lead, support].filter(Boolean).join(t('campaigns.posts-joint')) || undefined;
};

const base = (
  clause: ClauseLike,
  depths: ReadonlyMap<string, number>,
  groups: Groups | undefined,
) => ({
  key: clause.key,
  number: clause.number,
  title: clause.title,
  words: clause.words,
  kind: clause.kind,
  depth: depths.get(clause.key) ?? 0,
  posts: postsWords(clause.posts),
  groups: groupWords(clause, groups),
});

/** Why it is there, where the document does not give it. */
const proposalOf = (source: Source | undefined): LocalText | undefined =>
  source !== undefined && 'proposed' in source ? source.reason : undefined;
const isStamped = (task: Pick<Task, 'deliverables'>): boolean =>
  (task.deliverables ?? []).some(({ kind }) => kind === 'stamped-scan');

const ruleWords = (rule: Phase['from'], edge: 'start' | 'end'): DateWords => {
  const day = dayOfRule(rule, edge);
  return {
    wording: rule.wording,
    means: describeRule(rule, edge),
    advice: undefined,
    isRestDay: day !== undefined && isWeekend(day),
    proposal: proposalOf(rule.source),
  };
};

const phaseOfDraft = ({ key, title, from, to }: Phase): PhaseView => ({
  key,
  title,
  from: ruleWords(from, 'start'),
  to: ruleWords(to, 'end'),
});

const dueOfDraft = ({ due, recurs }: Task): DateWords | undefined => {
  if (due) return ruleWords(due, 'end');
  if (!recurs) return undefined;
  return {
    wording: recurs.wording,
    means: describeRecurrence(recurs),
    advice: undefined,
    isRestDay: false,
    proposal: proposalOf(recurs.source),
  };
};

/** The document of a draft as it stands, clause by clause. */
export const viewDraft = (draft: Pick<Draft, 'parts'>): DocumentView => {
  const clauses = partsOf(draft, 'clause').map(({ body }) => body);
  const tasks = partsOf(draft, 'task').map(({ body }) => body);
  const phases = partsOf(draft, 'phase').map(({ body }) => body);
  const forms = partsOf(draft, 'form').map(({ body }) => body);
  const indicators = partsOf(draft, 'indicator').map(({ body }) => body);
  const registers = partsOf(draft, 'register').map(({ body }) => body);
  const offices = headOf(draft)?.body.offices ?? [];
  const depths = depthsOf(clauses);
  const toTask = (task: Task): TaskView => ({
    key: task.key,
    title: task.title,
    due: dueOfDraft(task),
    audience: { zh: describeAudience(task.audience), en: describeAudience(task.audience, 'en') },
    office: offices.find(({ key }) => key === task.to)?.title ?? task.to,
    minutes: task.minutes,
    form: forms.find(({ key }) => key === task.form)?.title ?? task.form,
    needsStamp: isStamped(task),
    proposal: proposalOf(task.source),
  });
  const known = new Set(clauses.map(({ key }) => key));
  const isLoose = (phase: Phase) => phase.clause === undefined || !known.has(phase.clause);
  return {
    clauses: clauses.map((clause) => ({
      ...base(clause, depths, headOf(draft)?.body),
      tasks: tasks.filter((task) => task.clause === clause.key).map(toTask),
      phases: phases.filter((phase) => phase.clause === clause.key).map(phaseOfDraft),
      indicators: indicators
        .filter((each) => each.clause === clause.key)
        .map(({ key, title, definition, source }) => ({
          key,
          title,
          note: localText(definition),
          proposal: proposalOf(source),
        })),
      registers: registers
        .filter((each) => each.clause === clause.key)
        .map(({ key, title, noun, source }) => ({
          key,
          title,
          note: localText(noun),
          proposal: proposalOf(source),
        })),
    })),
    phases: phases.filter(isLoose).map(phaseOfDraft),
  };
};

const outlineDate = (date: OutlineDate): DateWords => ({
  wording: date.wording,
  means: date.label ? localText(date.label) : t('campaigns.date-undated'),
  advice: date.advice ? localText(date.advice) : undefined,
  isRestDay: date.advice !== undefined,
  proposal: date.proposed,
});

const dueOfOutline = (task: OutlineTask): DateWords | undefined => {
  if (!task.due) return undefined;
  const turns = task.occurrences.map(({ label }) => localText(label)).join('、');
  return turns === '' ? outlineDate(task.due) : { ...outlineDate(task.due), means: turns };
};

/** A published document, with the days that the server worked out. */
export const viewCampaign = (detail: CampaignDetail): DocumentView => {
  const depths = depthsOf(detail.clauses);
  const phases = detail.phases.map((phase) => ({
    clause: phase.clause,
    key: phase.key,
    title: phase.title,
    from: outlineDate(phase.from),
    to: outlineDate(phase.to),
  }));
  const known = new Set(detail.clauses.map(({ key }) => key));
  return {
    clauses: detail.clauses.map((clause) => ({
      ...base(clause, depths, detail),
      tasks: clause.tasks.map((task) => ({
        key: task.key,
        title: task.title,
        due: dueOfOutline(task),
        audience: task.audience,
        office: task.office,
        minutes: task.minutes,
        form: task.form.title ?? task.form.key,
        needsStamp: isStamped(task),
        proposal: proposalOf(task.source),
      })),
      phases: phases.filter((phase) => phase.clause === clause.key),
      indicators: clause.indicators.map(({ key, title, definition, source }) => ({
        key,
        title,
        note: localText(definition),
        proposal: proposalOf(source),
      })),
      registers: clause.registers.map(({ key, title, noun, source }) => ({
        key,
        title,
        note: localText(noun),
        proposal: proposalOf(source),
      })),
    })),
    phases: phases.filter(({ clause }) => clause === undefined || !known.has(clause)),
  };
};

/** The words of a document begin with its number, which the outline says already. */
const withoutNumber = (words: string, number: string): string => {
  const inner = number.replace(/[（）()]/g, '').replace(/[.*+?^${}|[\]\\]/g, '\\$&');
  if (inner === '') return words;
  const end = inner.endsWith('是') ? '' : '[）)、.．：:\\s]+';
  return words.replace(new RegExp(`^[（(]?${inner}${end}`), '') || words;
};

const begunWords = (given: string, number: string): string => {
  const words = withoutNumber(given.trim(), number);
  const signs = Array.from(words.replace(/\s+/g, ''));
  return signs.length > 16 ? `${signs.slice(0, 16).join('')}…` : signs.join('');
};

/** 一、工作目标 · 二（一）强化宣传 · 二（一）·1 宣传教育: number and heading as the document joins them. */
export const clauseHeading = (number: string, title: string | undefined): string => {
  if (title === undefined || title === number) return number;
  if (number === '') return title;
  if (/[）)、.．]$/.test(number)) return `${number}${title}`;
  return /^[一二三四五六七八九十]+$/.test(number) ? `${number}、${title}` : `${number} ${title}`;
};

/** What the outline calls a clause: its title, or the beginning of its words. */
export const shortName = (clause: Pick<ClauseView, 'number' | 'title' | 'words'>): string =>
  clauseHeading(clause.number, clause.title ?? begunWords(clause.words, clause.number));

const bare = (words: string): string => words.replace(/[\s、，。：；（）().·]/g, '');

/** The words of the clause are its heading and nothing else. */
export const saysNoMore = (clause: Pick<ClauseView, 'number' | 'title' | 'words'>): boolean =>
  clause.title !== undefined &&
  bare(clauseHeading(clause.number, clause.title)).endsWith(bare(clause.words));
