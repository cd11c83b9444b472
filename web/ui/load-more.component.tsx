import { Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from './button.component.tsx';

/** Lists go on by cursor; the total is said only where it is known. */
export const LoadMore = (props: {
  shown: number;
  total?: number | string | undefined;
  hasMore: boolean;
  busy?: boolean | undefined;
  onMore: () => void;
}) => (
  <>
    <span class="small soft" role="status">
      {props.total === undefined
        ? t('kit.shown-only', { shown: props.shown })
        : t('kit.shown-of', { shown: props.shown, total: props.total })}
    </span>
    <Show when={props.hasMore}>
      <Button busy={props.busy} onClick={() => props.onMore()}>
        {t('kit.load-more')}
      </Button>
    </Show>
  </>
);
