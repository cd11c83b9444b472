import { Show, createSignal } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Callout } from '#web/ui/status.component.tsx';

const quoted = (cell: string) => (/[\t\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

/** The reader of spreadsheets is loaded when a file was chosen; its cells come as if pasted. */
const readSheet = async (file: File): Promise<string> => {
  const { cellsOfSheet } = await import('./sheet-cells.ts');
  const cells = await cellsOfSheet(file);
  return cells.map((row) => row.map(quoted).join('\t')).join('\n');
};

/** 选择 .xlsx 文件: the other way to what is pasted. */
export const SheetChoice = (props: { onText: (text: string) => void }) => {
  const [isBroken, setBroken] = createSignal(false);
  const read = async (file: File) => {
    try {
      const text = await readSheet(file);
      setBroken(false);
      props.onText(text);
    } catch {
      setBroken(true);
    }
  };
  return (
    <>
      <label class="button button-secondary button-small plan-file">
        {t('plan.choose-sheet')}
        <input
          class="visually-hidden"
          type="file"
          accept=".xlsx"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) void read(file);
          }}
        />
      </label>
      <Show when={isBroken()}>
        <Callout kind="error" live title={t('plan.sheet-unreadable')} />
      </Show>
    </>
  );
};
