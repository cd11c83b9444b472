import { useParams } from '@solidjs/router';
import { Show, Suspense, lazy } from 'solid-js';
import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import { useCampaigns } from '#web/features/campaigns/campaigns.queries.ts';
import { useSession } from '#web/features/identity/session.ts';
import {
  UnitDatedFacts,
  UnitFacts,
  UnitRelations,
} from '#web/features/organizations/organization-detail.component.tsx';
import {
  useOrganization,
  useSuperiors,
} from '#web/features/organizations/organizations.queries.ts';
import { UnitFilings } from '#web/features/reviews/unit-filings.component.tsx';
import { loadWords, t } from '#web/shared/i18n.ts';
import { PageHeader } from '#web/ui/page.component.tsx';
import { QueryView, dataOf } from '#web/ui/state.component.tsx';
import '#web/features/reviews/progress.css';

const acting = async () => {
  const [loaded] = await Promise.all([
    import('#web/features/organizations/unit-acts.component.tsx'),
    loadWords('units'),
  ]);
  return loaded;
};
const UnitActs = lazy(async () => ({ default: (await acting()).UnitActs }));
const UnitHistory = lazy(async () => ({ default: (await acting()).UnitHistory }));

/** What the unit owes and has filed in the running work, with what can be done for it. */
const FilingsOfUnit = (props: { organization: string }) => {
  const { permissions } = useSession();
  const campaigns = useCampaigns();
  const running = () => dataOf(campaigns)?.items.find(({ state }) => state === 'running');
  const mayRead = () => permissions.can('submissions.read', { organizationId: props.organization });
  return (
    <Show when={mayRead() && running()}>
      {(campaign) => (
        <section class="stack-tight">
          <h2 class="section-title">{t('desk.unit-filings')}</h2>
          <UnitFilings campaign={campaign().id} organization={props.organization} task="" />
        </section>
      )}
    </Show>
  );
};

const Unit = (props: { unit: OrganizationDetail }) => {
  const ids = () => [
    ...new Set(props.unit.relations.flatMap(({ superiorId }) => superiorId ?? [])),
  ];
  const superiors = useSuperiors(ids);
  const { permissions } = useSession();
  return (
    <div class="stack">
      <PageHeader
        title={props.unit.name}
        breadcrumb={[
          { label: t('organizations.title'), href: '/organizations' },
          { label: props.unit.name },
        ]}
        actions={
          <Show when={permissions.holds('organizations.manage')}>
            <Suspense>
              <UnitActs unit={props.unit} />
            </Suspense>
          </Show>
        }
      />
      <UnitFacts unit={props.unit} />
      <FilingsOfUnit organization={props.unit.id} />
      <UnitRelations relations={props.unit.relations} superiors={dataOf(superiors)} />
      <UnitDatedFacts facts={props.unit.facts} />
      <Show when={props.unit.acts?.length}>
        <Suspense>
          <UnitHistory acts={props.unit.acts ?? []} />
        </Suspense>
      </Show>
    </div>
  );
};

/** One unit: what it is, under whom it stands in each relation, and what was true of it when. */
export const OrganizationPage = () => {
  const params = useParams<{ id: string }>();
  const query = useOrganization(() => params.id);
  return <QueryView query={query}>{(unit) => <Unit unit={unit()} />}</QueryView>;
};
