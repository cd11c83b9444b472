import type {
  GradeCondition,
  GradeMetric,
  GradeOperator,
  GradeTable,
  Scorecard,
} from '#schema/contracts/campaign/scorecard.ts';
import { t } from '#web/shared/i18n.ts';
import { freeKey } from '../part-keys.ts';

export type Grade = GradeTable['grades'][number];
export type GradeLine = Extract<GradeCondition, { metric: GradeMetric }> | { veto: boolean };

const isLine = (condition: GradeCondition): condition is GradeLine =>
  'metric' in condition || 'veto' in condition;

/** The lines that must all hold; nothing where the condition is put together otherwise. */
export const linesOf = (when: GradeCondition): GradeLine[] | undefined => {
  if (isLine(when)) return [when];
  if (!('all' in when)) return undefined;
  const lines = when.all.filter(isLine);
  return lines.length === when.all.length ? lines : undefined;
};

export const fromLines = (lines: readonly GradeLine[]): GradeCondition => {
  const [only] = lines;
  return lines.length === 1 && only !== undefined ? only : { all: [...lines] };
};

export const newLine = (): GradeLine => ({ metric: 'total', op: 'ge', value: '60' });

/** The usual four, sound from the start, for a card of so many points. */
export const usualGrades = (
  source: Scorecard['source'],
  titles: readonly [string, string, string],
): GradeTable => ({
  source,
  grades: [
    { key: 'grade-1', title: titles[0], when: { metric: 'total', op: 'ge', share: '90%' } },
    {
      key: 'grade-2',
      title: titles[1],
      when: {
        all: [
          { metric: 'total', op: 'ge', share: '60%' },
          { metric: 'total', op: 'lt', share: '90%' },
        ],
      },
    },
    { key: 'grade-3', title: titles[2], when: { metric: 'total', op: 'lt', share: '60%' } },
  ],
});

export const addGrade = (table: GradeTable, title: string): GradeTable => ({
  ...table,
  grades: [
    ...table.grades,
    {
      key: freeKey(
        'grade',
        table.grades.map(({ key }) => key),
      ),
      title,
      when: newLine(),
    },
  ],
});

const lineWords = (line: GradeLine): string => {
  if ('veto' in line) return t(line.veto ? 'editors.grade-veto' : 'editors.grade-no-veto');
  const value = 'share' in line ? t('editors.grade-share', { share: line.share }) : line.value;
  return t(`editors.grade-says-${line.op as GradeOperator}`, {
    metric: t(`editors.metric-${line.metric}`),
    value,
  });
};

/** 总分不低于90，并且没有一票否决. */
export const gradeWords = (when: GradeCondition): string => {
  if (isLine(when)) return lineWords(when);
  if ('not' in when) return t('editors.not-so', { words: gradeWords(when.not) });
  const [parts, mark] =
    'all' in when
      ? ([when.all, 'editors.and-mark'] as const)
      : ([when.any, 'editors.or-else-mark'] as const);
  return parts
    .map((part) =>
      isLine(part) ? lineWords(part) : t('editors.in-brackets', { words: gradeWords(part) }),
    )
    .join(t(mark));
};
