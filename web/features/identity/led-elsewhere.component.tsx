import { onMount } from 'solid-js';

/** For who signed in where nothing is theirs to do: on to the place of their post, by itself. */
export const LedElsewhere = (props: { href: string; words: string }) => {
  onMount(() => location.replace(props.href));
  return (
    <p role="status">
      <a href={props.href} rel="external">
        {props.words}
      </a>
    </p>
  );
};
