import { Show, createSignal } from 'solid-js';
import type { ReviewCase } from '#schema/contracts/reviews.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createKeeping } from './opinions.queries.ts';
import { OwnReasons } from './own-reasons.component.tsx';

const standing = (): string[] => [
  t('reviews.reason-differs'),
  t('reviews.reason-stamp'),
  t('reviews.reason-period'),
  t('reviews.reason-thin'),
];

/** Her own list, what she wrote last, and the house's for the places that are left. */
export type Canned = {
  readonly own: readonly string[];
  readonly offered: readonly string[];
  readonly onKeep: (reason: string) => void;
};

const offeredAtMost = 8;

/** What can be put into a reason with one click, and the way to change that list. */
export const createOwnReasons = (found: () => ReviewCase) => {
  const [kept, setKept] = createSignal<readonly string[]>();
  const [isManaging, setManaging] = createSignal(false);
  const keeping = createKeeping();
  const own = () => kept() ?? found().cannedReasons;
  const offered = () => {
    const all = [...new Set([...own(), ...found().recentReasons, ...standing()])];
    return all.slice(0, Math.max(own().length, offeredAtMost));
  };
  const keep = async (reason: string) => {
    const answer = await keeping.attempt([...own(), reason]);
    if (!answer) return;
    setKept(answer.data.reasons);
    announce(t('desk.reason-added'));
  };
  const canned = (): Canned => ({
    own: own(),
    offered: offered(),
    onKeep: (reason) => void keep(reason),
  });
  return { canned, own, setKept, isManaging, setManaging, problem: keeping.problem };
};

export const ManagedReasons = (props: { reasons: ReturnType<typeof createOwnReasons> }) => (
  <>
    <Refusal withFields problem={props.reasons.problem()} />
    <Show
      when={props.reasons.isManaging()}
      fallback={
        <div class="row">
          <Button small kind="quiet" onClick={() => props.reasons.setManaging(true)}>
            {t('desk.reasons-manage')}
          </Button>
        </div>
      }
    >
      <OwnReasons
        reasons={props.reasons.own()}
        onKept={(kept) => {
          props.reasons.setKept(kept);
          props.reasons.setManaging(false);
        }}
        onClose={() => props.reasons.setManaging(false)}
      />
    </Show>
  </>
);
