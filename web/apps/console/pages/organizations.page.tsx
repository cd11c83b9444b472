import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useSession } from '#web/features/identity/session.ts';
import { OrganizationTable } from '#web/features/organizations/organization-table.component.tsx';
import { kindOptions } from '#web/features/organizations/organization.presenter.ts';
import { useOrganizations } from '#web/features/organizations/organizations.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';

type Filter = { search?: string; kind?: string };

/** 单位名录: every unit within reach, in official order. */
export const OrganizationsPage = () => {
  const { permissions } = useSession();
  const [params, setParams] = useSearchParams<Filter>();
  const query = useOrganizations(() => ({ search: params.search, kind: params.kind }));
  const units = () => dataOf(query)?.pages.flatMap(({ items }) => items);
  return (
    <div class="stack">
      <PageHeader
        title={t('organizations.title')}
        actions={
          <>
            <LinkButton href="/organizations/without-liaison">
              {t('organizations.without-liaison')}
            </LinkButton>
            <Show when={permissions.holds('organizations.manage')}>
              <LinkButton href="/organizations/import">{t('organizations.import')}</LinkButton>
            </Show>
          </>
        }
      />
      <div class="filter-bar no-print">
        <TextField
          name="search"
          label={t('organizations.search')}
          hint={t('organizations.search-hint')}
          type="search"
          maxLength={60}
          value={params.search ?? ''}
          onCommit={(search) => setParams({ search: search.trim() })}
        />
        <Select
          name="kind"
          label={t('organizations.filter-kind')}
          placeholder={t('organizations.filter-kind-all')}
          value={params.kind ?? ''}
          options={kindOptions()}
          onChange={(kind) => setParams({ kind })}
        />
      </div>
      <OrganizationTable
        units={units()}
        error={query.error}
        onRetry={() => void query.refetch()}
        onClear={() => setParams({ search: undefined, kind: undefined })}
        footer={<LoadMore shown={units()?.length} list={query} />}
      />
    </div>
  );
};
