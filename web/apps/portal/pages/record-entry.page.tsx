import { useParams } from '@solidjs/router';
import { useSession } from '#web/features/identity/session.ts';
import { EntryRecord } from '#web/features/registers/record-entry.component.tsx';

/** 登记, by a unit for itself. */
export const RecordEntryPage = () => {
  const params = useParams<{ register: string }>();
  const { me } = useSession();
  const units = () => {
    const own = me().posts.flatMap(({ organization }) => organization ?? []);
    return own.filter((unit, index) => own.findIndex(({ id }) => id === unit.id) === index);
  };
  return <EntryRecord register={params.register} units={units()} />;
};
