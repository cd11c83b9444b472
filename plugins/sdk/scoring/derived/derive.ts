import type { ScoreRule } from '#schema/contracts/campaign/scorecard.ts';
import type { Derivation } from './derivation.ts';
import { ladderOf } from './ladder.ts';
import { lightOf, trendOf } from './movement.ts';
import { sampleOf } from './sample.ts';
import { votesOf } from './votes.ts';

/** How a composed measure becomes a plain one; nothing for a measure that is plain already. */
export function derivationOf({ measure, price }: ScoreRule): Derivation | undefined {
  switch (measure.kind) {
    case 'sample':
      return sampleOf(measure, price);
    case 'votes':
      return votesOf(measure);
    case 'ladder':
      return ladderOf(measure);
    case 'trend':
      return trendOf(measure);
    case 'light':
      return lightOf(measure);
    case 'events':
    case 'ratio':
    case 'value':
    case 'flag':
    case 'elements':
    case 'choice':
    case 'judgement':
    case 'recorded':
      return undefined;
  }
}
