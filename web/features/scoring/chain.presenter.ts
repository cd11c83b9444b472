import type { ChainView } from '#schema/contracts/evaluation.ts';
import { formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { Step, StatusKind } from '#web/ui/status.component.tsx';

export const chainStatus: Record<ChainView['state'], StatusKind> = {
  open: 'current',
  'awaiting-confirmation': 'waiting',
  objected: 'returned',
  final: 'done',
};

type ChainStep = ChainView['steps'][number];

/** What is given last at a step stands; what was given before stays to be read. */
const givenNote = ({ given }: ChainStep): string =>
  given
    .map(({ on, result, reason, post }) =>
      t(reason === undefined ? 'scoring.given' : 'scoring.given-why', {
        day: formatDate(on),
        result,
        post,
        reason: reason ?? '',
      }),
    )
    .join('；');

const stateOf = (chain: ChainView, step: ChainStep): Step['state'] => {
  if (chain.state === 'objected' && step.isFinal) return 'returned';
  if (step.given.length > 0) return 'done';
  if (chain.next === step.key) return 'current';
  return chain.state === 'open' ? 'next' : 'done';
};

/** 初评→复评→终评, each with who gives it and what was given. */
export const toSteps = (chain: ChainView): Step[] =>
  chain.steps.map((step) => ({
    act: localText(step.title),
    post: localText(step.by),
    state: stateOf(chain, step),
    ...(step.given.length > 0 ? { note: givenNote(step) } : {}),
  }));

/** Until when the unit may answer, or that its silence stood for a yes. */
export const answerWords = (chain: ChainView): string | undefined => {
  if (chain.state === 'awaiting-confirmation' && chain.answerBy !== null) {
    return t('scoring.answer-by', {
      by: localText(chain.confirmedBy) || t('scoring.the-unit'),
      day: formatDate(chain.answerBy),
    });
  }
  if (chain.confirmedOn === null) return undefined;
  const day = formatDate(chain.confirmedOn);
  return t(chain.isDeemed ? 'scoring.deemed' : 'scoring.confirmed-on', { day });
};

/** The step the reader may give, with the result that stands before it. */
export const openStepOf = (
  chain: ChainView,
): { step: ChainStep; before: string | undefined } | undefined => {
  const at = chain.steps.findIndex(({ mayGive }) => mayGive);
  const step = chain.steps[at];
  if (step === undefined) return undefined;
  const earlier = chain.state === 'objected' ? chain.steps : chain.steps.slice(0, at);
  const before = earlier.filter(({ given }) => given.length > 0).pop()?.given;
  return { step, before: before?.[before.length - 1]?.result };
};
