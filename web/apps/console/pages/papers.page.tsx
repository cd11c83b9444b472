import { PaperNumbers } from '#web/features/papers/paper-numbers.component.tsx';

/** 编号登记. */
export const PapersPage = () => <PaperNumbers />;
