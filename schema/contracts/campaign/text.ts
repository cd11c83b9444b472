import * as v from 'valibot';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** A human text. A bare string is Chinese; quotations of a document are never translated. */
export const TextSchema = v.union([
  v.pipe(v.string(), v.minLength(1), v.maxLength(4000)),
  v.object({
    zh: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)),
    en: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(4000))),
  }),
]);

export type Text = v.InferOutput<typeof TextSchema>;

/** The text in `language`, with the language it is really in (English falls back to Chinese). */
export function textIn(text: Text, language: Language): { value: string; language: Language } {
  if (typeof text === 'string') return { value: text, language: 'zh-CN' };
  if (language === 'en' && text.en !== undefined) return { value: text.en, language: 'en' };
  return { value: text.zh, language: 'zh-CN' };
}
