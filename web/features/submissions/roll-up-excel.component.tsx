import { Show, createSignal } from 'solid-js';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { LoadFailed } from '#web/ui/state.component.tsx';
import { rollUpSheet, sheetOptions } from './roll-up-excel.ts';
import type { ShownTable } from './roll-up.presenter.ts';

/** 下载 Excel; the program that writes it is fetched when it is wanted. */
export const RollUpExcel = (props: { table: ShownTable; unit: string }) => {
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  const save = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const { default: writeExcelFile } = await import('write-excel-file/browser');
      const name = `${props.unit} ${localText(props.table.task.title)}.xlsx`;
      await writeExcelFile(rollUpSheet(props.table, props.unit), sheetOptions).toFile(name);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button busy={isBusy()} onClick={() => void save()}>
        {t('rollup.excel')}
      </Button>
      <Show when={failure()}>{(error) => <LoadFailed error={error()} />}</Show>
    </>
  );
};
