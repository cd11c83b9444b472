import { useParams } from '@solidjs/router';
import { useDraft } from '#web/features/campaigns/campaigns.queries.ts';
import { DraftPreviewView } from '#web/features/draft-preview/draft-preview.component.tsx';
import { t } from '#web/shared/i18n.ts';
import { PageHeader } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import '#web/features/campaigns/drafting.css';

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
          <DraftPreviewView draft={data()} />
        </>
      )}
    </QueryView>
  );
};
