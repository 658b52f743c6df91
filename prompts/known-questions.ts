/** Questions that are offered as they stand, of a programme, of one of its conditions, and of a part of a notice. */
export const knownQuestionTexts = {
  ofProgramme: [
    '的申报条件是什么',
    '的申报对象是谁',
    '的支持经费是多少',
    '评选几家',
    '什么时候截止',
    '要交哪些材料',
    '怎么申报',
    '的联系人和电话是什么',
    '的任务目标是什么',
    '的经费不能用于什么',
  ],
  ofCondition: (programme: string, label: string): string => `${programme}的${label}要求是什么`,
  ofPart: (notice: string, heading: string): string => `${notice}中“${heading}”是怎么规定的`,
} as const

/** Questions to go on with, of a programme or a notice: what the button says, and what it asks of what is named. */
export const nextQuestionTexts = {
  applicant: {
    zh: { label: '谁能申报', ask: (name: string): string => `${name}的申报对象是谁？` },
    en: { label: 'Who may apply?', ask: (name: string): string => `${name}: Who may apply?` },
  },
  conditions: {
    zh: { label: '申报条件有哪些', ask: (name: string): string => `${name}的申报条件有哪些？` },
    en: { label: 'What are the conditions?', ask: (name: string): string => `${name}: What are the conditions?` },
  },
  money: {
    zh: { label: '支持多少经费', ask: (name: string): string => `${name}的支持经费是多少？` },
    en: { label: 'How much funding is there?', ask: (name: string): string => `${name}: How much funding is there?` },
  },
  places: {
    zh: { label: '评几家', ask: (name: string): string => `${name}评选几家？` },
    en: { label: 'How many are chosen?', ask: (name: string): string => `${name}: How many units are selected?` },
  },
  materials: {
    zh: { label: '要交哪些材料', ask: (name: string): string => `${name}要交哪些材料？` },
    en: {
      label: 'What must be handed in?',
      ask: (name: string): string => `${name}: What materials must be submitted?`,
    },
  },
  deadline: {
    zh: { label: '什么时候截止', ask: (name: string): string => `${name}什么时候截止？` },
    en: { label: 'What is the deadline?', ask: (name: string): string => `${name}: What is the deadline?` },
  },
  targets: {
    zh: { label: '任务目标是什么', ask: (name: string): string => `${name}的任务目标是什么？` },
    en: { label: 'What are the targets?', ask: (name: string): string => `${name}: What are the targets?` },
  },
  restriction: {
    zh: { label: '经费不能用在哪', ask: (name: string): string => `${name}的经费不能用于什么？` },
    en: {
      label: 'What is the money not for?',
      ask: (name: string): string => `${name}: What may the money not be used for?`,
    },
  },
  contact: {
    zh: { label: '找谁问', ask: (name: string): string => `${name}的联系人和电话是什么？` },
    en: { label: 'Whom to ask', ask: (name: string): string => `${name}: Who is the contact?` },
  },
} as const

/** Questions to go on with, of a unit in a list. */
export const unitQuestionTexts = {
  materials: {
    zh: { label: '要交什么', ask: (unit: string): string => `${unit}要交什么` },
    en: { label: 'What to hand in?', ask: (unit: string): string => `What must ${unit} hand in?` },
  },
  deadline: {
    zh: { label: '什么时候交', ask: (unit: string): string => `${unit}什么时候交` },
    en: { label: 'By when?', ask: (unit: string): string => `What is the deadline for ${unit}?` },
  },
  contact: {
    zh: { label: '交给谁', ask: (unit: string): string => `${unit}的材料交给谁` },
    en: { label: 'To whom?', ask: (unit: string): string => `To whom does ${unit} send the materials?` },
  },
} as const

/** A part of a notice as a button, and as a question. */
export const partQuestionTexts = {
  zh: {
    label: (heading: string): string => heading,
    ask: (notice: string, heading: string): string => `${notice}中“${heading}”是怎么规定的？`,
  },
} as const

/** A question as it was understood, in our words: with figures of the person's own, and between two. */
export const understoodTexts = {
  withFigures: (name: string, figures: readonly string[]): string => `${name}，${figures.join('，')}能申报吗？`,
  compared: (one: string, other: string, topic: string): string => `${one}和${other}的${topic}有什么不同？`,
} as const
