import { HandoversArea } from '#web/features/handovers/handovers-page.component.tsx';

/** 岗位交接. */
export const HandoversPage = () => <HandoversArea />;
