import { For, Show } from 'solid-js';
import type { RequestDetail } from '#schema/contracts/request-overview.ts';
import { formatDay, formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { DefinitionList } from '#web/ui/page.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { recipientsWords } from './draft-words.presenter.ts';
import { basisWords, repeatsWords } from './request.presenter.ts';

const deadlineOf = ({ content }: RequestDetail): string => {
  const { deadline } = content;
  if (!deadline) return t('requests.none-yet');
  return `${formatDay(deadline.on, { year: true })}${deadline.hour}　${repeatsWords(content)}`;
};

const formOf = ({ content, replyForm }: RequestDetail): string => {
  const names = replyForm.fields.map(({ label }) => localText(label)).join('、');
  return content.form ? names : `${t('requests.way-free')}（${names}）`;
};

const termsOf = ({ content }: RequestDetail): string =>
  [
    t(content.stampedScan ? 'submissions.stamp-needed' : 'submissions.stamp-none'),
    content.nilReply ? t('requests.nil-allowed') : '',
  ]
    .filter(Boolean)
    .join('　');

/** What is asked, word for word as it was signed. */
export const RequestText = (props: { detail: RequestDetail }) => (
  <section class="request-section">
    <h2 class="section-title">{t('requests.part-asked')}</h2>
    <p class="prose document-words request-words" lang="zh-CN">
      {props.detail.content.text}
    </p>
    <DefinitionList
      items={[
        {
          term: t('requests.field-from'),
          value: props.detail.content.from ?? t('requests.none-yet'),
        },
        {
          term: t('requests.basis'),
          value: props.detail.content.basis
            ? basisWords(props.detail.content.basis)
            : t('requests.none-yet'),
        },
        { term: t('requests.part-to'), value: recipientsWords(props.detail.content.to) },
        { term: t('requests.deadline'), value: deadlineOf(props.detail) },
        { term: t('requests.reply-way'), value: formOf(props.detail) },
        { term: t('requests.reply-terms'), value: termsOf(props.detail) },
      ]}
    />
  </section>
);

/** 办理单位 in official order, with who signed for it, by post. */
export const Addressees = (props: { detail: RequestDetail }) => (
  <Show when={props.detail.addressees.length > 0}>
    <section class="request-section">
      <Disclosure
        summary={t('requests.addressees', {
          count: props.detail.addressees.length,
          signed: props.detail.addressees.filter(({ signedForAt }) => signedForAt !== undefined)
            .length,
        })}
      >
        <ol class="request-names" lang="zh-CN">
          <For each={props.detail.addressees}>
            {(unit) => (
              <li>
                {unit.organizationName}（{t(`requests.part-${unit.part}`)}）{' '}
                <Show
                  when={unit.signedForAt}
                  fallback={<Status kind="draft">{t('requests.not-signed')}</Status>}
                >
                  {(at) => (
                    <Status kind="done">
                      {t('requests.signed-line', {
                        time: formatInstant(at()),
                        post: unit.signedForByPost ?? '',
                      })}
                    </Status>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Disclosure>
    </section>
  </Show>
);
