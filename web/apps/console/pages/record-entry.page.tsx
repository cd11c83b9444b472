import { useParams } from '@solidjs/router';
import { useOrganizations } from '#web/features/organizations/organizations.queries.ts';
import { EntryRecord } from '#web/features/registers/record-entry.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';

/** 登记, by the office for a unit of its range, in official order. */
export const RecordEntryPage = () => {
  const params = useParams<{ register: string }>();
  const units = useOrganizations(() => ({}));
  return (
    <QueryView query={units}>
      {(found) => (
        <EntryRecord
          register={params.register}
          units={found().pages.flatMap(({ items }) => items)}
        />
      )}
    </QueryView>
  );
};
