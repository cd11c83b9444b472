import { For, Show, untrack } from 'solid-js';
import type { CampaignProblem } from '#plugins/sdk/check/problem.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { crosswalkMatches } from '#schema/contracts/campaign/indicator.ts';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import type { CommonIndicator } from '#schema/contracts/oversight.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { withProperty } from '../part-keys.ts';
import { chinese, withOptional } from '../texts.ts';
import { commonOf, newAnswer, takenBy } from './crosswalk-rows.ts';
import type { AnswerRow } from './crosswalk-rows.ts';
import type { IndicatorBody } from './indicator-body.ts';
import './crosswalk.css';

type Props = {
  editor: IndicatorBody;
  campaign: Campaign;
  mayEdit: boolean;
  findings: readonly CampaignProblem[];
};

const ownTitle = (campaign: Campaign, key: string): string =>
  localText(campaign.indicators.find((each) => each.key === key)?.title ?? key);

/** What may still be answered: each common indicator once, whoever has it named beside it. */
const optionsFor = ({ editor, campaign }: Props, chosen?: string) =>
  commonIndicatorCatalogue
    .filter(
      ({ key }) => key === chosen || editor.body().answers.every((answer) => answer.key !== key),
    )
    .map(({ key, title }) => {
      const other = takenBy(editor.crosswalk(), key, editor.body().key);
      const name = localText(title);
      return other === undefined
        ? { value: key, label: name }
        : {
            value: key,
            label: t('editors.crosswalk-taken', { name, other: ownTitle(campaign, other) }),
            disabled: true,
          };
    });

/** The shared definition as the higher authority publishes it, to hold one’s own against. */
const Definition = (props: { common: CommonIndicator }) => (
  <dl class="crosswalk-definition small">
    <dt>{t('editors.crosswalk-definition')}</dt>
    <dd>{localText(props.common.definition)}</dd>
    <dt>{t('editors.crosswalk-share')}</dt>
    <dd>
      {t('editors.crosswalk-terms', {
        numerator: localText(props.common.numerator),
        denominator: localText(props.common.denominator),
      })}
    </dd>
    <dt>{t('editors.crosswalk-measured')}</dt>
    <dd>
      {t('editors.crosswalk-facts', {
        form: t(`editors.indicator-${props.common.form}`),
        unit: localText(props.common.unit),
        direction: t(`editors.direction-${props.common.direction}`),
      })}
    </dd>
  </dl>
);

type RowProps = Props & { row: AnswerRow };

/** Changes one row by its key; acts of one name in a row are undone together. */
const createPut = (props: RowProps) => {
  const editor = untrack(() => props.editor);
  const key = untrack(() => props.row.key);
  return (next: (row: AnswerRow) => AnswerRow | undefined, act?: string) =>
    editor.change(
      (before) => ({
        ...before,
        answers: before.answers.flatMap((each) => (each.key === key ? (next(each) ?? []) : [each])),
      }),
      act === undefined ? undefined : `crosswalk/${key}/${act}`,
    );
};

const Common = (props: RowProps) => {
  const put = createPut(props);
  const swap = (chosen: string) => {
    const common = commonOf(chosen);
    if (!common) return;
    const answer = newAnswer(props.editor.body(), common);
    put((row) => ({ ...row, ...answer }));
  };
  return (
    <div class="crosswalk-head">
      <Select
        name={`crosswalk/${props.row.key}/common`}
        label={t('editors.crosswalk-common')}
        placeholder={null}
        value={props.row.key}
        disabled={!props.mayEdit}
        options={optionsFor(props, props.row.key)}
        onChange={swap}
      />
      <Show when={props.mayEdit}>
        <Button
          kind="quiet"
          aria-label={t('editors.crosswalk-remove', { name: localText(props.row.title) })}
          onClick={() => put(() => undefined)}
        >
          {t('acts.remove')}
        </Button>
      </Show>
    </div>
  );
};

const Likeness = (props: RowProps) => {
  const put = createPut(props);
  return (
    <>
      <RadioGroup
        name={`crosswalk/${props.row.key}/match`}
        label={t('editors.crosswalk-match')}
        disabled={!props.mayEdit}
        options={crosswalkMatches.map((value) => ({
          value,
          label: t(`editors.match-${value}`),
          hint: t(`editors.match-${value}-hint`),
        }))}
        value={props.row.match}
        onChange={(match) =>
          put((row) => ({ ...row, match: match as AnswerRow['match'] }), 'match')
        }
      />
      <TextArea
        name={`crosswalk/${props.row.key}/note`}
        label={t('editors.crosswalk-note')}
        hint={t('editors.crosswalk-note-hint')}
        required={props.row.match !== 'same'}
        rows={2}
        limit={200}
        disabled={!props.mayEdit}
        value={chinese(props.row.note)}
        onInput={(zh) =>
          put((row) => withProperty(row, 'note', withOptional(row.note, zh)), 'note')
        }
      />
    </>
  );
};

const Answer = (props: RowProps) => {
  const place = () => `crosswalk/${props.row.key}`;
  const found = () =>
    props.findings.filter(({ path }) => path === place() || path.startsWith(`${place()}/`));
  return (
    <li class="crosswalk-row stack-tight">
      <Common {...props} />
      <Show when={commonOf(props.row.key)}>{(common) => <Definition common={common()} />}</Show>
      <Likeness {...props} />
      <For each={found()}>
        {(problem) => (
          <p class="design-found" role="status">
            {localText(problem.message)}
            <span class="soft">{`（${localText(problem.mend)}）`}</span>
          </p>
        )}
      </For>
    </li>
  );
};

/** 指标口径对照: which shared indicators this one answers, how nearly, and why not quite. */
export const CrosswalkFields = (props: Props) => {
  const editor = untrack(() => props.editor);
  const keys = () => editor.body().answers.map(({ key }) => key);
  const add = (key: string) => {
    const common = commonOf(key);
    if (!common) return;
    editor.change((before) => ({
      ...before,
      answers: [...before.answers, newAnswer(before, common)],
    }));
  };
  return (
    <section class="stack">
      <h2 class="section-title">{t('editors.crosswalk')}</h2>
      <p class="small soft">{t('editors.crosswalk-words')}</p>
      <Show when={keys().length > 0} fallback={<p class="soft">{t('editors.crosswalk-none')}</p>}>
        <ul class="crosswalk-rows">
          <For each={keys()}>
            {(key) => (
              <Show when={editor.body().answers.find((each) => each.key === key)}>
                {(row) => <Answer {...props} row={row()} />}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.mayEdit && editor.mayMap()}>
        <Select
          name="crosswalk/add"
          label={t('editors.crosswalk-add')}
          placeholder={t('editors.crosswalk-add-none')}
          value=""
          options={optionsFor(props)}
          onChange={add}
        />
      </Show>
    </section>
  );
};
