import { byLanguage } from '../language/by-language.ts';
import { compileScorecard } from './compile.ts';
import { score } from './score.ts';

/** Scoring as the language of the campaign has it: `scoringOf(campaign).score(card, facts)`. */
export const scoringOf = byLanguage({ 1: { compileScorecard, score } });
