import { useParams } from '@solidjs/router';
import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import {
  UnitDatedFacts,
  UnitFacts,
  UnitRelations,
} from '#web/features/organizations/organization-detail.component.tsx';
import {
  useOrganization,
  useSuperiors,
} from '#web/features/organizations/organizations.queries.ts';
import { t } from '#web/shared/i18n.ts';
import { PageHeader } from '#web/ui/page.component.tsx';
import { QueryView, dataOf } from '#web/ui/state.component.tsx';

const Unit = (props: { unit: OrganizationDetail }) => {
  const ids = () => [
    ...new Set(props.unit.relations.flatMap(({ superiorId }) => superiorId ?? [])),
  ];
  const superiors = useSuperiors(ids);
  return (
    <div class="stack">
      <PageHeader
        title={props.unit.name}
        breadcrumb={[
          { label: t('organizations.title'), href: '/organizations' },
          { label: props.unit.name },
        ]}
      />
      <UnitFacts unit={props.unit} />
      <UnitRelations relations={props.unit.relations} superiors={dataOf(superiors)} />
      <UnitDatedFacts facts={props.unit.facts} />
    </div>
  );
};

/** One unit: what it is, under whom it stands in each relation, and what was true of it when. */
export const OrganizationPage = () => {
  const params = useParams<{ id: string }>();
  const query = useOrganization(() => params.id);
  return <QueryView query={query}>{(unit) => <Unit unit={unit()} />}</QueryView>;
};
