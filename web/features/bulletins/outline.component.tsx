import { For, Show } from 'solid-js';
import { numberHeadings, partText } from '#plugins/sdk/bulletins/text.ts';
import type {
  BulletinDetail,
  BulletinPart,
  BulletinPartBody,
} from '#schema/contracts/bulletins.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { bulletinPath, seen, useBulletinsChanged } from './bulletins.queries.ts';

type Change = { method: 'POST' | 'DELETE'; path: string; ifMatch?: string; body?: object };

const emptyBodies: Readonly<Record<'heading' | 'paragraph' | 'table', BulletinPartBody>> = {
  heading: { kind: 'heading', level: 1, text: '' },
  paragraph: { kind: 'paragraph', runs: [] },
  table: { kind: 'table', title: '', figures: [] },
};

const nameOf = (part: BulletinPart & { mark: string }): string => {
  const words = partText(part.body).trim().slice(0, 16);
  return words === '' ? t(`bulletins.empty-${part.body.kind}`) : `${part.mark}${words}`;
};

type OutlineProps = { detail: BulletinDetail; current: string | undefined };

const createOutline = (props: OutlineProps) => {
  const changed = useBulletinsChanged();
  const path = () => `${bulletinPath(props.detail.summary.id)}/parts`;
  const command = createCommand<Change, unknown>((change) => change);
  const send = async (change: Change) => {
    await command.attempt(change);
    await changed();
  };
  const parts = () => props.detail.parts;
  const move = (at: number, by: -1 | 1) => {
    const key = parts()[at]?.key ?? '';
    const after = by === 1 ? parts()[at + 1]?.key : parts()[at - 2]?.key;
    void send({ method: 'POST', path: `${path()}/${key}/move`, body: { after } });
  };
  const add = (kind: keyof typeof emptyBodies) => {
    const after = props.current ?? parts()[parts().length - 1]?.key;
    void send({ method: 'POST', path: path(), body: { after, body: emptyBodies[kind] } });
  };
  const remove = ({ key, version }: BulletinPart) =>
    void send({ method: 'DELETE', path: `${path()}/${key}`, ifMatch: seen(version), body: {} });
  return { parts, move, add, remove, problem: command.problem };
};

/** The paragraph list: added, taken out, put in another order; each entry leads to its part. */
export const Outline = (props: OutlineProps) => {
  const { parts, move, add, remove, problem } = createOutline(props);
  return (
    <nav class="bulletin-outline" aria-label={t('bulletins.outline')}>
      <h2 class="section-title">{t('bulletins.outline')}</h2>
      <ol>
        <For each={numberHeadings(parts())}>
          {(part, at) => (
            <li class={`outline-${part.body.kind}`}>
              <a href={`#part-${part.key}`} target="_self">
                {nameOf(part)}
              </a>
              <span class="outline-acts">
                <Button small kind="quiet" disabled={at() === 0} onClick={() => move(at(), -1)}>
                  <span aria-hidden="true">↑</span>
                  <span class="visually-hidden">{t('bulletins.move-up')}</span>
                </Button>
                <Button
                  small
                  kind="quiet"
                  disabled={at() === parts().length - 1}
                  onClick={() => move(at(), 1)}
                >
                  <span aria-hidden="true">↓</span>
                  <span class="visually-hidden">{t('bulletins.move-down')}</span>
                </Button>
                <Button small kind="quiet" onClick={() => remove(part)}>
                  {t('acts.remove')}
                </Button>
              </span>
            </li>
          )}
        </For>
      </ol>
      <Show when={problem()}>{(found) => <Refusal problem={found()} />}</Show>
      <div class="row">
        <For each={['heading', 'paragraph', 'table'] as const}>
          {(kind) => (
            <Button small onClick={() => add(kind)}>
              {t(`bulletins.add-${kind}`)}
            </Button>
          )}
        </For>
      </div>
    </nav>
  );
};
