import type { LateWords } from './late.ts';
import type { zhCN } from './zh-CN.ts';

type Words<Domains> = {
  readonly [Domain in keyof Domains]: { readonly [Word in keyof Domains[Domain]]: string };
};

/** The Chinese dictionary is the model: another language with a missing or a foreign key does not compile. */
export type Dictionary = Words<typeof zhCN>;
export type LateDictionary = Partial<Words<LateWords>>;

type KeysOf<Domains> = {
  [Domain in Extract<keyof Domains, string>]: `${Domain}.${Extract<keyof Domains[Domain], string>}`;
};

export type TextKey = KeysOf<typeof zhCN>[keyof typeof zhCN] | KeysOf<LateWords>[keyof LateWords];
