import { For, Show } from 'solid-js';
import { unitClassName } from '#plugins/sdk/burden/unit-classes.ts';
import type { UnitClass } from '#plugins/sdk/burden/unit-classes.ts';
import type { RequestBurden, RequestChecks } from '#schema/contracts/request-overview.ts';
import { hoursOf } from '#web/features/campaigns/burden.component.tsx';
import { Severity } from '#web/features/campaigns/severity.component.tsx';
import { locale, localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { fieldId } from '#web/ui/field.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { useDraftBurden, useDraftChecks } from './requests.queries.ts';

/** The field itself, or the part of the page that it stands in. */
const goTo = (path: string) => {
  const parts = path.split('/');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join('/');
    const place = document.getElementById(fieldId(landing[name] ?? name));
    if (!place) continue;
    place.scrollIntoView?.({ block: 'center' });
    place.focus({ preventScroll: true });
    return;
  }
};

const landing: Readonly<Record<string, string>> = { deadline: 'deadline/on' };

export const checksTitle = ({ counts }: RequestChecks): string =>
  t('requests.checks-count', { error: counts.error, hint: counts.warning + counts.hint });

const Checks = (props: { checks: RequestChecks }) => (
  <>
    <h2 class="section-title">{checksTitle(props.checks)}</h2>
    <ul class="request-lines">
      <For
        each={props.checks.problems}
        fallback={<li class="soft">{t('requests.checks-clean')}</li>}
      >
        {(problem) => (
          <li>
            <p>
              <Severity of={problem.severity}>
                {t(`campaigns.severity-${problem.severity}`)}
              </Severity>{' '}
              {localText(problem.message)}
            </p>
            <p class="small soft">{localText(problem.mend)}</p>
            <Button small kind="quiet" onClick={() => goTo(problem.path)}>
              {t('campaigns.go-there')}
              <span class="visually-hidden">：{localText(problem.message)}</span>
            </Button>
          </li>
        )}
      </For>
    </ul>
  </>
);

type Row = RequestBurden['rows'][number];

const classOf = (row: Row): string =>
  unitClassName({ kind: row.unitKind, level: row.level } as UnitClass, locale());

const Burden = (props: { burden: RequestBurden }) => (
  <>
    <h2 class="section-title">{t('requests.burden', { year: props.burden.year })}</h2>
    <Show when={props.burden.isOver}>
      <Callout kind="warn" title={t('campaigns.burden-over-title')}>
        {t(
          props.burden.hasCountersignature
            ? 'campaigns.burden-over-countersigned'
            : 'requests.burden-countersign',
        )}
      </Callout>
    </Show>
    <ul class="request-lines">
      <For each={props.burden.rows} fallback={<li class="soft">{t('requests.burden-none')}</li>}>
        {(row) => (
          <li>
            <p>
              <strong>{classOf(row)}</strong>{' '}
              <Show when={row.isOver}>
                <Status kind="late">{t('campaigns.burden-over')}</Status>
              </Show>
            </p>
            <p>
              {t('requests.burden-added', {
                filings: row.added.filings,
                hours: hoursOf(row.added.minutes),
              })}
            </p>
            <p class="small soft">
              {t('requests.burden-whole', { filings: row.filings, hours: hoursOf(row.minutes) })}
            </p>
          </li>
        )}
      </For>
    </ul>
  </>
);

/** 检查 and 负担测算 of the draft as it was saved last. */
export const DraftAside = (props: { id: string; version: number }) => {
  const of = () => ({ id: props.id, version: props.version });
  const checks = useDraftChecks(of);
  const burden = useDraftBurden(of);
  return (
    <aside class="request-aside stack-wide" aria-label={t('requests.checks')}>
      <div>
        <QueryView query={checks}>{(found) => <Checks checks={found()} />}</QueryView>
      </div>
      <div>
        <QueryView query={burden}>{(found) => <Burden burden={found()} />}</QueryView>
      </div>
    </aside>
  );
};
