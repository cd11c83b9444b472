/** An element that can take the focus; pictures have such parts too. */
type Focusable = HTMLElement | SVGElement;

type Step = { readonly element: Focusable; readonly had: boolean };

/** What had the focus, then what stood around it; out of a dialog it goes on at what opened it. */
export type FocusTrail = readonly Step[];

const openers = new WeakMap<Element, FocusTrail>();

const isFocusable = (element: unknown): element is Focusable =>
  element instanceof HTMLElement || element instanceof SVGElement;

export const trailFrom = (start: EventTarget | null): FocusTrail => {
  const trail: Step[] = [];
  let at: Element | null = isFocusable(start) ? start : null;
  while (at !== null && at !== document.body && at !== document.documentElement) {
    if (isFocusable(at)) trail.push({ element: at, had: at === start });
    const before = openers.get(at);
    if (before) return [...trail, ...before];
    at = at.parentElement;
  }
  return trail;
};

/** Nothing that can be used has the focus. */
export const isFocusLost = (): boolean => {
  const at = document.activeElement;
  if (at === null || at === document.body || at === document.documentElement) return true;
  return at.closest('dialog:not([open])') !== null || at.matches(':disabled');
};

/** An element that is hidden, disabled or behind a modal does not take it, and says so. */
const take = (element: Focusable): boolean => {
  element.focus({ preventScroll: true });
  return document.activeElement === element && !isFocusLost();
};

const takeAsPlace = (element: Focusable): boolean => {
  if (take(element)) return true;
  if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  return take(element);
};

const places = 'tr, li, [data-landing]';
const regions =
  'main, section, article, aside, nav, fieldset, dialog[open], [role="region"], [role="tabpanel"]';

const headingOf = (region: Focusable): Focusable | undefined =>
  [...region.querySelectorAll<HTMLElement>('h1, h2, h3, h4')].find(
    (heading) => heading.closest(regions) === region,
  );

/** A row or an entry itself, the heading of a region, the region by its name. */
const landOn = (element: Focusable): boolean => {
  if (element.matches(places)) return takeAsPlace(element);
  if (element.matches('details')) {
    const summary = element.querySelector('summary');
    return summary !== null && take(summary);
  }
  if (!element.matches(regions)) return false;
  const heading = headingOf(element);
  if (heading && takeAsPlace(heading)) return true;
  const isNamed = element.matches('main, [aria-label], [aria-labelledby]');
  return isNamed && takeAsPlace(element);
};

/** What was drawn anew in the place of something that is gone: a row of the same subject. */
const replacementOf = (gone: Focusable): Focusable | null => {
  if (gone.id !== '') return document.getElementById(gone.id);
  const { row } = gone.dataset;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  return rows.find(({ dataset }) => row !== undefined && dataset.row === row) ?? null;
};

const landOnReplacement = (gone: Focusable, had: Focusable | undefined): boolean => {
  const replacement = replacementOf(gone);
  if (!replacement) return false;
  const same = [...replacement.querySelectorAll<HTMLElement>(had?.tagName ?? 'a, button')].filter(
    ({ textContent }) => had !== undefined && textContent === had.textContent,
  );
  const [only] = same;
  return (same.length === 1 && only !== undefined && take(only)) || takeAsPlace(replacement);
};

/** Puts the focus back, or on the nearest thing that is still there; `main` in the end. */
export const followBack = (trail: FocusTrail): void => {
  let had: Focusable | undefined;
  for (const step of trail) {
    if (step.had) had = step.element;
    if (!step.element.isConnected) {
      if (landOnReplacement(step.element, had)) return;
    } else if ((step.had && take(step.element)) || landOn(step.element)) return;
  }
  const main = document.querySelector('main');
  if (main) landOn(main);
};

/** Before a dialog takes the focus: what has it now is where it goes back to. */
export const rememberOpener = (dialog: HTMLElement): void => {
  openers.set(dialog, trailFrom(document.activeElement));
};

/** A dialog closed or went away, its opener perhaps with it: the focus is where the reader was. */
export const giveFocusBack = (dialog: HTMLElement): void => {
  const trail = openers.get(dialog);
  if (!trail) return;
  openers.delete(dialog);
  queueMicrotask(() => {
    if (isFocusLost() || dialog.contains(document.activeElement)) followBack(trail);
  });
};
