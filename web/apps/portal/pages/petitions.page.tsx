import { useSession } from '#web/features/identity/session.ts';
import { PetitionTable } from '#web/features/petitions/petition-list.component.tsx';

/** 请示、专报、信息 of the unit. */
export const PetitionsPage = () => {
  const { permissions } = useSession();
  return <PetitionTable side="unit" mayWrite={permissions.holds('petitions.write')} />;
};
