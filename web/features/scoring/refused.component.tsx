import { t } from '#web/shared/i18n.ts';
import type { ProblemError } from '#web/shared/problem.ts';
import { Refusal } from '#web/ui/refusal.component.tsx';

/** Why an act on a score was not done; somebody else's change says to read again. */
export const Refused = (props: { problem: ProblemError | undefined }) => (
  <Refusal withFields problem={props.problem} stale={t('scoring.reload')} />
);
