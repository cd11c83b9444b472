import { Suspense, lazy } from 'solid-js';
import type { PartOf } from '#web/features/campaigns/draft-parts.ts';
import type { EditorProps, WithDraft } from '#web/features/campaigns/part-editors.component.tsx';
import { Loading } from '#web/ui/state.component.tsx';

const Fields = lazy(async () => ({
  default: (await import('./task-fields.component.tsx')).TaskFields,
}));

/** The whole form of a task is loaded when one is opened. */
export const TaskEditor = (props: EditorProps<PartOf<'task'>> & WithDraft) => (
  <Suspense fallback={<Loading />}>
    <Fields {...props} />
  </Suspense>
);
