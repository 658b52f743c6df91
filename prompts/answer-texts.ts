/** What is said of a notice itself. */
export const documentTexts = {
  number: { zh: (value: string) => `文号：${value}`, en: (value: string) => `document number ${value}` },
  day: { zh: (value: string) => `落款（印发）日期：${value}`, en: (value: string) => `issued on ${value}` },
  issuer: { zh: (value: string) => `发布单位：${value}`, en: (value: string) => `issued by ${value}` },
  names: {
    number: { zh: '文号', en: 'document number' },
    day: { zh: '印发日期', en: 'day of issue' },
    issuer: { zh: '发布单位', en: 'issuer' },
  },
  unstated: { zh: (name: string) => `通知没有写明${name}`, en: (name: string) => `the notice gives no ${name}` },
  joined: {
    zh: (parts: readonly string[]) => `${parts.join('；')}。`,
    en: (parts: readonly string[]) => `${parts.join('; ')}.`,
  },
  title: { zh: (title: string) => `——《${title}》`, en: (title: string) => `(From ${title})` },
} as const
