import { Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from './button.component.tsx';

/** What a list that goes on by cursor tells of itself; every infinite query is one. */
export type PagedList = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<unknown>;
};

/** Nothing under an empty list; the total is said only where it is known. */
export const LoadMore = (props: {
  shown: number | undefined;
  total?: number | string | undefined;
  list: PagedList;
}) => (
  <Show when={props.shown}>
    {(shown) => (
      <>
        <span class="small soft" role="status">
          {props.total === undefined
            ? t('kit.shown-only', { shown: shown() })
            : t('kit.shown-of', { shown: shown(), total: props.total })}
        </span>
        <Show when={props.list.hasNextPage}>
          <Button
            busy={props.list.isFetchingNextPage}
            onClick={() => void props.list.fetchNextPage()}
          >
            {t('kit.load-more')}
          </Button>
        </Show>
      </>
    )}
  </Show>
);
