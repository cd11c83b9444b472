import '#web/features/oversight/oversight.css';
import { useParams, useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Comparison } from '#schema/contracts/oversight.ts';
import { ComparisonTable } from '#web/features/oversight/comparison-table.component.tsx';
import { levelSentence, missingSentence } from '#web/features/oversight/comparison.presenter.ts';
import { DotPlot } from '#web/features/oversight/dot-plot.component.tsx';
import { useComparison } from '#web/features/oversight/oversight.queries.ts';
import type { BoardFilter } from '#web/features/oversight/oversight.queries.ts';
import { levelWords, periodOptions } from '#web/features/oversight/words.presenter.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { PageHeader, Words } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';

const Filters = (props: { comparison: Comparison; onChange: (change: BoardFilter) => void }) => (
  <div class="filter-bar no-print">
    <Select
      name="period"
      label={t('oversight.period')}
      placeholder={null}
      value={props.comparison.period}
      options={periodOptions(props.comparison)}
      onChange={(period) => props.onChange({ period })}
    />
    <RadioGroup
      name="level"
      label={t('oversight.level')}
      inline
      value={props.comparison.level}
      options={props.comparison.levels.map(({ level, regions }) => ({
        value: level,
        label: t('oversight.level-count', { level: levelWords(level), count: regions }),
      }))}
      onChange={(level) => props.onChange({ level })}
    />
  </div>
);

const Definition = (props: { comparison: Comparison }) => {
  const indicator = () => props.comparison.indicator;
  return (
    <>
      <p>{t('oversight.definition', { words: localText(indicator().definition) })}</p>
      <p>
        {t('oversight.fraction', {
          numerator: localText(indicator().numerator),
          denominator: localText(indicator().denominator),
        })}
      </p>
    </>
  );
};

/** 指标对比页: regions of one level and one period, never by value, each with its range. */
export const IndicatorPage = () => {
  const route = useParams<{ key: string }>();
  const [params, setParams] = useSearchParams<{ period?: string; level?: string }>();
  const query = useComparison(
    () => route.key,
    () => ({ period: params.period, level: params.level }),
  );
  return (
    <QueryView query={query}>
      {(comparison) => (
        <div class="stack-wide">
          <PageHeader
            title={<Words text={comparison().indicator.title} />}
            breadcrumb={[
              { label: t('oversight.board-title'), href: '/' },
              { label: localText(comparison().indicator.title) },
            ]}
            summary={<Definition comparison={comparison()} />}
            actions={<PrintButton />}
          />
          <Filters comparison={comparison()} onChange={(change) => setParams(change)} />
          <div>
            <p class="figure-sentence">{levelSentence(comparison())}</p>
            <Show when={missingSentence(comparison())}>{(words) => <p>{words()}</p>}</Show>
          </div>
          <DotPlot comparison={comparison()} />
          <ComparisonTable comparison={comparison()} />
        </div>
      )}
    </QueryView>
  );
};
