import type { zhCN } from './zh-CN.ts';

type Chinese = typeof zhCN;

/** The Chinese dictionary is the model: another language with a missing or a foreign key does not compile. */
export type Dictionary = {
  readonly [Domain in keyof Chinese]: { readonly [Word in keyof Chinese[Domain]]: string };
};

type KeysOf<Words> = {
  [Domain in Extract<keyof Words, string>]: `${Domain}.${Extract<keyof Words[Domain], string>}`;
};

export type TextKey = KeysOf<Chinese>[keyof Chinese];
