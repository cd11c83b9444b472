import { onCleanup, onMount } from 'solid-js';
import type { JSX } from 'solid-js';
import './paper.css';

/** A page that is a paper: printed without the frame of the program. */
export const Paper = (props: { title: string; children: JSX.Element }) => {
  onMount(() => document.body.classList.add('prints-paper'));
  onCleanup(() => document.body.classList.remove('prints-paper'));
  return (
    <article class="paper" lang="zh-CN">
      <h1 class="paper-title">{props.title}</h1>
      {props.children}
    </article>
  );
};

export const PaperRow = (props: { name: string; children: JSX.Element }) => (
  <tr>
    <th scope="row" class="paper-name">
      {props.name}
    </th>
    <td>{props.children}</td>
  </tr>
);
