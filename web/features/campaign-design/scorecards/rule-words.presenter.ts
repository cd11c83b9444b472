import type { Price } from '#schema/contracts/campaign/score-rule.ts';
import type { Criterion, ScoreRule } from '#schema/contracts/campaign/scorecard.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { LocalText } from '#web/shared/i18n.ts';

const verb = ({ effect }: ScoreRule, amount: string): string =>
  t(effect === 'deduct' ? 'editors.takes' : 'editors.gives', { points: amount });

const list = (parts: readonly string[]) => parts.join(t('editors.part-mark'));

const titled = (title: LocalText, words: string): string =>
  t('editors.titled', { title: localText(title), words });

const priceWords = (rule: ScoreRule, price: Price): string => {
  const say = (amount: string) => verb(rule, amount);
  switch (price.kind) {
    case 'fixed':
      return t(
        rule.measure.kind !== 'flag'
          ? 'editors.says-once-if-any'
          : rule.effect === 'deduct'
            ? 'editors.says-not-met'
            : 'editors.says-met',
        { verb: say(price.amount) },
      );
    case 'per-element':
      return t(rule.effect === 'deduct' ? 'editors.says-each-missing' : 'editors.says-each-met', {
        verb: say(price.amount),
      });
    case 'per-unit':
      return t(price.beyond ? 'editors.says-each-beyond' : 'editors.says-each', {
        verb: say(price.amount),
        beyond: price.beyond ?? 0,
      });
    case 'per-category':
      return list(price.prices.map(({ title, amount }) => titled(title, say(amount))));
    case 'shortfall':
      return t('editors.says-shortfall', { minimum: price.minimum, verb: say(price.amount) });
    case 'per-step':
      return t(`editors.says-step-${price.side}-${price.steps}`, {
        from: price.from,
        step: price.step,
        verb: say(price.amount),
      });
    case 'target':
      return t(`editors.says-target-${price.side}-${rule.effect}`, {
        level: price.level,
        verb: say(price.amount),
      });
    case 'tiers':
      return list([
        ...price.tiers.map(({ atLeast, amount }) =>
          t('editors.says-tier', { level: atLeast, verb: say(amount) }),
        ),
        t('editors.says-otherwise', { verb: say(price.otherwise) }),
      ]);
    case 'choices':
      return list(price.choices.map(({ title, amount }) => titled(title, say(amount))));
    case 'proportional':
      return t('editors.says-proportional', { points: price.points, places: price.places });
    case 'repeated':
      return t('editors.says-repeated', { first: say(price.first), again: say(price.again) });
    case 'range':
      return t('editors.says-range', { min: price.min, max: price.max });
    case 'recorded':
      return t('editors.says-recorded', { max: price.max });
  }
};

/** 每迟报一次扣0.5分；最多5分: what the rule really does, beside the words of the document. */
export const ruleWords = (rule: ScoreRule): string => {
  const noun = rule.noun === undefined ? '' : `${localText(rule.noun)}${t('editors.noun-mark')}`;
  const caps = [
    rule.cap === undefined ? '' : t('editors.says-cap', { points: rule.cap }),
    rule.periodCap === undefined
      ? ''
      : t(`editors.says-cap-${rule.periodCap.every}`, { points: rule.periodCap.cap }),
    rule.leniency === undefined
      ? ''
      : t('editors.says-leniency', { from: rule.leniency.from, to: rule.leniency.to }),
  ];
  return `${noun}${list([priceWords(rule, rule.price), ...caps].filter(Boolean))}`;
};

export const itemWords = (item: Criterion): string => list(item.rules.map(ruleWords));
