import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { formatInstant } from '#web/shared/dates.ts';
import { languageOf, localText, t } from '#web/shared/i18n.ts';
import type { LocalText } from '#web/shared/i18n.ts';
import { formatPoints } from '#web/shared/numbers.ts';

export type Crumb = { label: string; href?: string | undefined };

export const Breadcrumb = (props: { items: readonly Crumb[] }) => (
  <nav class="breadcrumb" aria-label={t('kit.you-are-here')}>
    <ol>
      <For each={props.items}>
        {(item) => (
          <li>
            <Show when={item.href} fallback={<span aria-current="page">{item.label}</span>}>
              {(href) => <A href={href()}>{item.label}</A>}
            </Show>
          </li>
        )}
      </For>
    </ol>
  </nav>
);

export const PageHeader = (props: {
  title: JSX.Element;
  breadcrumb?: readonly Crumb[] | undefined;
  /** One line under the title: state, who holds it, 「截至 …」. */
  summary?: JSX.Element;
  actions?: JSX.Element;
}) => (
  <div class="page-header">
    <Show when={props.breadcrumb}>{(items) => <Breadcrumb items={items()} />}</Show>
    <div class="page-title-row">
      <h1>{props.title}</h1>
      <Show when={props.actions}>
        <div class="row">{props.actions}</div>
      </Show>
    </div>
    <Show when={props.summary}>
      <div class="page-summary">{props.summary}</div>
    </Show>
  </div>
);

/** The document all of this stands on: title and number stay in sight. */
export const DocumentBar = (props: {
  title: string;
  number?: string | undefined;
  /** Short facts: 印发日期, 第2版, 公开属性. */
  facts?: readonly (string | undefined)[] | undefined;
  href?: string | undefined;
}) => (
  <div class="document-bar" lang="zh-CN">
    <p class="document-bar-title">
      <Show when={props.href} fallback={props.title}>
        {(href) => <A href={href()}>{props.title}</A>}
      </Show>
    </p>
    <Show when={props.number}>
      <p class="document-bar-number">{props.number}</p>
    </Show>
    <p class="document-bar-facts">
      <For each={(props.facts ?? []).filter(Boolean)}>{(fact) => <span>{fact}</span>}</For>
    </p>
  </div>
);

/** Words of a document with where they stand; what is ours says 本平台建议. */
export const Quote = (props: { words: JSX.Element; source?: string; proposed?: boolean }) => (
  <figure class="quote" lang="zh-CN">
    <blockquote class="quote-words">{props.words}</blockquote>
    <Show when={props.source || props.proposed}>
      <figcaption class="quote-source">
        {props.proposed
          ? t('kit.source-proposed')
          : t('kit.source-from', { source: props.source ?? '' })}
      </figcaption>
    </Show>
  </figure>
);

export const DefinitionList = (props: {
  items: readonly { term: string; value: JSX.Element }[];
}) => (
  <dl class="definitions">
    <For each={props.items}>
      {(item) => (
        <>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </>
      )}
    </For>
  </dl>
);

/** Buttons that stay in reach; `note` says what was saved when. */
export const BottomBar = (props: { note?: JSX.Element; children: JSX.Element }) => (
  <div class="bottom-bar" data-landing>
    <div class="bottom-bar-note" role="status">
      {props.note}
    </div>
    {props.children}
  </div>
);

/** 截至 …, on every figure. */
export const ComputedAsOf = (props: { at: number }) => (
  <span class="as-of">{t('kit.as-of', { time: formatInstant(props.at) })}</span>
);

/** Points are integers of 1/10,000 point. */
export const Points = (props: { units: number; withUnit?: boolean }) => (
  <span class="nowrap">
    {props.withUnit
      ? t('kit.points-unit', { points: formatPoints(props.units) })
      : formatPoints(props.units)}
  </span>
);

/** A text from a region's own definitions, marked with the language it is in. */
export const Words = (props: { text: LocalText }) => (
  <span lang={languageOf(props.text)}>{localText(props.text)}</span>
);
