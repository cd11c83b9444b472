import { For, Match, Show, Switch, createMemo, createSignal } from 'solid-js';
import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { score } from '#plugins/sdk/scoring/score.ts';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import type { ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { ScoreSheetView } from '#web/features/scoring/score-sheet.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { FieldGroup } from '#web/ui/field.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { NumberField } from '#web/ui/text-field.component.tsx';
import { itemsOf } from './score-edit.ts';
import { trialAsks, trialDeductions, trialFacts } from './trial-facts.ts';
import type { Trial, TrialAsk } from './trial-facts.ts';

type Asking = {
  ask: TrialAsk;
  said: (part: string) => string;
  say: (part: string, value: string) => void;
};

const Figures = (
  props: Asking & { parts: readonly { key: string; label: string }[]; decimal?: boolean },
) => (
  <FieldGroup name={`trial/${props.ask.fact}`} label={localText(props.ask.title)}>
    <div class="part-fields">
      <For each={props.parts}>
        {(part) => (
          <NumberField
            name={`trial/${props.ask.fact}/${part.key}`}
            label={part.label}
            decimal={props.decimal}
            value={props.said(part.key)}
            onInput={(typed) => props.say(part.key, typed)}
          />
        )}
      </For>
    </div>
  </FieldGroup>
);

const partsOf = (ask: TrialAsk): { key: string; label: string }[] => {
  const words = (
    key:
      | 'count'
      | 'numerator'
      | 'denominator'
      | 'value'
      | 'points'
      | 'population'
      | 'checked'
      | 'faults',
  ) => ({
    key,
    label: t(`editors.trial-${key}`),
  });
  if (ask.kind === 'ratio') return [words('numerator'), words('denominator')];
  if (ask.kind === 'sample') return [words('population'), words('checked'), words('faults')];
  if (ask.kind === 'value') return [words('value')];
  if (ask.kind === 'judgement' || ask.kind === 'recorded') return [words('points')];
  if (ask.kind === 'categories' || ask.kind === 'votes') {
    return ask.options.map(({ key, title }) => ({ key, label: localText(title) }));
  }
  return [words('count')];
};

const decimals: ReadonlySet<TrialAsk['kind']> = new Set(['value', 'judgement', 'recorded']);

const Ask = (props: Asking) => (
  <Switch
    fallback={
      <Figures {...props} parts={partsOf(props.ask)} decimal={decimals.has(props.ask.kind)} />
    }
  >
    <Match when={props.ask.kind === 'flag' || props.ask.kind === 'veto'}>
      <RadioGroup
        name={`trial/${props.ask.fact}`}
        label={localText(props.ask.title)}
        inline
        options={meanings(props.ask.kind).map((value) => ({
          value,
          label: t(
            props.ask.kind === 'veto'
              ? `editors.happened-${value || 'open'}`
              : `editors.met-${value || 'open'}`,
          ),
        }))}
        value={props.said('met')}
        onChange={(value) => props.say('met', value)}
      />
    </Match>
    <Match when={props.ask.kind === 'choice'}>
      <Select
        name={`trial/${props.ask.fact}`}
        label={localText(props.ask.title)}
        value={props.said('choice')}
        options={props.ask.options.map(({ key, title }) => ({
          value: key,
          label: localText(title),
        }))}
        onChange={(value) => props.say('choice', value)}
      />
    </Match>
  </Switch>
);

/** A veto has happened or not; whether a demand is met may be open. */
const meanings = (kind: TrialAsk['kind']) =>
  kind === 'veto' ? (['', 'yes'] as const) : (['', 'yes', 'no'] as const);

/** The sheet as a unit would see it, for a unit that does not exist. */
const answerOf = (card: Scorecard, trial: Trial): ScoreSheetAnswer => {
  const reason = t('editors.trial-reason');
  const compiled = compileScorecard(card);
  const sheet = score(
    compiled,
    trialFacts(trialAsks(card), trial, reason),
    trialDeductions(card, trial, reason),
  );
  const caption = t('editors.trial-caption');
  return {
    campaignId: '',
    campaignTitle: '',
    organizationId: JSON.stringify(trial),
    organizationName: t('editors.trial-unit'),
    computedAt: Date.now(),
    caption: { zh: caption, en: caption },
    official: false,
    scorecard: {
      key: card.key,
      title: card.title,
      source: { proposed: false, text: '' },
      grades: (card.grades?.grades ?? []).map(({ key, title }) => ({ key, title })),
    },
    sheet,
    criteria: Object.fromEntries(itemsOf(card).map(({ key, words }) => [key, { words }])),
    materials: [],
    unplaced: [],
  };
};

const Result = (props: { answer: ScoreSheetAnswer }) => {
  const sheet = () => props.answer.sheet;
  return (
    <div class="stack">
      <p class="figure-sentence" role="status">
        <Show
          when={sheet().complete}
          fallback={t('editors.trial-open', { count: sheet().pending.length })}
        >
          {t('editors.trial-result', {
            final: formatPoints(sheet().final),
            full: formatPoints(sheet().full),
          })}
          <Show when={sheet().grade}>
            {(grade) => <>{t('editors.trial-grade', { grade: localText(grade().title) })}</>}
          </Show>
          <Show
            when={sheet().gradeBeforeVeto?.key !== sheet().grade?.key && sheet().gradeBeforeVeto}
          >
            {(grade) => <>{t('editors.trial-before', { grade: localText(grade().title) })}</>}
          </Show>
        </Show>
      </p>
      <ScoreSheetView answer={props.answer} filingHref={() => '#'} />
    </div>
  );
};

const Deductions = (props: {
  card: Scorecard;
  said: (key: string) => string;
  say: (key: string, value: string) => void;
}) => (
  <Disclosure summary={t('editors.trial-deductions')}>
    <div class="stack-tight">
      <For each={itemsOf(props.card)}>
        {(item) => (
          <NumberField
            name={`trial/deduct/${item.key}`}
            label={localText(item.title)}
            decimal
            unit={t('editors.points-unit')}
            value={props.said(`deduct:${item.key}/points`)}
            onInput={(typed) => props.say(`deduct:${item.key}/points`, typed)}
          />
        )}
      </For>
    </div>
  </Disclosure>
);

/** 试算: type what one imagined unit did, and see its score, its grade and every reason. */
export const TrialRun = (props: { card: Scorecard }) => {
  const [trial, setTrial] = createSignal<Trial>({});
  const asks = createMemo(() => trialAsks(props.card));
  const said = (key: string) => trial()[key] ?? '';
  const say = (key: string, value: string) => setTrial((before) => ({ ...before, [key]: value }));
  const answer = createMemo(() => {
    try {
      return answerOf(props.card, trial());
    } catch {
      return undefined;
    }
  });
  /** An item is named above its first question, unless the question says the same. */
  const isFirst = (at: number, ask: TrialAsk) => {
    const name = ask.item === undefined ? t('editors.vetoes') : localText(ask.item);
    return asks()[at - 1]?.item !== ask.item && name !== localText(ask.title);
  };
  return (
    <div class="design-columns">
      <div class="stack">
        <p class="small soft">{t('editors.trial-words')}</p>
        <For each={asks().map(({ fact }) => fact)}>
          {(fact, at) => (
            <Show when={asks().find((each) => each.fact === fact)}>
              {(ask) => (
                <>
                  <Show when={isFirst(at(), ask())}>
                    <h3>{ask().item ? localText(ask().item) : t('editors.vetoes')}</h3>
                  </Show>
                  <Ask
                    ask={ask()}
                    said={(part) => said(`${fact}/${part}`)}
                    say={(part, value) => say(`${fact}/${part}`, value)}
                  />
                </>
              )}
            </Show>
          )}
        </For>
        <Deductions card={props.card} said={said} say={say} />
        <Button kind="quiet" onClick={() => setTrial({})}>
          {t('editors.try-clear')}
        </Button>
      </div>
      <div class="design-beside">
        <Show
          when={answer()}
          fallback={<Callout kind="warn" title={t('editors.trial-impossible')} />}
        >
          {(found) => <Result answer={found()} />}
        </Show>
      </div>
    </div>
  );
};
