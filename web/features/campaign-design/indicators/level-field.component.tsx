import { createSignal } from 'solid-js';
import { parseLevel, printLevel } from '#plugins/sdk/points/level.ts';
import type { Indicator, Ratio } from '#schema/contracts/campaign/indicator.ts';
import { t } from '#web/shared/i18n.ts';
import { NumberField } from '#web/ui/text-field.component.tsx';

type LevelProps = {
  name: string;
  label: string;
  hint?: string;
  /** A share is typed as a percentage, any other figure in its own unit. */
  form: Indicator['form'];
  unit: string;
  level: Ratio | undefined;
  onChange: (level: Ratio | undefined) => void;
};

/** 目标值 or a light; while what is typed is no number it stays on the screen and is told. */
export const LevelField = (props: LevelProps) => {
  const [typed, setTyped] = createSignal<string>();
  const isWrong = () => {
    const text = typed();
    return text !== undefined && text !== '' && parseLevel(text, props.form) === undefined;
  };
  const wrong = () => t(props.form === 'ratio' ? 'editors.percent-wrong' : 'editors.level-wrong');
  return (
    <NumberField
      name={props.name}
      label={props.label}
      hint={props.hint}
      decimal
      unit={props.form === 'ratio' ? '%' : props.unit}
      error={isWrong() ? wrong() : undefined}
      value={typed() ?? printLevel(props.level, props.form)}
      onInput={(text) => {
        setTyped(text);
        const level = parseLevel(text, props.form);
        if (text === '' || level) props.onChange(level);
      }}
    />
  );
};
