import '#web/features/oversight/oversight.css';
import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Comparability } from '#schema/contracts/oversight.ts';
import { ComparabilityTable } from '#web/features/oversight/comparability-table.component.tsx';
import { useComparability } from '#web/features/oversight/oversight.queries.ts';
import type { BoardFilter } from '#web/features/oversight/oversight.queries.ts';
import { levelCounts, levelWords, periodOptions } from '#web/features/oversight/words.presenter.ts';
import { t } from '#web/shared/i18n.ts';
import { Select } from '#web/ui/choice-field.component.tsx';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Empty, QueryView } from '#web/ui/state.component.tsx';

const Filters = (props: {
  board: Comparability;
  level: string | undefined;
  onChange: (change: BoardFilter) => void;
}) => (
  <div class="filter-bar no-print">
    <Select
      name="period"
      label={t('oversight.period')}
      placeholder={null}
      value={props.board.period}
      options={periodOptions(props.board)}
      onChange={(period) => props.onChange({ period })}
    />
    <Select
      name="level"
      label={t('oversight.level')}
      placeholder={t('oversight.level-all')}
      value={props.level ?? ''}
      options={props.board.levels.map(({ level }) => ({ value: level, label: levelWords(level) }))}
      onChange={(level) => props.onChange({ level })}
    />
  </div>
);

/** 可比性一览: what can be compared with what, before any figure. */
export const ComparabilityPage = () => {
  const [params, setParams] = useSearchParams<{ period?: string; level?: string }>();
  const query = useComparability(() => ({ period: params.period, level: params.level }));
  const hrefOf = (key: string) => {
    const wanted = Object.entries({ period: params.period, level: params.level });
    const search = wanted.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join('&');
    return `/indicators/${key}${search ? `?${search}` : ''}`;
  };
  return (
    <QueryView query={query}>
      {(board) => (
        <div class="stack">
          <PageHeader
            title={t('oversight.board-title')}
            summary={t('oversight.board-words', { levels: levelCounts(board().levels) })}
            actions={<PrintButton />}
          />
          <Filters board={board()} level={params.level} onChange={(change) => setParams(change)} />
          <Show
            when={board().rows.length > 0}
            fallback={
              <Empty title={t('oversight.board-empty')} next={t('oversight.board-empty-next')} />
            }
          >
            <p class="soft small no-print">{t('oversight.board-hint')}</p>
            <ComparabilityTable board={board()} hrefOf={hrefOf} />
          </Show>
        </div>
      )}
    </QueryView>
  );
};
