import { Show, createMemo, untrack } from 'solid-js';
import type { CampaignProblem, CampaignRule } from '#plugins/sdk/check/problem.ts';
import {
  crosswalkLikeness,
  crosswalkNote,
  crosswalkTarget,
  indicatorData,
  ratioTerms,
} from '#plugins/sdk/check/rules/indicators.ts';
import type { Indicator, Ratio } from '#schema/contracts/campaign/indicator.ts';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import { t } from '#web/shared/i18n.ts';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { DesignFrame, Findings } from '../design-frame.component.tsx';
import type { DesignProps } from '../design-props.ts';
import { findingsOf } from '../findings.ts';
import { withProperty } from '../part-keys.ts';
import { SourceFields, clauseOptions } from '../source-fields.component.tsx';
import { chinese, withChinese, withOptional } from '../texts.ts';
import { CrosswalkFields } from './crosswalk-fields.component.tsx';
import type { AnsweringIndicator } from './crosswalk-rows.ts';
import { createIndicatorBody } from './indicator-body.ts';
import type { IndicatorBody } from './indicator-body.ts';
import { withForm, withMeasure } from './indicator-shape.ts';
import { LevelField } from './level-field.component.tsx';
import { MeasureFields } from './measure-fields.component.tsx';

type Editing = { editor: IndicatorBody };

const createPut =
  (editor: IndicatorBody) =>
  <Name extends keyof Indicator>(name: Name, value: AnsweringIndicator[Name] | undefined) =>
    editor.change((before) => withProperty<AnsweringIndicator, Name>(before, name, value), name);

type Meant = Editing & { campaign: DesignProps<'indicator'>['campaign'] };

const Kind = (props: Meant) => {
  const put = createPut(untrack(() => props.editor));
  const body = () => props.editor.body();
  return (
    <div class="part-fields">
      <Select
        name="form"
        label={t('editors.indicator-form')}
        placeholder={null}
        value={body().form}
        options={(['ratio', 'count', 'mean', 'value'] as const).map((value) => ({
          value,
          label: t(`editors.indicator-${value}`),
        }))}
        onChange={(form) =>
          untrack(() => props.editor).change(
            (before) => ({ ...before, ...withForm(before, form as Indicator['form']) }),
            'form',
          )
        }
      />
      <TextField
        name="unit"
        label={t('editors.unit')}
        required
        error={props.editor.errorOf('unit')}
        value={chinese(body().unit)}
        onInput={(zh) => put('unit', withChinese(body().unit, zh))}
      />
      <Select
        name="clause"
        label={t('editors.indicator-clause')}
        placeholder={t('editors.indicator-no-clause')}
        value={body().clause ?? ''}
        options={clauseOptions(props.campaign.clauses)}
        onChange={(clause) => put('clause', clause === '' ? undefined : clause)}
      />
    </div>
  );
};

const Meaning = (props: Meant) => {
  const put = createPut(untrack(() => props.editor));
  const body = () => props.editor.body();
  const text = (name: 'numerator' | 'denominator') => (
    <TextField
      name={name}
      label={t(`editors.${name}`)}
      error={props.editor.errorOf(name)}
      value={chinese(body()[name])}
      onInput={(zh) => put(name, withOptional(body()[name], zh))}
    />
  );
  return (
    <section class="stack">
      <TextField
        name="title"
        label={t('editors.indicator-title')}
        required
        error={props.editor.errorOf('title')}
        value={chinese(body().title)}
        onInput={(zh) => put('title', withChinese(body().title, zh))}
      />
      <Kind {...props} />
      <TextArea
        name="definition"
        label={t('editors.definition')}
        hint={t('editors.definition-hint')}
        required
        rows={3}
        error={props.editor.errorOf('definition')}
        value={chinese(body().definition)}
        onInput={(zh) => put('definition', withChinese(body().definition, zh))}
      />
      <div class="part-fields">
        {text('numerator')}
        {text('denominator')}
      </div>
    </section>
  );
};

const Least = (props: Editing) => {
  const put = createPut(untrack(() => props.editor));
  const body = () => props.editor.body();
  return (
    <div class="part-fields">
      <NumberField
        name="minimum"
        label={t('editors.minimum')}
        hint={t('editors.minimum-hint')}
        error={props.editor.errorOf('minimum')}
        value={body().minimum === undefined ? '' : String(body().minimum)}
        onInput={(typed) => put('minimum', /^\d{1,9}$/.test(typed) ? Number(typed) : undefined)}
      />
      <LevelField
        form="ratio"
        unit="%"
        name="verificationShare"
        label={t('editors.verification-share')}
        hint={t('editors.verification-hint')}
        level={body().verificationShare}
        onChange={(share) => put('verificationShare', share)}
      />
    </div>
  );
};

