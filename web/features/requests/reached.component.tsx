import { For, Show } from 'solid-js';
import type { AudienceAnswer } from '#schema/contracts/requests.ts';
import { kindWords } from '#web/features/organizations/organization.presenter.ts';
import { locale, t } from '#web/shared/i18n.ts';
import { Disclosure } from '#web/ui/tabs.component.tsx';

/** 共 12 个单位：医院 8，诊所 4 — as of now, with the names in official order. */
export const Reached = (props: { answer: AudienceAnswer }) => {
  const comma = () => (locale() === 'en' ? ', ' : '，');
  const kinds = () =>
    props.answer.byKind
      .map(({ kind, count }) => t('requests.kind-count', { kind: kindWords(kind), count }))
      .join(comma());
  return (
    <div class="request-reach" role="status">
      <p>
        <strong>{t('requests.reach', { count: props.answer.total })}</strong> {kinds()}
      </p>
      <Show when={props.answer.outOfRange > 0}>
        <p class="small soft">{t('requests.reach-outside', { count: props.answer.outOfRange })}</p>
      </Show>
      <Show when={props.answer.units.length > 0}>
        <Disclosure summary={t('requests.reach-names')}>
          <ol class="request-names" lang="zh-CN">
            <For each={props.answer.units}>
              {(unit) => (
                <li>
                  {unit.organizationName}
                  {unit.part === 'reply' ? '' : `（${t(`requests.part-${unit.part}`)}）`}
                </li>
              )}
            </For>
          </ol>
        </Disclosure>
      </Show>
    </div>
  );
};
