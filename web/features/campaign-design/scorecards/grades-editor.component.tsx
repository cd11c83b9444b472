import { For, Show } from 'solid-js';
import type { CampaignProblem } from '#plugins/sdk/check/problem.ts';
import { gradeMetrics, gradeOperators } from '#schema/contracts/campaign/scorecard.ts';
import type {
  GradeMetric,
  GradeOperator,
  GradeTable,
} from '#schema/contracts/campaign/scorecard.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox, Select } from '#web/ui/choice-field.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import type { BodyEditor } from '../body-editor.ts';
import { Findings } from '../design-frame.component.tsx';
import { ItemTools } from '../item-tools.component.tsx';
import { moved, withProperty } from '../part-keys.ts';
import { chinese, withChinese } from '../texts.ts';
import { addGrade, fromLines, gradeWords, linesOf, newLine, usualGrades } from './grade-shape.ts';
import type { Grade, GradeLine } from './grade-shape.ts';

type Editing = { editor: BodyEditor<'scorecard'> };

const figureOf = (line: Extract<GradeLine, { metric: GradeMetric }>) =>
  'share' in line ? line.share : line.value;

/** 90 is points, 90% a share of the most there is. */
const withFigure = (line: { metric: GradeMetric; op: GradeOperator }, typed: string): GradeLine => {
  const { metric, op } = line;
  return /[%％]$/.test(typed)
    ? { metric, op, share: typed.replace('％', '%') }
    : { metric, op, value: typed };
};

type MetricLine = Extract<GradeLine, { metric: GradeMetric }>;

const Metric = (props: { name: string; line: MetricLine; onChange: (line: GradeLine) => void }) => (
  <>
    <Select
      name={`${props.name}/op`}
      label={t('editors.condition-op')}
      placeholder={null}
      value={props.line.op}
      options={gradeOperators.map((op) => ({ value: op, label: t(`editors.op-${op}`) }))}
      onChange={(op) => props.onChange({ ...props.line, op: op as GradeOperator })}
    />
    <TextField
      name={`${props.name}/value`}
      label={t('editors.grade-value')}
      value={figureOf(props.line)}
      onInput={(typed) => props.onChange(withFigure(props.line, typed.trim()))}
    />
  </>
);

const Line = (props: {
  name: string;
  line: GradeLine;
  onChange: (line: GradeLine) => void;
  onRemove: (() => void) | undefined;
}) => {
  const metric = () => ('metric' in props.line ? props.line : undefined);
  return (
    <div class="condition-row">
      <Select
        name={`${props.name}/metric`}
        label={t('editors.grade-metric')}
        placeholder={null}
        value={metric()?.metric ?? 'veto'}
        options={[
          ...gradeMetrics.map((value) => ({ value, label: t(`editors.metric-${value}`) })),
          { value: 'veto', label: t('editors.vetoes') },
        ]}
        onChange={(value) =>
          props.onChange(
            value === 'veto'
              ? { veto: false }
              : { ...newLine(), ...metric(), metric: value as GradeMetric },
          )
        }
      />
      <Show
        when={metric()}
        fallback={
          <Select
            name={`${props.name}/veto`}
            label={t('editors.condition-op')}
            placeholder={null}
            value={'veto' in props.line && props.line.veto ? 'yes' : 'no'}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`editors.happened-${value}`),
            }))}
            onChange={(value) => props.onChange({ veto: value === 'yes' })}
          />
        }
      >
        {(line) => <Metric name={props.name} line={line()} onChange={props.onChange} />}
      </Show>
      <Show when={props.onRemove}>
        {(remove) => (
          <Button small kind="quiet" onClick={() => remove()()}>
            {t('editors.condition-remove')}
          </Button>
        )}
      </Show>
    </div>
  );
};

const Lines = (props: {
  name: string;
  lines: readonly GradeLine[];
  onChange: (lines: readonly GradeLine[]) => void;
}) => (
  <>
    <For each={props.lines.map((_, at) => at)}>
      {(at) => (
        <Show when={props.lines[at]}>
          {(line) => (
            <Line
              name={`${props.name}/${at}`}
              line={line()}
              onChange={(after) =>
                props.onChange(props.lines.map((each, index) => (index === at ? after : each)))
              }
              onRemove={
                props.lines.length > 1
                  ? () => props.onChange(props.lines.filter((_, index) => index !== at))
                  : undefined
              }
            />
          )}
        </Show>
      )}
    </For>
    <div>
      <Button small onClick={() => props.onChange([...props.lines, newLine()])}>
        {t('editors.condition-add')}
      </Button>
    </div>
  </>
);

