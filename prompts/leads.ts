/** First lines of answers: the answer itself, in one line. */
export const leads = {
  enough: (required: string, given: string): string => `够：${required}，${given}达到要求。`,
  notEnough: (required: string, given: string, gap: string): string => `不够：${required}，${given}${gap}。`,
  byConditionsOf: {
    zh: (label: string): string => `按${label}的条件，`,
    en: (label: string): string => `By the conditions of the ${label}: `,
  },
  /** What may be meant by a figure: all are met by it, none, or some. */
  each: { all: '都够：', none: '都不够：', some: '看是哪一种：' },
  eachEnglish: { all: 'Enough for each: ', none: 'Enough for none: ', some: 'It depends on which is meant: ' },
  reached: (given: string): string => `${given}达到要求`,
  eachOf: (label: string, told: string): string => `${label}: ${told}`,
  oneOfSeveral: '这是几项中的一项，有一项达到即可。',
  enoughEnglish: (given: string, limit: string): string => `Yes: at least ${limit} required, and ${given} is enough.`,
  notEnoughEnglish: (given: string, limit: string): string => `No: at least ${limit} required, and ${given} is less.`,
  oneOfSeveralEnglish: ' It is one of several ways: one is enough.',
  closed: (day: string): string => `已截止：${day}。`,
  open: (day: string, left: number): string =>
    left === 0 ? `今天截止：${day}。` : `还没截止：${day}，还有${left}天。`,
  closedEnglish: (day: string): string => `Closed: the last day was ${day}.`,
  openEnglish: (day: string, left: number): string => `Open until ${day} (${left} days left).`,
  listed: (count: number): string => `共${count}项：`,
  pointsEnglish: (count: number): string => `${count} points (original in Chinese):`,
  nearestEnglish: (title: string): string => `The nearest is a clause of the ${title}; open it to read it.`,
  nearest: (source: string): string => `最接近的是${source}中的一条，可以点开看原文。`,
} as const
