/** What to do after a verdict, in Chinese, and in English where the person writes English. */
export const nextStepTexts = {
  ineligible: {
    zh: (title: string, names: readonly string[]): string =>
      `先补没达到的条件：${names.join('、')}（${title}）。点“还差多少”看每一项的差距。`,
    en: (title: string, names: readonly string[]): string =>
      `First close what is not met (${names.length} of the conditions of the ${title}). “What is missing?” shows each gap.`,
  },
  undetermined: {
    zh: (title: string, names: readonly string[]): string =>
      `先把还没确定的条件问清楚：${names.join('、')}（${title}）。弄清以后点“改一个回答”再核对。`,
    en: (title: string, names: readonly string[]): string =>
      `First find out what is not known yet (${names.length} of the conditions of the ${title}), then change the answers.`,
  },
  eligible: {
    zh: (title: string): string => `${title}的条件都符合。接下来照清单准备材料，点“要准备什么”查看。`,
    en: (title: string): string =>
      `All conditions of the ${title} are met. Next prepare the papers: see “What to prepare?”.`,
  },
  open: {
    zh: (day: string): string => `申报到${day}截止，请在此之前报送。`,
    en: (day: string): string => `Applications are taken until ${day}.`,
  },
  closed: {
    zh: (day: string): string => `这一次申报已于${day}截止，现在不能报；可以先准备，等新的通知。`,
    en: (day: string): string => `This call closed on ${day}: prepare now and wait for the next one.`,
  },
  missing: { zh: '还差多少', en: 'What is missing?' },
  prepare: { zh: '要准备什么', en: 'What to prepare?' },
  edit: { zh: '改一个回答', en: 'Change an answer' },
} as const
