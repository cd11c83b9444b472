import { BulletinTable } from '#web/features/bulletins/bulletin-list.component.tsx';

/** 通报、总结、简报. */
export const BulletinsPage = () => <BulletinTable />;
