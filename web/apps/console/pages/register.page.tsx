import { useParams } from '@solidjs/router';
import { RegisterEntries } from '#web/features/registers/register-entries.component.tsx';

/** One register with its entries. */
export const RegisterPage = () => {
  const params = useParams<{ register: string }>();
  return <RegisterEntries register={params.register} />;
};
