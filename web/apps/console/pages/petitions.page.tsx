import { PetitionTable } from '#web/features/petitions/petition-list.component.tsx';

/** 请示、专报、信息 that one's own office received. */
export const PetitionsPage = () => <PetitionTable side="office" mayWrite={false} />;
