import '#web/features/snapshots/snapshots.css';
import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import type { SnapshotList } from '#schema/contracts/snapshots.ts';
import { useSession } from '#web/features/identity/session.ts';
import { History } from '#web/features/snapshots/history.component.tsx';
import { SnapshotView } from '#web/features/snapshots/snapshot-view.component.tsx';
import {
  useSnapshot,
  useSnapshotChanged,
  useSnapshotPreview,
  useSnapshots,
} from '#web/features/snapshots/snapshots.queries.ts';
import { formatDate } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { periodWords } from '#web/shared/period-words.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Loading, QueryView, dataOf } from '#web/ui/state.component.tsx';

type Params = { period?: string; id?: string };

const Period = (props: { list: SnapshotList; period: string; id: string | undefined }) => {
  const { permissions } = useSession();
  const [, setParams] = useSearchParams<Params>();
  const changed = useSnapshotChanged();
  const preview = useSnapshotPreview(() => props.period);
  const newestId = () => dataOf(preview)?.existing?.id;
  const detail = useSnapshot(() => props.id ?? newestId());
  const isEarlier = () => props.id !== undefined && props.id !== newestId();
  const isReady = () => newestId() === undefined || dataOf(detail) !== undefined || detail.error;
  const refresh = () => {
    setParams({ id: undefined });
    void changed();
  };
  return (
    <QueryView query={preview}>
      {(data) => (
        <>
          <PageHeader
            title={t('snapshots.title-of', { day: formatDate(data().content.cutOff) })}
            summary={<span lang="zh-CN">{data().content.campaignTitle}</span>}
            actions={<PrintButton />}
          />
          <div class="filter-bar no-print">
            <Select
              name="period"
              label={t('snapshots.period')}
              placeholder={null}
              value={props.period}
              options={props.list.periods.map((value) => ({ value, label: periodWords(value) }))}
              onChange={(period) => setParams({ period, id: undefined })}
            />
            <Show when={isEarlier()}>
              <Button onClick={() => setParams({ id: undefined })}>{t('snapshots.newest')}</Button>
            </Show>
          </div>
          <Show when={isReady()} fallback={<Loading />}>
            <SnapshotView
              preview={data()}
              snapshot={dataOf(detail)}
              isEarlier={isEarlier()}
              may={permissions.holds}
              onChanged={refresh}
            />
          </Show>
        </>
      )}
    </QueryView>
  );
};

/** 上报数据确认: the period's data before they leave, and all that left before. */
export const SnapshotsPage = () => {
  const [params, setParams] = useSearchParams<Params>();
  const list = useSnapshots();
  return (
    <QueryView query={list}>
      {(data) => (
        <div class="stack-wide">
          <Period list={data()} period={params.period ?? data().newest} id={params.id} />
          <div class="no-print">
            <History
              items={data().items}
              error={list.error}
              onRetry={() => void list.refetch()}
              onOpen={({ id, period }) => setParams({ id, period })}
            />
          </div>
        </div>
      )}
    </QueryView>
  );
};
