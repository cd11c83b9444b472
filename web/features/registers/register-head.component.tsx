import { Show } from 'solid-js';
import type { EntryList } from '#schema/contracts/registers.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { ComputedAsOf, DocumentBar, PageHeader } from '#web/ui/page.component.tsx';

export const Head = (props: { first: EntryList; sentence: string | undefined }) => {
  const register = () => props.first.register;
  const total = () =>
    props.first.total > 1000
      ? t('registers.total-many')
      : t('registers.total', { count: props.first.total });
  return (
    <>
      <DocumentBar title={register().campaignTitle} />
      <PageHeader
        title={localText(register().title)}
        breadcrumb={[
          { label: t('registers.title'), href: '/registers' },
          { label: localText(register().title) },
        ]}
        summary={
          <span class="row">
            {total()}
            <ComputedAsOf at={props.first.asOf} />
          </span>
        }
        actions={
          <>
            <Show when={register().hasMaster}>
              <LinkButton href={`/registers/${register().key}/wall`}>
                {t('registers.to-wall')}
              </LinkButton>
            </Show>
            <Show when={register().mayRecord}>
              <LinkButton kind="primary" href={`/registers/${register().key}/new`}>
                {t('registers.record', { noun: localText(register().noun) })}
              </LinkButton>
            </Show>
          </>
        }
      />
      <Show when={props.sentence}>{(words) => <p class="figure-sentence">{words()}</p>}</Show>
    </>
  );
};
