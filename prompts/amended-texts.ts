/** What is said where another notice has changed what an answer rests on. */
export const amendedTexts = {
  changed: { zh: (words: string) => `已修改：${words}`, en: (words: string) => `Amended: “${words}”` },
  before: { zh: '修改以前的规定：', en: 'Before that it said:' },
  dayBefore: { zh: (day: string) => `原来是${day}，已经修改。`, en: (day: string) => `It was ${day} before.` },
} as const
