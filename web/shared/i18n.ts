import { createSignal } from 'solid-js';
import type { Dictionary, LateDictionary, TextKey } from '#web/locales/dictionary.ts';
import { lateWords } from '#web/locales/late.ts';
import { zhCN } from '#web/locales/zh-CN.ts';

export type { TextKey };
export type Locale = 'zh-CN' | 'en';
export type TextParams = Readonly<Record<string, string | number>>;
/** A text that came from a region's own definitions; Chinese is always there. */
export type LocalText = string | { readonly zh: string; readonly en?: string | undefined };

const storageKey = 'qingfeng.locale';

const readChoice = (): Locale => {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
};

const [locale, setLocaleSignal] = createSignal<Locale>('zh-CN');
const [dictionary, setDictionary] = createSignal<Dictionary>(zhCN);

const [late, setLate] = createSignal<Readonly<Record<Locale, LateDictionary>>>({
  'zh-CN': {},
  en: {},
});

/** Words of a page that not everybody opens; asked for with its code, before it is drawn. */
export const loadWords = async (domain: keyof typeof lateWords): Promise<void> => {
  if (late()['zh-CN'][domain]) return;
  const words = await lateWords[domain]();
  setLate((before) => ({
    'zh-CN': { ...before['zh-CN'], [domain]: words['zh-CN'] },
    en: { ...before.en, [domain]: words.en },
  }));
};

export { locale };

export const setLocale = async (next: Locale): Promise<void> => {
  const words = next === 'en' ? (await import('#web/locales/en.ts')).en : zhCN;
  setDictionary(() => words);
  setLocaleSignal(next);
  document.documentElement.lang = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // A browser that keeps nothing still shows the chosen language until the page is left.
  }
};

export const restoreLocale = (): Promise<void> => setLocale(readChoice());

const fill = (text: string, params: TextParams): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

const lookUp = (words: Dictionary, key: TextKey): string => {
  const dot = key.indexOf('.');
  const name = key.slice(0, dot);
  const domain = (words[name as keyof Dictionary] ??
    late()[locale()][name as keyof LateDictionary]) as Readonly<Record<string, string>> | undefined;
  return domain?.[key.slice(dot + 1)] ?? key;
};

export const t = (key: TextKey, params?: TextParams): string => {
  const text = lookUp(dictionary(), key);
  return params ? fill(text, params) : text;
};

export const localText = (text: LocalText | undefined): string => {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  return locale() === 'en' ? (text.en ?? text.zh) : text.zh;
};

/** The language the text is really in, for the lang attribute of its element. */
export const languageOf = (text: LocalText): Locale =>
  locale() === 'en' && typeof text !== 'string' && text.en !== undefined ? 'en' : 'zh-CN';
