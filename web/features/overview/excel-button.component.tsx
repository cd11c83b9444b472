import { createSignal } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { Sheet } from './excel.driver.ts';

/** Makes the workbook here in the browser; what makes it is loaded when it is wanted. */
export const ExcelButton = (props: { label: string; fileName: string; sheet: () => Sheet }) => {
  const [isBusy, setBusy] = createSignal(false);
  const save = async () => {
    setBusy(true);
    try {
      const { saveSheet } = await import('./excel.driver.ts');
      await saveSheet(props.sheet(), props.fileName);
    } catch {
      announce(t('figures.excel-failed'), 'error');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={isBusy()} onClick={() => void save()}>
      {props.label}
    </Button>
  );
};
