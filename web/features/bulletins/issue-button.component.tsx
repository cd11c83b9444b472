import { createSignal } from 'solid-js';
import type { BulletinDetail } from '#schema/contracts/bulletins.ts';
import { EvidenceField } from '#web/features/evidence/evidence-field.component.tsx';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import { parseDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { DateField } from '#web/ui/date-field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { ActDialog } from './act.component.tsx';
import { bulletinPath } from './bulletins.queries.ts';

/** 签发登记: the office's number, dates and scan; 本系统不生成正式文号. */
export const IssueButton = (props: { detail: BulletinDetail }) => {
  const [number, setNumber] = createSignal('');
  const [signedOn, setSignedOn] = createSignal('');
  const [printedOn, setPrintedOn] = createSignal('');
  const [scan, setScan] = createSignal<readonly string[]>([]);
  const shelf = createEvidenceShelf(() => []);
  const days = () => [signedOn(), printedOn()].every((day) => parseDay(day) !== undefined);
  return (
    <ActDialog
      kind="primary"
      label={t('bulletins.issue')}
      done="bulletins.issued"
      target={{
        path: `${bulletinPath(props.detail.summary.id)}/issue`,
        version: props.detail.summary.version,
      }}
      body={() => ({
        issue: {
          ...(number().trim() === '' ? {} : { number: number().trim() }),
          signedOn: signedOn(),
          printedOn: printedOn(),
          ...(scan()[0] === undefined ? {} : { evidenceId: scan()[0] }),
        },
      })}
      isReady={() => days() && !shelf.isMoving()}
    >
      <p>{t('bulletins.issue-words')}</p>
      <TextField
        name="issue/number"
        label={t('bulletins.number')}
        value={number()}
        onInput={setNumber}
      />
      <DateField
        name="issue/signedOn"
        label={t('bulletins.signed-on')}
        required
        value={signedOn()}
        onInput={setSignedOn}
      />
      <DateField
        name="issue/printedOn"
        label={t('bulletins.printed-on')}
        required
        value={printedOn()}
        onInput={setPrintedOn}
      />
      <EvidenceField
        name="issue/evidenceId"
        label={t('bulletins.issue-scan')}
        isScan
        shelf={shelf}
        ids={scan()}
        maxFiles={1}
        onChange={setScan}
      />
    </ActDialog>
  );
};
