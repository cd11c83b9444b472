import { For, Show } from 'solid-js';
import { organizationKinds, organizationLevels } from '#schema/contracts/campaign/audience.ts';
import type { FigureDefinition } from '#schema/contracts/figures.ts';
import { kindName } from '#web/features/reviews/progress.presenter.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { CheckboxGroup, RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';

/** What the address says; every value is a list with commas between. */
export type TableSearch = {
  campaign?: string;
  keys?: string;
  by?: string;
  kinds?: string;
  levels?: string;
  names?: string;
  asOf?: string;
};
type Choosing = { chosen: TableSearch; onSet: (change: TableSearch) => void };

const groups = ['filings', 'problems', 'complaints', 'register', 'indicator'] as const;
export const wordsOf = (list: string | undefined): string[] =>
  (list ?? '').split(',').filter((word) => word !== '');

const FigureChoice = (props: Choosing & { items: readonly FigureDefinition[] }) => {
  const options = (group: (typeof groups)[number]) =>
    props.items
      .filter((item) => item.group === group)
      .map(({ key, title, of }) => ({
        value: key,
        label: of === undefined ? localText(title) : `${localText(of)} ${localText(title)}`,
      }));
  const others = (group: (typeof groups)[number]) => {
    const own = new Set(options(group).map(({ value }) => value));
    return wordsOf(props.chosen.keys).filter((key) => !own.has(key));
  };
  return (
    <For each={groups}>
      {(group) => (
        <Show when={options(group).length > 0}>
          <CheckboxGroup
            name={`keys-${group}`}
            label={t(`figures.group-${group}`)}
            options={options(group)}
            values={wordsOf(props.chosen.keys)}
            onChange={(values) => {
              const own = new Set(options(group).map(({ value }) => value));
              const kept = values.filter((key) => own.has(key));
              props.onSet({ keys: [...others(group), ...kept].join(',') });
            }}
          />
        </Show>
      )}
    </For>
  );
};

/** Whom to count: by class, or by pasted names. */
const UnitChoice = (props: Choosing) => (
  <>
    <RadioGroup
      name="by"
      label={t('figures.choose-rows')}
      inline
      options={[
        { value: 'area', label: t('figures.by-place') },
        { value: 'unit', label: t('figures.by-unit') },
        { value: 'whole', label: t('figures.whole') },
      ]}
      value={props.chosen.by ?? 'area'}
      onChange={(by) => props.onSet({ by })}
    />
    <CheckboxGroup
      name="kinds"
      label={t('figures.choose-kinds')}
      inline
      options={organizationKinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
      values={wordsOf(props.chosen.kinds)}
      onChange={(values) => props.onSet({ kinds: values.join(',') })}
    />
    <CheckboxGroup
      name="levels"
      label={t('figures.choose-levels')}
      inline
      options={organizationLevels.map((level) => ({
        value: level,
        label: t(`organizations.level-${level}`),
      }))}
      values={wordsOf(props.chosen.levels)}
      onChange={(values) => props.onSet({ levels: values.join(',') })}
    />
    <TextArea
      name="names"
      label={t('figures.choose-names')}
      rows={2}
      value={props.chosen.names ?? ''}
      onCommit={(names) => props.onSet({ names })}
    />
  </>
);

export const TableChoices = (props: Choosing & { items: readonly FigureDefinition[] }) => (
  <form class="table-choices no-print" onSubmit={(event) => event.preventDefault()}>
    <div class="stack">
      <h2 class="section-title">{t('figures.choose-figures')}</h2>
      <FigureChoice items={props.items} chosen={props.chosen} onSet={props.onSet} />
    </div>
    <div class="stack">
      <DateField
        name="asOf"
        label={t('figures.pick-moment')}
        hint=""
        value={props.chosen.asOf ?? ''}
        onCommit={(asOf) => props.onSet({ asOf })}
      />
      <UnitChoice chosen={props.chosen} onSet={props.onSet} />
    </div>
  </form>
);
