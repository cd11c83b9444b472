import { useParams } from '@solidjs/router';
import { Suspense, lazy } from 'solid-js';
import { useDraft } from '#web/features/campaigns/campaigns.queries.ts';
import { loadWords, t } from '#web/shared/i18n.ts';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Loading, QueryView } from '#web/ui/state.component.tsx';

const DraftPreviewView = lazy(async () => {
  const [loaded] = await Promise.all([
    import('#web/features/draft-preview/draft-preview.component.tsx'),
    loadWords('editors'),
  ]);
  return { default: loaded.DraftPreviewView };
});

/** 预览 of a draft, whoever’s desk it is for. */
export const DraftPreviewPage = () => {
  const params = useParams<{ id: string }>();
  const draft = useDraft(() => params.id);
  return (
    <QueryView query={draft}>
      {(data) => (
        <>
          <PageHeader
            title={t('previews.title')}
            breadcrumb={[
              { label: t('campaigns.campaigns'), href: '/campaigns' },
              { label: data().title, href: `/campaigns/drafts/${data().id}` },
            ]}
          />
          <Suspense fallback={<Loading />}>
            <DraftPreviewView draft={data()} />
          </Suspense>
        </>
      )}
    </QueryView>
  );
};
