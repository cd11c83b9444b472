import { ReceivedTable } from '#web/features/bulletins/received.component.tsx';

/** 文件: what the unit received. */
export const BulletinsPage = () => <ReceivedTable />;
