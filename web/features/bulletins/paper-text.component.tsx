import { For, Match, Show, Switch } from 'solid-js';
import { isEmptyPart, numberHeadings, partText } from '#plugins/sdk/bulletins/text.ts';
import type { BulletinHead, BulletinIssue, BulletinPartBody } from '#schema/contracts/bulletins.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';

type TableBody = Extract<BulletinPartBody, { kind: 'table' }>;

const tableOf = (body: BulletinPartBody): TableBody | undefined =>
  body.kind === 'table' ? body : undefined;

const Figures = (props: { body: TableBody }) => (
  <table class="paper-figures">
    <caption>{props.body.title}</caption>
    <tbody>
      <For each={props.body.figures}>
        {(figure) => (
          <tr>
            <th scope="row">{figure.label}</th>
            <td class="figures">{figure.value}</td>
            <td class="small soft">
              {figure.definition} · {formatInstant(figure.asOf)}
            </td>
          </tr>
        )}
      </For>
    </tbody>
  </table>
);

/** The paper as it reads; the same words as in the Word file. */
export const PaperText = (props: {
  head: BulletinHead;
  parts: readonly { key: string; body: BulletinPartBody }[];
  issue?: BulletinIssue | undefined;
}) => (
  <article class="paper document-words" lang="zh-CN">
    <Show when={props.issue?.number}>{(number) => <p class="paper-number">{number()}</p>}</Show>
    <h2 class="paper-title">{props.head.title}</h2>
    <Show when={props.head.to}>{(to) => <p>{to()}：</p>}</Show>
    <For each={numberHeadings(props.parts.filter(({ body }) => !isEmptyPart(body)))}>
      {(part) => (
        <Switch fallback={<p class="paper-words">{partText(part.body)}</p>}>
          <Match when={part.body.kind === 'heading'}>
            <h3>
              {part.mark}
              {partText(part.body)}
            </h3>
          </Match>
          <Match when={tableOf(part.body)}>{(body) => <Figures body={body()} />}</Match>
        </Switch>
      )}
    </For>
    <For each={props.head.attachments}>
      {(words) => (
        <p>
          {t('bulletins.attachment')}：{words}
        </p>
      )}
    </For>
    <Show when={props.issue?.evidenceId}>
      {(id) => (
        <p class="no-print">
          <a href={`/api/evidence/${id()}/content`} rel="external">
            {t('bulletins.scan')}
          </a>
        </p>
      )}
    </Show>
    <p class="paper-signature">
      {props.head.issuer}
      <br />
      <Show when={props.issue}>{(issue) => <>{formatDate(issue().signedOn)}</>}</Show>
    </p>
  </article>
);
