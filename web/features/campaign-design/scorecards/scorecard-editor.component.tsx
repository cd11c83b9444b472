import { For, Show, Suspense, createMemo, createSignal, lazy, untrack } from 'solid-js';
import type { CampaignProblem, CampaignRule } from '#plugins/sdk/check/problem.ts';
import {
  gradeBands,
  scorePoints,
  scoreRules,
  vetoConsequence,
} from '#plugins/sdk/check/rules/scorecards.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { Loading } from '#web/ui/state.component.tsx';
import type { Tab } from '#web/ui/tabs.component.tsx';
import { Tabs } from '#web/ui/tabs.component.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { createBodyEditor } from '../body-editor.ts';
import type { BodyEditor } from '../body-editor.ts';
import { DesignFrame } from '../design-frame.component.tsx';
import type { DesignProps } from '../design-props.ts';
import { findingsOf } from '../findings.ts';
import { withProperty } from '../part-keys.ts';
import { SourceFields } from '../source-fields.component.tsx';
import { chinese, withChinese, withOptional } from '../texts.ts';
import { GradesEditor } from './grades-editor.component.tsx';
import { addVeto, removeVeto } from './score-edit.ts';
import { ScoreTable } from './score-table.component.tsx';
import './points.css';

const TrialRun = lazy(async () => ({ default: (await import('./trial.component.tsx')).TrialRun }));

type Editing = { editor: BodyEditor<'scorecard'>; campaign: DesignProps<'scorecard'>['campaign'] };

const Head = (props: Editing) => {
  const card = () => props.editor.body();
  return (
    <div class="stack">
      <TextField
        name="title"
        label={t('editors.card-title')}
        required
        error={props.editor.errorOf('title')}
        value={chinese(card().title)}
        onInput={(zh) =>
          props.editor.change(
            (before) => ({ ...before, title: withChinese(before.title, zh) }),
            'title',
          )
        }
      />
      <TextArea
        name="note"
        label={t('editors.card-note')}
        rows={2}
        value={chinese(card().note)}
        onInput={(zh) =>
          props.editor.change(
            (before) => withProperty(before, 'note', withOptional(before.note, zh)),
            'note',
          )
        }
      />
    </div>
  );
};

const Total = (props: Editing) => {
  const card = () => props.editor.body();
  const bound = (name: 'floor' | 'cap') => (
    <NumberField
      name={`total/${name}`}
      label={t(`editors.total-${name}`)}
      decimal
      value={card().total?.[name] ?? ''}
      onInput={(typed) =>
        props.editor.change((before) => {
          const total = { ...before.total, [name]: typed === '' ? undefined : typed };
          const isEmpty = total.floor === undefined && total.cap === undefined;
          return withProperty(before, 'total', isEmpty ? undefined : total);
        }, `total ${name}`)
      }
    />
  );
  return (
    <div class="part-fields">
      {bound('floor')}
      {bound('cap')}
      <Select
        name="rounding"
        label={t('editors.rounding')}
        placeholder={t('editors.rounding-none')}
        value={card().rounding === undefined ? '' : String(card().rounding?.places)}
        options={[0, 1, 2, 3, 4].map((places) => ({
          value: String(places),
          label: t('editors.rounding-places', { places }),
        }))}
        onChange={(places) =>
          props.editor.change((before) =>
            withProperty(
              before,
              'rounding',
              places === '' ? undefined : { places: Number(places) },
            ),
          )
        }
      />
    </div>
  );
};

type Veto = NonNullable<DesignProps<'scorecard'>['body']['vetoes']>[number];

const VetoRow = (props: Editing & { veto: Veto }) => {
  const put = (change: Partial<Veto>) => {
    const after = { ...props.veto, ...change };
    props.editor.change(
      (card) => ({
        ...card,
        vetoes: (card.vetoes ?? []).map((each) => (each.key === after.key ? after : each)),
      }),
      `veto ${after.key}`,
    );
  };
  const remove = () => {
    const { key } = props.veto;
    props.editor.change((card) => removeVeto(card, key));
  };
  return (
    <div class="option-row">
      <TextField
        name={`vetoes/${props.veto.key}/title`}
        label={t('editors.veto-title')}
        value={chinese(props.veto.title)}
        onInput={(zh) => put({ title: withChinese(props.veto.title, zh) })}
      />
      <Select
        name={`vetoes/${props.veto.key}/grade`}
        label={t('editors.veto-grade')}
        value={props.veto.gradeAtMost}
        options={(props.editor.body().grades?.grades ?? []).map((grade) => ({
          value: grade.key,
          label: chinese(grade.title),
        }))}
        onChange={(gradeAtMost) => put({ gradeAtMost })}
      />
      <Button
        small
        kind="quiet"
        aria-label={t('editors.remove-item', { name: chinese(props.veto.title) })}
        onClick={remove}
      >
        {t('acts.remove')}
      </Button>
    </div>
  );
};

