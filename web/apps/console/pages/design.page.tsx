import { useParams } from '@solidjs/router';
import { Show, Suspense, lazy } from 'solid-js';
import { isDesignKind } from '#web/features/campaign-design/design-parts.ts';
import { useDraft } from '#web/features/campaigns/campaigns.queries.ts';
import { loadWords, t } from '#web/shared/i18n.ts';
import { Empty, Loading, QueryView } from '#web/ui/state.component.tsx';

const Designing = lazy(async () => {
  const [loaded] = await Promise.all([
    import('#web/features/campaign-design/designing.component.tsx'),
    loadWords('editors'),
    loadWords('plan'),
  ]);
  return { default: loaded.Designing };
});

/** One 报表, 台账, 指标 or 考评细则 of a draft. */
export const DesignPage = () => {
  const params = useParams<{ id: string; kind: string; key: string }>();
  const draft = useDraft(() => params.id);
  const kind = () => (isDesignKind(params.kind) ? params.kind : undefined);
  return (
    <Show when={kind()} fallback={<Empty title={t('design.no-part')} />} keyed>
      {(each) => (
        <QueryView query={draft}>
          {(data) => (
            <Show when={params.key} keyed>
              {(key) => (
                <Suspense fallback={<Loading />}>
                  <Designing draft={data()} kind={each} key={key} />
                </Suspense>
              )}
            </Show>
          )}
        </QueryView>
      )}
    </Show>
  );
};
