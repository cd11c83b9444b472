import { useParams } from '@solidjs/router';
import { RegisterWall } from '#web/features/registers/wall.component.tsx';

/** 挂图作战. */
export const WallPage = () => {
  const params = useParams<{ register: string }>();
  return <RegisterWall register={params.register} />;
};
