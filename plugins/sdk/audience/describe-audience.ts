import type { Audience } from '#schema/contracts/campaign/audience.ts';
import type { Language } from '#schema/contracts/campaign/text.ts';
import {
  everyNoun,
  exceptWords,
  factWords,
  levelsWords,
  ownersWords,
  placeWords,
  relationPhrase,
  tagWords,
} from './audience-words.ts';
import { organizationKindWords } from './words.ts';

/** Nouns with what narrows them: Chinese puts that before the noun, English mostly after it. */
type Phrase = { before: string[]; nouns: string[]; after: string[]; isPlaced: boolean };

const nothing: Phrase = { before: [], nouns: [], after: [], isPlaced: false };

/**
 * An audience as an official would write it:
 * `describeAudience(institutions({ kinds: ['hospital'], levels: ['tertiary', 'secondary'] }))` is
 * 「辖区内二级及以上医院」.
 */
export function describeAudience(audience: Audience, language: Language = 'zh-CN'): string {
  const phrases = phrasesOf(audience, language);
  const [only] = phrases;
  if (phrases.length !== 1 || only === undefined) return listPhrases(phrases, language);
  const isBare = only.nouns.length === 0 || only.before.length + only.after.length === 0;
  return isBare || only.isPlaced ? write(only, language) : write(placed(only, language), language);
}

/** The groups of an audience; those that nothing narrows are one. */
function phrasesOf(audience: Audience, language: Language): Phrase[] {
  if (!('any' in audience)) return [phraseOf(audience, language)];
  const phrases = audience.any.flatMap((each) => phrasesOf(each, language));
  const isPlain = ({ before, after }: Phrase) => before.length + after.length === 0;
  const plain = phrases.filter(isPlain).flatMap(({ nouns }) => nouns);
  const narrowed = phrases.filter((phrase) => !isPlain(phrase));
  return plain.length === 0 ? narrowed : [{ ...nothing, nouns: plain }, ...narrowed];
}

function phraseOf(audience: Audience, language: Language): Phrase {
  const narrowedBy = (words: string) =>
    language === 'en' ? { ...nothing, after: [words] } : { ...nothing, before: [words] };
  if ('all' in audience) return together(audience.all, language);
  if ('any' in audience) return grouped(audience, language);
  if ('not' in audience) return excepting(audience.not, language);
  if ('kind' in audience) {
    return { ...nothing, nouns: audience.kind.map((key) => organizationKindWords[key][language]) };
  }
  if ('level' in audience) return narrowedBy(levelsWords(audience.level, language));
  if ('ownership' in audience) {
    return { ...nothing, before: [ownersWords(audience.ownership, language)] };
  }
  if ('tag' in audience) return narrowedBy(tagWords(audience.tag, language));
  if ('fact' in audience) return narrowedBy(factWords(audience, language));
  return { ...narrowedBy(relationPhrase(audience, language, true)), isPlaced: true };
}

type Sort = 'relation' | 'not' | 'mark' | 'level' | 'kind';

const sortOf = (audience: Audience): Sort => {
  if ('relation' in audience) return 'relation';
  if ('not' in audience) return 'not';
  if ('tag' in audience || 'fact' in audience) return 'mark';
  return 'level' in audience ? 'level' : 'kind';
};

/** 直属 + 三级 + 公立 + 医院; in English the noun comes first and the exception last. */
const orders: Record<Language, readonly Sort[]> = {
  'zh-CN': ['relation', 'not', 'mark', 'level', 'kind'],
  en: ['level', 'mark', 'kind', 'relation', 'not'],
};

function together(audiences: readonly Audience[], language: Language): Phrase {
  const rank = (audience: Audience) => orders[language].indexOf(sortOf(audience));
  const parts = audiences
    .toSorted((left, right) => rank(left) - rank(right))
    .map((part) => phraseOf(part, language));
  return {
    before: parts.flatMap(({ before }) => before),
    nouns: parts.flatMap(({ nouns }) => nouns),
    after: parts.flatMap(({ after }) => after),
    isPlaced: parts.some(({ isPlaced }) => isPlaced),
  };
}

function grouped(audience: Audience, language: Language): Phrase {
  const phrases = phrasesOf(audience, language);
  const [only] = phrases;
  if (phrases.length === 1 && only !== undefined) return only;
  return { ...nothing, nouns: [listPhrases(phrases, language)] };
}

function excepting(audience: Audience, language: Language): Phrase {
  if ('relation' in audience) {
    const words = relationPhrase(audience, language, false);
    const narrowed = language === 'en' ? { after: [words] } : { before: [words] };
    return { ...nothing, ...narrowed, isPlaced: true };
  }
  const inner = listPhrases(phrasesOf(audience, language), language);
  return { ...nothing, after: [exceptWords(inner, language)] };
}

function placed(phrase: Phrase, language: Language): Phrase {
  const words = placeWords[language];
  return language === 'en'
    ? { ...phrase, after: [...phrase.after, words] }
    : { ...phrase, before: [words, ...phrase.before] };
}

function listPhrases(phrases: readonly Phrase[], language: Language): string {
  return phrases.map((phrase) => write(phrase, language)).join(language === 'en' ? '; ' : '，');
}

function write({ before, nouns, after }: Phrase, language: Language): string {
  const heads = nouns.length === 0 ? [everyNoun[language]] : nouns;
  if (language === 'en') return [...before, listed(heads, ', ', ' and '), ...after].join(' ');
  const narrowed = before.join('');
  const joint = narrowed !== '' && heads.length > 1 && !narrowed.endsWith('的') ? '的' : '';
  return `${narrowed}${joint}${listed(heads, '、', '和')}${after.join('')}`;
}

function listed(words: readonly string[], joint: string, last: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(joint)}${last}${words.at(-1)}`;
}
