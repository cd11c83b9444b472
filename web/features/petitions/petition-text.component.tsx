import { For, Show } from 'solid-js';
import type { PetitionDetail } from '#schema/contracts/petitions.ts';
import { evidenceHref } from '#web/features/evidence/evidence-file.presenter.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';

const Said = (props: { title: string; text: string; under: string }) => (
  <section>
    <h2 class="section-title">{props.title}</h2>
    <p class="document-words" lang="zh-CN">
      {props.text}
    </p>
    <p class="small soft">{props.under}</p>
  </section>
);

export const Handling = (props: { detail: PetitionDetail }) => (
  <>
    <Show when={props.detail.opinion}>
      {(opinion) => (
        <Said
          title={t('petitions.opinion')}
          text={opinion().text}
          under={`${opinion().post} → ${opinion().leaderPost} · ${formatInstant(opinion().at)}`}
        />
      )}
    </Show>
    <Show when={props.detail.instruction}>
      {(instruction) => (
        <Said
          title={t('petitions.instruction')}
          text={instruction().text}
          under={`${instruction().post} · ${formatInstant(instruction().at)}`}
        />
      )}
    </Show>
    <Show when={props.detail.answer}>
      {(answer) => (
        <Said
          title={t('petitions.answer')}
          text={answer().text}
          under={t('petitions.answer-under', {
            post: answer().post,
            time: formatInstant(answer().at),
            number: answer().number,
          })}
        />
      )}
    </Show>
  </>
);

export const Text = (props: { detail: PetitionDetail }) => (
  <article class="document-words" lang="zh-CN">
    <p>{props.detail.addresseeName}：</p>
    <For each={props.detail.content.text.split('\n')}>{(line) => <p>{line}</p>}</For>
    <ul>
      <For each={props.detail.files}>
        {(file) => (
          <li>
            <a href={evidenceHref(file)} target="_blank" rel="noopener">
              {file.name}
            </a>
          </li>
        )}
      </For>
    </ul>
  </article>
);
