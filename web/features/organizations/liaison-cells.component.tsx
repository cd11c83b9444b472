import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import { liaisonAskStandsMs } from '#schema/contracts/liaisons.ts';
import type { LiaisonAsk, UnitWithoutLiaison } from '#schema/contracts/liaisons.ts';
import { useSession } from '#web/features/identity/session.ts';
import { stateOf } from '#web/features/invitations/invitation.presenter.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createAsking } from './without-liaison.queries.ts';

const askedWords = ({ at, byPost }: LiaisonAsk): string =>
  t('people.liaison-asked-by', { post: byPost, at: formatInstant(at) });

/** What is being done about it, in one line. */
export const doingWords = ({ invitation, asked }: UnitWithoutLiaison): string => {
  if (invitation !== null) return stateOf({ state: invitation }).words;
  return asked === null
    ? t('people.liaison-none')
    : `${t('people.liaison-asked-short')} ${askedWords(asked)}`;
};

const Asked = (props: { unit: UnitWithoutLiaison }) => (
  <Show when={props.unit.asked} fallback={t('people.liaison-none')}>
    {(asked) => (
      <>
        <Status kind="waiting">{t('people.liaison-asked-short')}</Status>
        <p class="small soft">{askedWords(asked())}</p>
      </>
    )}
  </Show>
);

/** What is being done about it: an invitation that waits, or an ask for one, since when. */
export const Doing = (props: { unit: UnitWithoutLiaison }) => (
  <Show when={props.unit.invitation} fallback={<Asked unit={props.unit} />}>
    {(state) => (
      <>
        <Status kind={stateOf({ state: state() }).kind}>{doingWords(props.unit)}</Status>
        <Show when={props.unit.invitedAt}>
          {(at) => <p class="small soft">{formatInstant(at())}</p>}
        </Show>
      </>
    )}
  </Show>
);

const Ask = (props: { unit: UnitWithoutLiaison; onAsked: () => void }) => {
  const ask = createAsking();
  const submit = async () => {
    if (!(await ask.attempt(props.unit.id))) {
      announce(ask.problem()?.title ?? t('kit.load-failed'), 'error');
      return;
    }
    announce(t('people.liaison-asked', { unit: props.unit.name }), 'done');
    props.onAsked();
  };
  return (
    <Button small busy={ask.isBusy()} onClick={() => void submit()}>
      {t('people.liaison-ask')}
      <span class="visually-hidden">{props.unit.name}</span>
    </Button>
  );
};

/** An ask stands for some days: until then nobody asks again. */
const mayBeAsked = ({ asked }: UnitWithoutLiaison, asOf: number): boolean =>
  asked === null || asOf - asked.at >= liaisonAskStandsMs;

/** The system administrator invites; who urges asks the administrator. */
export const Act = (props: { unit: UnitWithoutLiaison; asOf: number; onAsked: () => void }) => {
  const { permissions } = useSession();
  const mayAsk = () => permissions.holds('reminders.urge') && mayBeAsked(props.unit, props.asOf);
  return (
    <Show when={props.unit.invitation === null}>
      <Show
        when={permissions.holds('identity.enroll')}
        fallback={
          <Show when={mayAsk()}>
            <Ask unit={props.unit} onAsked={() => props.onAsked()} />
          </Show>
        }
      >
        <A
          class="button button-secondary button-small"
          href={`/accounts/invitations?unit=${props.unit.id}`}
        >
          {t('people.open')}
          <span class="visually-hidden">{props.unit.name}</span>
        </A>
      </Show>
    </Show>
  );
};
