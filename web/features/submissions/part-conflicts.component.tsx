import { For, Show, createSignal, untrack } from 'solid-js';
import type { MergePart, Part } from '#schema/contracts/submission-parts.ts';
import type { FieldConflict } from '#schema/contracts/submissions.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import type { Filing } from './filing.ts';
import { placeLabel, placeValue } from './place-label.presenter.ts';

type Found = { part: Part; places: readonly FieldConflict[] };
type Choices = Readonly<Record<string, 'theirs' | 'mine'>>;
type FormProps = {
  filing: Filing;
  found: Found;
  busy: boolean;
  onMerge: (part: Part, body: MergePart) => void;
};

/** What the clerk decided, for the revision that she saw there. */
export const mergeAs = (places: readonly FieldConflict[], choices: Choices): MergePart => ({
  over: Object.fromEntries(
    places
      .filter(({ path }) => choices[path] === 'theirs')
      .map(({ path, theirRevision }) => [path, theirRevision]),
  ),
  leave: places.map(({ path }) => path).filter((path) => choices[path] === 'mine'),
});

const ConflictForm = (props: FormProps) => {
  const [choices, setChoices] = createSignal<Choices>({});
  const shelf = untrack(() => props.filing.shelf);
  const form = () => props.filing.model.form;
  const label = (path: string) =>
    placeLabel(path, {
      form: form(),
      answers: props.filing.model.answers(),
      deliverables: props.filing.detail().deliverables,
    });
  const words = (path: string, value: unknown) => placeValue(path, value, form(), shelf.nameOf);
  const isReady = () => props.found.places.every(({ path }) => choices()[path] !== undefined);
  return (
    <div class="stack">
      <p>{t('parts.conflict-words')}</p>
      <For each={props.found.places}>
        {({ path, yours, theirs }) => (
          <RadioGroup
            name={path}
            label={label(path)}
            required
            options={[
              {
                value: 'theirs',
                label: t('parts.use-theirs'),
                hint: `${t('parts.conflict-theirs', { department: props.found.part.department })}：${words(path, yours)}`,
              },
              {
                value: 'mine',
                label: t('parts.keep-mine'),
                hint: `${t('parts.conflict-mine')}：${words(path, theirs)}`,
              },
            ]}
            value={choices()[path] ?? ''}
            onChange={(choice) =>
              setChoices((before) => ({ ...before, [path]: choice as 'theirs' | 'mine' }))
            }
          />
        )}
      </For>
      <div class="row">
        <Button
          kind="primary"
          busy={props.busy}
          disabled={!isReady()}
          onClick={() => props.onMerge(props.found.part, mergeAs(props.found.places, choices()))}
        >
          {t('parts.conflict-merge')}
        </Button>
      </div>
    </div>
  );
};

/** Clerk and department changed one place: both values; the clerk decides, nothing is overwritten. */
export const PartConflicts = (
  props: Omit<FormProps, 'found'> & { found: Found | undefined; onClose: () => void },
) => (
  <Dialog
    wide
    role="alertdialog"
    open={props.found !== undefined}
    title={t('parts.conflict-title', { count: props.found?.places.length ?? 0 })}
    onClose={() => props.onClose()}
  >
    <Show when={props.found} keyed>
      {(found) => (
        <ConflictForm
          filing={props.filing}
          found={found}
          busy={props.busy}
          onMerge={(part, body) => props.onMerge(part, body)}
        />
      )}
    </Show>
  </Dialog>
);