const Levels = (props: Editing) => {
  const put = createPut(untrack(() => props.editor));
  const body = () => props.editor.body();
  const counted = () => ({ form: body().form, unit: chinese(body().unit) });
  const light = (name: 'warn' | 'alarm', ratio: Ratio | undefined) => {
    const before = body().lights;
    const other = name === 'warn' ? before?.alarm : before?.warn;
    if (ratio === undefined) return put('lights', undefined);
    put('lights', { warn: other ?? ratio, alarm: other ?? ratio, [name]: ratio });
  };
  return (
    <section class="stack">
      <RadioGroup
        name="direction"
        label={t('editors.direction')}
        inline
        options={(['higher', 'lower', 'trend'] as const).map((value) => ({
          value,
          label: t(`editors.direction-${value}`),
        }))}
        value={body().direction}
        onChange={(direction) => put('direction', direction as Indicator['direction'])}
      />
      <div class="part-fields">
        <LevelField
          {...counted()}
          name="target"
          label={t('editors.target')}
          level={body().target}
          onChange={(target) => put('target', target)}
        />
        <LevelField
          {...counted()}
          name="lights/warn"
          label={t('editors.warn')}
          level={body().lights?.warn}
          onChange={(ratio) => light('warn', ratio)}
        />
        <LevelField
          {...counted()}
          name="lights/alarm"
          label={t('editors.alarm')}
          level={body().lights?.alarm}
          onChange={(ratio) => light('alarm', ratio)}
        />
      </div>
      <Least editor={props.editor} />
      <Show when={body().cutOff}>
        {(rule) => <p class="small soft">{t('editors.cut-off-kept', { words: rule().wording })}</p>}
      </Show>
    </section>
  );
};

/** 一致性检查 at the right, as the part stands in its editor. */
const ChecksBeside = (props: { findings: readonly CampaignProblem[] }) => (
  <div class="design-beside">
    <Show
      when={props.findings.length > 0}
      fallback={
        <section class="design-findings">
          <h3>{t('editors.checks-of-part')}</h3>
          <p class="soft">{t('editors.findings-none')}</p>
        </section>
      }
    >
      <Findings findings={props.findings} />
    </Show>
  </div>
);

const rules: readonly CampaignRule[] = [
  indicatorData,
  ratioTerms,
  crosswalkTarget,
  crosswalkLikeness,
  crosswalkNote,
];

/** 指标: its 口径, what it is counted from, and where a light turns. */
export const IndicatorEditor = (props: DesignProps<'indicator'>) => {
  const editor = createIndicatorBody(untrack(() => ({ ...props })));
  const findings = createMemo(() => {
    const { answers, ...indicator } = editor.body();
    const campaign = { ...props.campaign, crosswalk: editor.crosswalk() };
    return findingsOf(campaign, 'indicator', indicator, rules, {
      known: { commonIndicators: commonIndicatorCatalogue },
      beside: answers.map(({ key }) => `crosswalk/${key}`),
    });
  });
  const put = createPut(editor);
  return (
    <DesignFrame
      label={t('editors.edit-indicator')}
      editor={editor}
      mayEdit={props.mayEdit}
      findings={[]}
      onCancel={() => props.onCancel()}
    >
      <div class="design-columns design-columns-checked">
        <div class="stack">
          <Meaning editor={editor} campaign={props.campaign} />
          <MeasureFields
            measure={editor.body().measure}
            campaign={props.campaign}
            errorOf={editor.errorOf}
            onChange={(measure) =>
              editor.change((before) => ({ ...before, ...withMeasure(before, measure) }), 'measure')
            }
          />
          <Levels editor={editor} />
          <SourceFields
            name="source"
            source={editor.body().source}
            clauses={props.campaign.clauses}
            onChange={(source) => put('source', source)}
          />
          <CrosswalkFields
            editor={editor}
            campaign={props.campaign}
            mayEdit={props.mayEdit}
            findings={findings()}
          />
        </div>
        <ChecksBeside findings={findings()} />
      </div>
    </DesignFrame>
  );
};