const GradeForm = (props: {
  name: string;
  grade: Grade;
  onChange: (grade: Grade, act: string) => void;
}) => {
  const lines = () => linesOf(props.grade.when);
  const put = (after: readonly GradeLine[]) =>
    props.onChange({ ...props.grade, when: fromLines(after) }, 'when');
  return (
    <div class="field-properties stack-tight">
      <TextField
        name={`${props.name}/title`}
        label={t('editors.grade-title')}
        required
        value={chinese(props.grade.title)}
        onInput={(zh) =>
          props.onChange({ ...props.grade, title: withChinese(props.grade.title, zh) }, 'title')
        }
      />
      <Show when={lines()} fallback={<p class="small soft">{t('editors.grade-nested')}</p>}>
        {(found) => <Lines name={props.name} lines={found()} onChange={put} />}
      </Show>
      <Checkbox
        name={`${props.name}/overrides`}
        label={t('editors.grade-overrides')}
        checked={props.grade.overrides === true}
        onChange={(overrides) =>
          props.onChange(
            withProperty(props.grade, 'overrides', overrides || undefined),
            'overrides',
          )
        }
      />
    </div>
  );
};

type Put = (grades: readonly Grade[], act?: string) => void;

const GradeRow = (props: { table: GradeTable; grade: Grade; at: number; onPut: Put }) => (
  <div class="grade-row">
    <Disclosure summary={`${chinese(props.grade.title)}：${gradeWords(props.grade.when)}`}>
      <GradeForm
        name={`grades/${props.at}`}
        grade={props.grade}
        onChange={(after, act) =>
          props.onPut(
            props.table.grades.map((each) => (each.key === props.grade.key ? after : each)),
            `grade ${props.grade.key} ${act}`,
          )
        }
      />
    </Disclosure>
    <ItemTools
      name={chinese(props.grade.title)}
      at={props.at}
      of={props.table.grades.length}
      onMove={(to) => props.onPut(moved(props.table.grades, props.at, to))}
      onRemove={
        props.table.grades.length > 2
          ? () => props.onPut(props.table.grades.filter((each) => each.key !== props.grade.key))
          : undefined
      }
    />
  </div>
);

/** 等次, best first; holes and overlaps are told with the point where they are. */
export const GradesEditor = (props: Editing & { findings: readonly CampaignProblem[] }) => {
  const table = () => props.editor.body().grades;
  const put = (grades: readonly Grade[], act?: string) =>
    props.editor.change(
      (card) => (card.grades ? { ...card, grades: { ...card.grades, grades: [...grades] } } : card),
      act,
    );
  const start = () =>
    props.editor.change((card) => ({
      ...card,
      grades: usualGrades(card.source, [
        t('editors.new-grade-1'),
        t('editors.new-grade-2'),
        t('editors.new-grade-3'),
      ]),
    }));
  const add = () =>
    props.editor.change((card) =>
      card.grades ? { ...card, grades: addGrade(card.grades, t('editors.new-grade')) } : card,
    );
  return (
    <section class="stack-tight">
      <h2 class="section-title">{t('editors.grades')}</h2>
      <p class="small soft">{t('editors.grade-value-hint')}</p>
      <Findings findings={props.findings.filter(({ code }) => code.includes('grade'))} />
      <Show
        when={table()}
        fallback={
          <p>
            {t('editors.grades-none')}{' '}
            <Button small onClick={start}>
              {t('editors.grades-start')}
            </Button>
          </p>
        }
      >
        {(found) => (
          <>
            <For each={found().grades.map(({ key }) => key)}>
              {(key, at) => (
                <Show when={found().grades.find((each) => each.key === key)}>
                  {(grade) => <GradeRow table={found()} grade={grade()} at={at()} onPut={put} />}
                </Show>
              )}
            </For>
            <div>
              <Button small onClick={add}>
                {t('editors.grade-add')}
              </Button>
            </div>
          </>
        )}
      </Show>
    </section>
  );
};
