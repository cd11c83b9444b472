import { For, Match, Show, Switch, createEffect, onMount, untrack } from 'solid-js';
import { partText } from '#plugins/sdk/bulletins/text.ts';
import type {
  BulletinPart,
  BulletinPartBody,
  FrozenFigure,
  PartMoved,
} from '#schema/contracts/bulletins.ts';
import { ConflictDialog, SaveNote } from '#web/features/requests/autosave-note.component.tsx';
import { createAutosave } from '#web/features/requests/autosave.ts';
import { api } from '#web/shared/client.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { bulletinPath, readBulletin, seen, useBulletinsChanged } from './bulletins.queries.ts';
import { drawRuns, insertNode, readRuns, toChip } from './paragraph-dom.ts';

/** What is inserted into the part that was written in last. */
export type Insertion = { text: string } | { figure: FrozenFigure };
export type Sink = { key: string; insert: (piece: Insertion) => void };

type PartProps = {
  id: string;
  part: BulletinPart;
  onFocus: (sink: Sink) => void;
};

/** One part between this browser and the server: saved alone, others are untouched. */
const createPartDesk = (props: PartProps) => {
  const changed = useBulletinsChanged();
  const { id, part } = untrack(() => props);
  const path = `${bulletinPath(id)}/parts/${part.key}`;
  const saving = createAutosave<{ body: BulletinPartBody }>({
    initial: { value: { body: part.body }, version: part.version },
    send: async ({ body }, version) => {
      const request = { method: 'PUT' as const, path, ifMatch: seen(version), body: { body } };
      const moved = await api.send<PartMoved>(request);
      void changed();
      return moved.data.version;
    },
    read: async () => {
      const found = (await readBulletin(id)).parts.find(({ key }) => key === part.key);
      return { value: { body: found?.body ?? part.body }, version: found?.version ?? part.version };
    },
  });
  createEffect(() => {
    const { body, version } = props.part;
    untrack(() => saving.adopt({ value: { body }, version }));
  });
  return saving;
};

type Desk = ReturnType<typeof createPartDesk>;

const Paragraph = (props: PartProps & { desk: Desk }) => {
  let element: HTMLDivElement | undefined;
  const put = () => {
    if (element) props.desk.put({ body: { kind: 'paragraph', runs: readRuns(element) } });
  };
  const insert = (piece: Insertion) => {
    if (!element) return;
    const node =
      'text' in piece
        ? document.createTextNode(piece.text)
        : toChip({ figure: piece.figure, named: true });
    insertNode(element, node);
    put();
  };
  const draw = () => {
    const { body } = props.desk.value();
    if (element && body.kind === 'paragraph') drawRuns(element, body.runs);
  };
  onMount(draw);
  createEffect(() => {
    const { body } = props.desk.value();
    if (!element || body.kind !== 'paragraph') return;
    if (JSON.stringify(readRuns(element)) !== JSON.stringify(body.runs)) draw();
  });
  const open = (target: EventTarget) => {
    const words = target instanceof HTMLElement ? target.dataset['figure'] : undefined;
    if (words === undefined) return;
    const { figure } = JSON.parse(words) as { figure: FrozenFigure };
    if (figure.href) window.open(`/console${figure.href}`, '_blank', 'noopener');
  };
  return (
    <div
      ref={(created) => (element = created)}
      class="paragraph-words document-words"
      role="textbox"
      aria-multiline="true"
      aria-label={t('bulletins.paragraph')}
      data-placeholder={t('bulletins.write-here')}
      contentEditable
      lang="zh-CN"
      onInput={put}
      onFocus={() => props.onFocus({ key: props.part.key, insert })}
      onClick={(event) => open(event.target)}
      onPaste={(event) => {
        event.preventDefault();
        insert({ text: event.clipboardData?.getData('text/plain') ?? '' });
      }}
    />
  );
};

type TableBody = Extract<BulletinPartBody, { kind: 'table' }>;

const FigureTable = (props: PartProps & { desk: Desk; body: TableBody }) => {
  const put = (change: Partial<TableBody>) =>
    props.desk.put({ body: { ...props.body, ...change } });
  const insert = (piece: Insertion) => {
    if ('figure' in piece) put({ figures: [...props.body.figures, piece.figure] });
  };
  return (
    <div class="stack-tight" onFocusIn={() => props.onFocus({ key: props.part.key, insert })}>
      <TextField
        name={`${props.part.key}/title`}
        label={t('bulletins.table-title')}
        value={props.body.title}
        onInput={(title) => put({ title })}
      />
      <ul class="figure-rows">
        <For
          each={props.body.figures}
          fallback={<li class="soft">{t('bulletins.table-empty')}</li>}
        >
          {(figure, at) => (
            <li class="row-apart">
              <span lang="zh-CN">
                {figure.label} <strong class="figures">{figure.value}</strong>{' '}
                <span class="small soft">{formatInstant(figure.asOf)}</span>
              </span>
              <Button
                small
                kind="quiet"
                onClick={() => put({ figures: props.body.figures.filter((_, n) => n !== at()) })}
              >
                {t('acts.remove')}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
};

/** A heading, a paragraph or a table, saved by itself as it is written. */
export const PartEditor = (props: PartProps) => {
  const desk = createPartDesk(props);
  const body = () => desk.value().body;
  return (
    <div class="bulletin-part" id={`part-${props.part.key}`}>
      <Switch>
        <Match when={body().kind === 'heading' && body()}>
          {(heading) => (
            <TextField
              name={`${props.part.key}/heading`}
              label={t('bulletins.heading')}
              value={partText(heading())}
              onInput={(text) => {
                const now = body();
                if (now.kind === 'heading') desk.put({ body: { ...now, text } });
              }}
            />
          )}
        </Match>
        <Match when={body().kind === 'paragraph'}>
          <Paragraph {...props} desk={desk} />
        </Match>
        <Match when={tableOf(body())}>
          {(table) => <FigureTable {...props} desk={desk} body={table()} />}
        </Match>
      </Switch>
      <Show when={desk.state() !== 'idle'}>
        <p class="small soft">
          <SaveNote state={desk.state()} savedAt={desk.savedAt()} trouble={desk.problem()?.title} />
        </p>
      </Show>
      <ConflictDialog
        conflict={desk.conflict()}
        labelOf={() => t('bulletins.paragraph')}
        wordsOf={(_, whose) =>
          partText(whose === 'mine' ? body() : (desk.conflict()?.theirs.value.body ?? body()))
        }
        onSettle={(choices) => void desk.settle(choices)}
      />
    </div>
  );
};

const tableOf = (body: BulletinPartBody): TableBody | undefined =>
  body.kind === 'table' ? body : undefined;
