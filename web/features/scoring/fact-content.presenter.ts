import type {
  FactUse,
  RecordableFact,
  RecordedContent,
  RecordedKind,
  ScoreFactRecord,
} from '#schema/contracts/evaluation-records.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';

export type Finding = { reason: string; category: string };

/** What was written so far, as text; a kind reads only what is its own. */
export type WrittenContent = {
  readonly [
    field in
      | 'quantity'
      | 'category'
      | 'about'
      | 'numerator'
      | 'denominator'
      | 'value'
      | 'met'
      | 'choice'
      | 'points'
      | 'population'
      | 'checked'
  ]?: string;
} & {
  readonly findings?: readonly Finding[];
  readonly counts?: Readonly<Record<string, string>>;
};

const countOf = (text = ''): number | undefined => {
  const written = text.trim();
  return /^\d{1,9}$/.test(written) ? Number(written) : undefined;
};

const eventOf = (fact: RecordableFact, written: WrittenContent): RecordedContent | undefined => {
  const { category = '', about = '', quantity = '' } = written;
  if (fact.categories !== undefined && category === '') return undefined;
  const count = quantity === '' ? 1 : countOf(quantity);
  if (count === undefined || count < 1) return undefined;
  return {
    kind: 'event',
    ...(count === 1 ? {} : { quantity: count }),
    ...(category === '' ? {} : { category }),
    ...(about.trim() === '' ? {} : { about: about.trim() }),
  };
};

const sampleOf = (fact: RecordableFact, written: WrittenContent): RecordedContent | undefined => {
  const population = countOf(written.population);
  const checked = countOf(written.checked);
  const findings = written.findings ?? [];
  const isWhole = findings.every(
    ({ reason, category }) =>
      reason.trim().length >= 2 && (fact.categories === undefined || category !== ''),
  );
  if (population === undefined || checked === undefined || !isWhole) return undefined;
  return {
    kind: 'sample',
    population,
    checked,
    findings: findings.map(({ reason, category }) => ({
      reason: reason.trim(),
      ...(category === '' ? {} : { category }),
    })),
  };
};

const votesOf = (fact: RecordableFact, written: WrittenContent): RecordedContent | undefined => {
  const counts = (fact.answers ?? []).flatMap(({ key }) => {
    const count = countOf(written.counts?.[key]);
    return count === undefined ? [] : [{ answer: key, count }];
  });
  const isWhole = counts.length > 0 && counts.length === fact.answers?.length;
  return isWhole ? { kind: 'votes', counts } : undefined;
};

/** The content as the server takes it, once it is whole; nothing before. */
export const contentOf = (
  fact: RecordableFact,
  kind: RecordedKind,
  written: WrittenContent,
): RecordedContent | undefined => {
  switch (kind) {
    case 'event':
      return eventOf(fact, written);
    case 'sample':
      return sampleOf(fact, written);
    case 'votes':
      return votesOf(fact, written);
    case 'ratio': {
      const numerator = countOf(written.numerator);
      const denominator = countOf(written.denominator);
      if (numerator === undefined || denominator === undefined) return undefined;
      return { kind, numerator, denominator };
    }
    case 'value': {
      const value = (written.value ?? '').trim();
      return /^-?\d{1,9}(\.\d{1,4})?$/.test(value) ? { kind, value } : undefined;
    }
    case 'flag':
      return written.met === undefined ? undefined : { kind, met: written.met === 'yes' };
    case 'choice':
      return written.choice ? { kind, choice: written.choice } : undefined;
    case 'judgement': {
      const points = (written.points ?? '').trim();
      return /^\d{1,6}(\.\d{1,4})?$/.test(points) ? { kind, points } : undefined;
    }
  }
};

const namedIn = (list: RecordableFact['categories'], key: string): string => {
  const found = list?.find((each) => each.key === key);
  return found ? localText(found.title) : key;
};

/** What is on record, in a line: 上级表扬 2次；实 95／应 100. */
export const contentWords = (
  { content }: Pick<ScoreFactRecord, 'content'>,
  fact: RecordableFact | undefined,
): string => {
  switch (content.kind) {
    case 'event': {
      const { category, about, quantity = 1 } = content;
      const named = category === undefined ? '' : namedIn(fact?.categories, category);
      return [named, about, t('scoring.times', { count: quantity })].filter(Boolean).join(' · ');
    }
    case 'ratio':
      return t('scoring.content-ratio', content);
    case 'value':
      return content.value;
    case 'flag':
      return t(content.met ? 'scoring.met' : 'scoring.not-met');
    case 'choice':
      return namedIn(fact?.choices, content.choice);
    case 'judgement':
      return t('kit.points-unit', { points: content.points });
    case 'sample':
      return t('scoring.content-sample', {
        population: content.population,
        checked: content.checked,
        found: content.findings.length,
      });
    case 'votes':
      return content.counts
        .map(({ answer, count }) => `${namedIn(fact?.answers, answer)} ${count}`)
        .join('；');
  }
};

/** What a fact would do to the score, in words. */
export const effectWords = (use: FactUse): string => {
  const title = localText(use.title);
  if (use.effect === 'cap-grade') {
    return t('scoring.use-cap-grade', { title, grade: localText(use.gradeAtMost) });
  }
  if (use.effect === 'weigh') return t('scoring.use-weigh', { title });
  if (use.effect === 'watch') return t('scoring.use-watch', { title });
  const points = formatPoints(use.points ?? 0);
  return t(use.effect === 'add' ? 'scoring.use-add' : 'scoring.use-deduct', { title, points });
};

/** 加分、一票否决、其他: under which button a fact is recorded. */
export type FactGroup = 'bonus' | 'veto' | 'other';

export const factGroups: readonly FactGroup[] = ['bonus', 'veto', 'other'];

export const groupOf = ({ uses }: RecordableFact): FactGroup => {
  if (uses.some(({ kind }) => kind === 'veto')) return 'veto';
  return uses.some(({ effect }) => effect === 'add') ? 'bonus' : 'other';
};
