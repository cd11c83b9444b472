import { For, Show, createSignal } from 'solid-js';
import type { BulletinDetail, Quotable } from '#schema/contracts/bulletins.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Tabs } from '#web/ui/tabs.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { useFigures, useQuotables } from './bulletins.queries.ts';
import type { Insertion } from './part-editor.component.tsx';

type Props = { detail: BulletinDetail; onInsert: (piece: Insertion) => void };

const FigurePicker = (props: Props) => {
  const figures = useFigures(() => props.detail.summary.id);
  const [search, setSearch] = createSignal('');
  return (
    <QueryView query={figures}>
      {(found) => (
        <div class="stack-tight">
          <TextField
            name="figure-search"
            label={t('bulletins.find-figure')}
            value={search()}
            onInput={setSearch}
          />
          <p class="small soft">{t('bulletins.as-of', { time: formatInstant(found().asOf) })}</p>
          <ul class="source-list">
            <For
              each={found().items.filter(({ figure }) => figure.label.includes(search().trim()))}
              fallback={<li class="soft">{t('bulletins.no-figures')}</li>}
            >
              {({ figure }) => (
                <li>
                  <span lang="zh-CN">
                    {figure.label} <strong class="figures">{figure.value}</strong>
                  </span>
                  <Button small onClick={() => props.onInsert({ figure })}>
                    {t('bulletins.insert')}
                  </Button>
                  <span class="small soft" lang="zh-CN">
                    {figure.definition}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </div>
      )}
    </QueryView>
  );
};

const groups = ['best', 'worst', 'case', 'practice'] as const;

const Cases = (props: Props & { items: readonly Quotable[] }) => (
  <For each={groups}>
    {(group) => (
      <section>
        <h3 class="small">{t(`bulletins.group-${group}`)}</h3>
        <ul class="source-list">
          <For
            each={props.items.filter((item) => item.group === group)}
            fallback={<li class="soft">{t('bulletins.none-in-group')}</li>}
          >
            {(item) => (
              <li lang="zh-CN">
                <strong class="small">{item.title}</strong>
                <span class="source-words">{item.text}</span>
                <span class="row">
                  <Button small onClick={() => props.onInsert({ text: item.text })}>
                    {t('bulletins.cite')}
                  </Button>
                  <Show when={item.named}>
                    {(named) => (
                      <Button small kind="quiet" onClick={() => props.onInsert({ text: named() })}>
                        {t('bulletins.cite-named')}
                      </Button>
                    )}
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    )}
  </For>
);

const Quotables = (props: Props) => {
  const found = useQuotables(() => props.detail.summary.id);
  return <QueryView query={found}>{(data) => <Cases {...props} items={data().items} />}</QueryView>;
};

/** 可引用的情况 and the figures: both go into the part that was written in last. */
export const Sources = (props: Props) => {
  const [tab, setTab] = createSignal('cases');
  return (
    <aside class="bulletin-sources">
      <Tabs
        label={t('bulletins.sources')}
        value={tab()}
        onChange={setTab}
        tabs={[
          {
            key: 'cases',
            label: t('bulletins.quotables'),
            content: () => <Quotables {...props} />,
          },
          {
            key: 'figures',
            label: t('bulletins.figures'),
            content: () => <FigurePicker {...props} />,
          },
        ]}
      />
    </aside>
  );
};
