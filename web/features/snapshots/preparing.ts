import { createSignal } from 'solid-js';
import type { FigureLine, Snapshot } from '#schema/contracts/snapshots.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { announce } from '#web/ui/toast.component.tsx';
import type { Explanations } from './figure-table.component.tsx';

type Preparing = {
  readonly period: string;
  readonly lines: readonly FigureLine[];
  readonly corrects?: string | undefined;
  readonly correctionReason?: string | undefined;
};

/** Explanations as they are typed, and the act that draws the period's data up with them. */
export const createPreparing = (onDone: () => void) => {
  const [typed, setTyped] = createSignal<Explanations>({});
  const command = createCommand<Preparing, Snapshot>((input) => ({
    method: 'POST',
    path: '/api/snapshots',
    body: {
      period: input.period,
      explanations: explanationsOf(input.lines, typed()),
      ...(input.corrects === undefined
        ? {}
        : { corrects: input.corrects, correctionReason: input.correctionReason }),
    },
  }));
  const prepare = async (input: Preparing) => {
    const answer = await command.attempt(input);
    if (answer === undefined) return;
    setTyped({});
    announce(t('snapshots.prepared'));
    onDone();
  };
  return {
    typed,
    explain: (common: string, words: string) =>
      setTyped((before) => ({ ...before, [common]: words })),
    forget: () => {
      setTyped({});
      command.reset();
    },
    prepare,
    command,
  };
};

/** Only what has been written goes along; the server says what is still missing. */
const explanationsOf = (lines: readonly FigureLine[], typed: Explanations): Explanations =>
  Object.fromEntries(
    lines.flatMap(({ common, explanation, needsExplanation }) => {
      const words = (typed[common] ?? explanation ?? '').trim();
      return needsExplanation && words !== '' ? [[common, words]] : [];
    }),
  );
