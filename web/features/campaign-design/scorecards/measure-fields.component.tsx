import { For, Match, Show, Switch } from 'solid-js';
import type { ScoreMeasure } from '#schema/contracts/campaign/score-rule.ts';
import type { ScoreRule, Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Checkbox, RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { freeKey, withProperty } from '../part-keys.ts';
import { chinese, withChinese } from '../texts.ts';
import { measureKinds, newMeasure, sharedFacts, withMeasure } from './rule-shape.ts';
import type { MeasureKind, ShapeWords } from './rule-shape.ts';
import { factKeysOf } from './score-edit.ts';

type OfKind<K extends MeasureKind> = Extract<ScoreMeasure, { kind: K }>;
type Props = {
  name: string;
  rule: ScoreRule;
  card: Scorecard;
  onChange: (rule: ScoreRule) => void;
};

/** What a trend and a traffic light come out at. */
type Outcome = 'improved' | 'unchanged' | 'declined' | 'green' | 'yellow' | 'red';

export const shapeWords = (): ShapeWords => ({
  element: t('editors.new-element'),
  option: (number) => t('editors.option-number', { number }),
  trend: (outcome) => {
    const known = outcome as Outcome;
    return t(`editors.outcome-${known}`);
  },
});

const is = <K extends MeasureKind>(measure: ScoreMeasure, kind: K): OfKind<K> | undefined =>
  measure.kind === kind ? (measure as OfKind<K>) : undefined;

/** One line, one demand; a line that is only reworded keeps the fact it reads. */
export const elementsFrom = (
  before: OfKind<'elements'>['elements'],
  typed: string,
  taken: readonly string[],
): OfKind<'elements'>['elements'] => {
  const used = [...taken];
  return typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const same = before.find(({ title }) => chinese(title) === line) ?? before[at];
      if (same !== undefined) return { ...same, title: withChinese(same.title, line) };
      const fact = freeKey('fact', used);
      used.push(fact);
      return { fact, title: line };
    });
};

const Shared = (props: Props) => {
  const others = () => sharedFacts(props.card, props.rule);
  const own = () => ('fact' in props.rule.measure ? props.rule.measure.fact : '');
  const isShared = () => others().some(({ fact }) => fact === own());
  return (
    <Show when={'fact' in props.rule.measure && others().length > 0}>
      <Select
        name={`${props.name}/fact`}
        label={t('editors.fact')}
        hint={t('editors.fact-hint')}
        placeholder={t('editors.fact-own')}
        value={isShared() ? own() : ''}
        options={others().map(({ fact, title }) => ({
          value: fact,
          label: t('editors.fact-with', { name: localText(title) }),
        }))}
        onChange={(chosen) => {
          const fact = chosen === '' ? freeKey('fact', factKeysOf(props.card)) : chosen;
          // Only measures that read one fact come here.
          props.onChange({
            ...props.rule,
            measure: { ...props.rule.measure, fact } as ScoreMeasure,
          });
        }}
      />
    </Show>
  );
};

const Better = (props: Props & { measure: OfKind<'trend' | 'light'> }) => {
  const put = (measure: ScoreMeasure) => props.onChange({ ...props.rule, measure });
  const level = (property: 'warn' | 'alarm', measure: () => OfKind<'light'>) => (
    <TextField
      name={`${props.name}/${property}`}
      label={t(`editors.light-${property}`)}
      hint={t('editors.level-hint')}
      value={measure()[property]}
      onInput={(typed) => put({ ...measure(), [property]: typed.trim() })}
    />
  );
  return (
    <>
      <RadioGroup
        name={`${props.name}/better`}
        label={t('editors.direction')}
        inline
        options={(['higher', 'lower'] as const).map((value) => ({
          value,
          label: t(`editors.direction-${value}`),
        }))}
        value={props.measure.better}
        onChange={(better) =>
          put({ ...props.measure, better: better === 'lower' ? 'lower' : 'higher' })
        }
      />
      <Show when={is(props.measure, 'light')}>
        {(light) => (
          <div class="part-fields">
            {level('warn', light)}
            {level('alarm', light)}
          </div>
        )}
      </Show>
      <Show when={is(props.measure, 'trend')}>
        {(trend) => (
          <TextField
            name={`${props.name}/enough`}
            label={t('editors.trend-enough')}
            hint={t('editors.level-hint')}
            value={trend().enough ?? ''}
            onInput={(typed) =>
              put(withProperty(trend(), 'enough', typed.trim() === '' ? undefined : typed.trim()))
            }
          />
        )}
      </Show>
    </>
  );
};

