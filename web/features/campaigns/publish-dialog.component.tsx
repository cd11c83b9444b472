import { For, Show } from 'solid-js';
import type { BurdenAnswer, Draft, Published } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { DefinitionList } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { useDraftChanges } from './campaigns.queries.ts';

type Props = {
  open: boolean;
  draft: Draft;
  burden: BurdenAnswer | undefined;
  onClose: () => void;
  onPublished: (published: Published) => void;
};

const Changes = (props: { draft: Draft }) => {
  const changes = useDraftChanges(() => props.draft.id);
  return (
    <QueryView query={changes}>
      {(data) => (
        <Show
          when={data().items.length > 0}
          fallback={<p class="soft">{t('campaigns.changes-none')}</p>}
        >
          <ol class="changes">
            <For each={data().items}>{(change) => <li>{localText(change)}</li>}</For>
          </ol>
        </Show>
      )}
    </QueryView>
  );
};

/** 发布到各单位: what is about to become unchangeable, and for whom. */
export const PublishDialog = (props: Props) => {
  const publish = createCommand<void, Published>(() => ({
    method: 'POST',
    path: `/api/campaigns/drafts/${props.draft.id}/publish`,
  }));
  const send = async () => {
    const answer = await publish.attempt();
    if (!answer) return;
    announce(t('campaigns.published'));
    props.onPublished(answer.data);
  };
  const units = () => (props.burden?.rows ?? []).reduce((sum, { units: each }) => sum + each, 0);
  return (
    <Dialog
      open={props.open}
      wide
      title={t('campaigns.act-publish')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('acts.cancel')}</Button>
          <Button kind="primary" busy={publish.isBusy()} onClick={() => void send()}>
            {t('campaigns.act-publish')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Refusal problem={publish.problem()} />
        <Show when={props.draft.issue}>
          {(issue) => (
            <DefinitionList
              items={[
                { term: t('campaigns.head-title'), value: props.draft.title },
                { term: t('campaigns.issue-number'), value: issue().number },
                { term: t('campaigns.issue-printed-on'), value: formatDate(issue().printedOn) },
                {
                  term: t('campaigns.head-disclosure'),
                  value: t(`campaigns.disclosure-${issue().disclosure}`),
                },
              ]}
            />
          )}
        </Show>
        <p>{t('campaigns.publish-words', { units: units() })}</p>
        <Show when={props.draft.amends}>
          <h3>{t('campaigns.changes')}</h3>
          <Changes draft={props.draft} />
          <p class="soft">{t('campaigns.publish-amendment-words')}</p>
        </Show>
      </div>
    </Dialog>
  );
};
