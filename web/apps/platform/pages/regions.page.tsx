import { RegionTable } from '#web/features/platform-admin/region-table.component.tsx';
import { useRegions } from '#web/features/platform-admin/regions.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { PageHeader } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';

/** 地区一览: who is on the air, on which template and at which version of the databases. */
export const RegionsPage = () => {
  const query = useRegions();
  return (
    <div class="stack">
      <PageHeader
        title={t('platform.title')}
        summary={
          <p>
            {t('platform.commands')} <code>npm run tenant -- suspend | resume | migrate</code>
          </p>
        }
      />
      <QueryView query={query}>{(list) => <RegionTable list={list()} />}</QueryView>
    </div>
  );
};
