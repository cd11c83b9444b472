import { RegisterOverview } from '#web/features/registers/register-list.component.tsx';

/** 台账. */
export const RegistersPage = () => <RegisterOverview />;