const Votes = (props: Props & { measure: OfKind<'votes'> }) => {
  const put = (answers: OfKind<'votes'>['answers']) =>
    props.onChange({ ...props.rule, measure: { ...props.measure, answers } });
  return (
    <div class="stack-tight">
      <For each={props.measure.answers.map(({ answer }) => answer)}>
        {(key) => (
          <Show when={props.measure.answers.find(({ answer }) => answer === key)}>
            {(answer) => {
              const change = (next: OfKind<'votes'>['answers'][number]) =>
                put(props.measure.answers.map((each) => (each.answer === key ? next : each)));
              return (
                <div class="option-row">
                  <TextField
                    name={`${props.name}/${key}/title`}
                    label={t('editors.vote-answer')}
                    value={chinese(answer().title)}
                    onInput={(zh) =>
                      change({ ...answer(), title: withChinese(answer().title, zh) })
                    }
                  />
                  <NumberField
                    name={`${props.name}/${key}/points`}
                    label={t('editors.vote-points')}
                    decimal
                    value={answer().points ?? ''}
                    onInput={(typed) =>
                      change(withProperty(answer(), 'points', typed === '' ? undefined : typed))
                    }
                  />
                </div>
              );
            }}
          </Show>
        )}
      </For>
    </div>
  );
};

const Sample = (props: Props & { measure: OfKind<'sample'> }) => {
  const put = (measure: ScoreMeasure) => props.onChange({ ...props.rule, measure });
  return (
    <div class="part-fields">
      <RadioGroup
        name={`${props.name}/draw`}
        label={t('editors.draw')}
        inline
        options={(['random', 'consecutive'] as const).map((value) => ({
          value,
          label: t(`editors.draw-${value}`),
        }))}
        value={props.measure.draw}
        onChange={(draw) =>
          put({ ...props.measure, draw: draw === 'random' ? 'random' : 'consecutive' })
        }
      />
      <NumberField
        name={`${props.name}/size`}
        label={t('editors.sample-size')}
        value={props.measure.size === undefined ? '' : String(props.measure.size)}
        onInput={(typed) =>
          put(
            withProperty(
              props.measure,
              'size',
              /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : undefined,
            ),
          )
        }
      />
    </div>
  );
};

const Parameters = (props: Props) => {
  const put = (measure: ScoreMeasure) => props.onChange({ ...props.rule, measure });
  const measure = () => props.rule.measure;
  return (
    <Switch>
      <Match when={is(measure(), 'ladder')}>
        <p class="small soft">{t('editors.ladder-kept')}</p>
      </Match>
      <Match when={is(measure(), 'events')}>
        {(events) => (
          <Checkbox
            name={`${props.name}/distinct`}
            label={t('editors.distinct')}
            checked={events().distinct === true}
            disabled={props.rule.price.kind !== 'shortfall' && !events().distinct}
            onChange={(distinct) => put(withProperty(events(), 'distinct', distinct || undefined))}
          />
        )}
      </Match>
      <Match when={is(measure(), 'elements')}>
        {(elements) => (
          <TextArea
            name={`${props.name}/elements`}
            label={t('editors.elements')}
            hint={t('editors.one-a-line')}
            rows={Math.max(3, elements().elements.length)}
            value={elements()
              .elements.map(({ title }) => chinese(title))
              .join('\n')}
            onCommit={(typed) => {
              const list = elementsFrom(elements().elements, typed, factKeysOf(props.card));
              if (list.length > 0) put({ kind: 'elements', elements: list });
            }}
          />
        )}
      </Match>
      <Match when={is(measure(), 'sample')}>
        {(sample) => <Sample {...props} measure={sample()} />}
      </Match>
      <Match when={is(measure(), 'votes')}>
        {(votes) => <Votes {...props} measure={votes()} />}
      </Match>
      <Match when={is(measure(), 'trend') ?? is(measure(), 'light')}>
        {(figure) => <Better {...props} measure={figure()} />}
      </Match>
    </Switch>
  );
};

/** What the rule looks at. */
export const ScoreMeasureFields = (props: Props) => {
  const measure = () => props.rule.measure;
  return (
    <div class="stack-tight">
      <Select
        name={`${props.name}/kind`}
        label={t('editors.score-measure')}
        placeholder={null}
        disabled={measure().kind === 'ladder'}
        options={[
          ...measureKinds.map((value) => ({ value, label: t(`editors.score-${value}`) })),
          ...(measure().kind === 'ladder'
            ? [{ value: 'ladder', label: t('editors.score-ladder') }]
            : []),
        ]}
        value={measure().kind}
        onChange={(kind) =>
          props.onChange(
            withMeasure(
              props.rule,
              newMeasure(kind as MeasureKind, props.card, shapeWords()),
              shapeWords(),
            ),
          )
        }
      />
      <Shared {...props} />
      <Parameters {...props} />
    </div>
  );
};
