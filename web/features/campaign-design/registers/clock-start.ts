import type { Clock } from '#schema/contracts/campaign/clock.ts';

/** `entry`, `field:…`, `transition:…`: every start in one list of words. */
export const startOf = ({ starts }: Clock): string => {
  if (starts.on === 'entry') return 'entry';
  return starts.on === 'field' ? `field:${starts.field}` : `transition:${starts.transition}`;
};

export const startFrom = (value: string): Clock['starts'] => {
  const [on, key = ''] = value.split(':');
  if (on === 'field') return { on, field: key };
  return on === 'transition' ? { on, transition: key } : { on: 'entry' };
};