const Vetoes = (props: Editing) => {
  const vetoes = () => props.editor.body().vetoes ?? [];
  return (
    <section class="stack-tight">
      <h2 class="section-title">{t('editors.vetoes')}</h2>
      <For
        each={vetoes().map(({ key }) => key)}
        fallback={<p class="soft">{t('editors.vetoes-none')}</p>}
      >
        {(key) => (
          <Show when={vetoes().find((each) => each.key === key)}>
            {(veto) => <VetoRow {...props} veto={veto()} />}
          </Show>
        )}
      </For>
      <div>
        <Button
          small
          onClick={() =>
            props.editor.change((card) =>
              addVeto(card, t('editors.new-veto'), t('editors.source-default')),
            )
          }
        >
          {t('editors.veto-add')}
        </Button>
      </div>
    </section>
  );
};

const Grounds = (props: Editing) => (
  <div class="design-narrow stack">
    <Total {...props} />
    <SourceFields
      name="source"
      source={props.editor.body().source}
      clauses={props.campaign.clauses}
      onChange={(source) => props.editor.change((card) => ({ ...card, source }), 'source')}
    />
    <Show when={(props.editor.body().kindCaps ?? []).length > 0}>
      <p class="small soft">{t('editors.kind-caps-kept')}</p>
    </Show>
  </div>
);

type OpenedItem = {
  open: () => string | undefined;
  setOpen: (key: string | undefined) => void;
};

const createTabs = (
  parts: Editing,
  findings: () => readonly CampaignProblem[],
  opened: OpenedItem,
): readonly Tab[] => {
  const { editor } = parts;
  const grades = () => (
    <div class="design-narrow stack">
      <GradesEditor editor={editor} findings={findings()} />
      <Vetoes {...parts} />
    </div>
  );
  // The same objects as long as the editor stands: a tab is known by itself.
  return [
    {
      key: 'items',
      get label() {
        return t('editors.card-items');
      },
      content: () => (
        <ScoreTable {...parts} findings={findings()} open={opened.open()} onOpen={opened.setOpen} />
      ),
    },
    {
      key: 'grades',
      get label() {
        return t('editors.card-grades');
      },
      content: grades,
    },
    {
      key: 'trial',
      get label() {
        return t('editors.trial');
      },
      content: () => (
        <Suspense fallback={<Loading />}>
          <TrialRun card={editor.body()} />
        </Suspense>
      ),
    },
    {
      key: 'grounds',
      get label() {
        return t('editors.card-grounds');
      },
      content: () => <Grounds {...parts} />,
    },
  ];
};

const rules: readonly CampaignRule[] = [scorePoints, scoreRules, gradeBands, vetoConsequence];

/** 考评细则: points that add up, rules in words, grades without holes, and 试算. */
export const ScorecardEditor = (props: DesignProps<'scorecard'>) => {
  const editor = createBodyEditor({ kind: 'scorecard', ...untrack(() => ({ ...props })) });
  const findings = createMemo(() => findingsOf(props.campaign, 'scorecard', editor.body(), rules));
  const [tab, setTab] = createSignal('items');
  const [open, setOpen] = createSignal<string>();
  const parts = { editor, campaign: untrack(() => props.campaign) };
  const goTo = ({ path }: CampaignProblem) => {
    const keys = path.split('/').slice(2);
    setTab(keys[0] === 'grades' || keys[0] === 'vetoes' ? 'grades' : 'items');
    queueMicrotask(() => {
      const places = [...keys].reverse().map((key) => document.getElementById(`design-${key}`));
      places.find((place) => place !== null)?.scrollIntoView?.({ block: 'center' });
    });
  };
  const tabs = createTabs(parts, findings, { open, setOpen });
  return (
    <DesignFrame
      label={t('editors.edit-scorecard')}
      editor={editor}
      mayEdit={props.mayEdit}
      findings={findings()}
      onGo={goTo}
      onCancel={() => props.onCancel()}
    >
      <Head {...parts} />
      <Tabs label={t('editors.card-parts')} value={tab()} onChange={setTab} tabs={tabs} />
    </DesignFrame>
  );
};
