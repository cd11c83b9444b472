import { onCleanup, onMount } from 'solid-js';
import { t } from '#web/shared/i18n.ts';

/** With Alt, so that no letter typed into a reason decides anything. */
export const shortcutCodes = {
  accept: 'Digit1',
  return: 'Digit2',
  'pass-on': 'Digit3',
  hold: 'Digit4',
  deduct: 'Digit5',
  next: 'Digit0',
  'sheet-before': 'ArrowUp',
  'sheet-after': 'ArrowDown',
} as const;
export type Shortcut = keyof typeof shortcutCodes;

const names: Record<Shortcut, string> = {
  accept: 'Alt+1',
  return: 'Alt+2',
  'pass-on': 'Alt+3',
  hold: 'Alt+4',
  deduct: 'Alt+5',
  next: 'Alt+0',
  'sheet-before': 'Alt+ArrowUp',
  'sheet-after': 'Alt+ArrowDown',
};

export const ariaKeys = (shortcut: Shortcut): string => names[shortcut];

export const shortcutList = (): { keys: string; act: string }[] =>
  (Object.keys(names) as Shortcut[]).map((shortcut) => ({
    keys: names[shortcut].replace('ArrowUp', '↑').replace('ArrowDown', '↓').replace('+', ' + '),
    act: t(`desk.key-${shortcut}`),
  }));

const shortcutOf = (event: KeyboardEvent): Shortcut | undefined => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  return (Object.keys(shortcutCodes) as Shortcut[]).find(
    (shortcut) => shortcutCodes[shortcut] === event.code,
  );
};

/** Listens while the page stands and no dialog is open over it. */
export const createShortcuts = (act: (shortcut: Shortcut) => void): void => {
  const press = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event);
    if (shortcut === undefined || document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    act(shortcut);
  };
  onMount(() => document.addEventListener('keydown', press));
  onCleanup(() => document.removeEventListener('keydown', press));
};

/** The evidence sheet before or after the one at the top of the scroll. */
export const stepThroughSheets = (direction: 1 | -1): void => {
  const sheets = [...document.querySelectorAll<HTMLElement>('.evidence-sheet')];
  const [first] = sheets;
  if (first === undefined) return;
  const top = first.closest('.review-evidence')?.getBoundingClientRect().top ?? 0;
  const at = sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom > top + 24);
  const target = sheets[Math.min(sheets.length - 1, Math.max(0, at + direction))];
  target?.scrollIntoView?.({ block: 'start' });
  target?.focus({ preventScroll: true });
};
