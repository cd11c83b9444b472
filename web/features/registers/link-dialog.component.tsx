import { Show, createSignal } from 'solid-js';
import type { EntryDetail, EntryList, EntryMoved } from '#schema/contracts/registers.ts';
import { api } from '#web/shared/client.ts';
import { createCommand } from '#web/shared/command.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { numberWords } from './entry.presenter.ts';

type Props = {
  open: boolean;
  found: EntryDetail;
  onClose: () => void;
  onDone: (made: string | undefined) => void;
};
type Hit = EntryList['rows'][number];

/** Looks an entry up by its number in the register that a link names. */
const createLookUp = () => {
  const [hit, setHit] = createSignal<Hit>();
  const [isMissing, setMissing] = createSignal(false);
  const forget = () => {
    setHit(undefined);
    setMissing(false);
  };
  const find = async (register: string, number: string) => {
    forget();
    try {
      const path = `/api/registers/${register}/entries`;
      const [row] = (await api.get<EntryList>(path, { number, limit: 1 })).rows;
      setHit(row);
      setMissing(row === undefined);
    } catch {
      setMissing(true);
    }
  };
  return { hit, isMissing, forget, find };
};

const Found = (props: {
  lookUp: ReturnType<typeof createLookUp>;
  busy: boolean;
  onTie: (hit: Hit) => void;
}) => (
  <>
    <Show when={props.lookUp.isMissing()}>
      <Callout kind="error" live title={t('registers.link-none')} />
    </Show>
    <Show when={props.lookUp.hit()}>
      {(hit) => (
        <>
          <p role="status">
            {numberWords(hit())}　{localText(hit().title)}　{hit().organizationName}
          </p>
          <div class="row">
            <Button kind="primary" busy={props.busy} onClick={() => props.onTie(hit())}>
              {t('registers.link-confirm')}
            </Button>
          </div>
        </>
      )}
    </Show>
  </>
);

const LinkForm = (props: Props) => {
  const links = () => props.found.register.links;
  const [link, setLink] = createSignal(links()[0]?.key ?? '');
  const [number, setNumber] = createSignal('');
  const lookUp = createLookUp();
  const tie = createCommand<{ link: string; entry: string }, EntryMoved>((body) => ({
    method: 'POST',
    path: `/api/registers/entries/${props.found.summary.id}/links`,
    ifMatch: `"${props.found.summary.version}"`,
    body,
  }));
  const digits = () => number().replace(/\D/g, '').replace(/^0+/, '');
  const find = () => {
    const register = links().find(({ key }) => key === link())?.register;
    if (register !== undefined) void lookUp.find(register, digits());
  };
  const send = async ({ id }: Hit) => {
    if (await tie.attempt({ link: link(), entry: id })) props.onDone(undefined);
  };
  return (
    <div class="stack">
      <Refusal problem={tie.problem()} />
      <Select
        name="link"
        label={t('registers.link-kind')}
        required
        options={links().map(({ key, title }) => ({ value: key, label: localText(title) }))}
        value={link()}
        onChange={(value) => {
          setLink(value);
          lookUp.forget();
        }}
      />
      <TextField
        name="link-number"
        label={t('registers.link-number')}
        required
        value={number()}
        onInput={(value) => {
          setNumber(value);
          lookUp.forget();
        }}
      />
      <div class="row">
        <Button disabled={digits() === ''} onClick={find}>
          {t('registers.link-find')}
        </Button>
      </div>
      <Found lookUp={lookUp} busy={tie.isBusy()} onTie={(hit) => void send(hit)} />
    </div>
  );
};

/** 关联: a tie to an entry of the register that the link names, found by its number. */
export const LinkDialog = (props: Props) => (
  <Dialog open={props.open} title={t('registers.link')} onClose={() => props.onClose()}>
    <LinkForm {...props} />
  </Dialog>
);
