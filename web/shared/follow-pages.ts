import { createEffect } from 'solid-js';

type Pages = {
  hasNextPage: boolean;
  isFetching: boolean;
  isError: boolean;
  fetchNextPage: () => Promise<unknown>;
};

/** Goes on to the last page by itself while that is wanted, and stops where one is refused. */
export const followPages = (list: Pages, isWanted: () => boolean = () => true): void => {
  createEffect(() => {
    if (isWanted() && list.hasNextPage && !list.isFetching && !list.isError) {
      void list.fetchNextPage();
    }
  });
};
