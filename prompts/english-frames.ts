/** What stands around words of a notice or a programme that nobody has put into English: what they are, then the words. */
export const englishFrames = {
  programme: (year: number, title: string): string => `${year} programme “${title}”`,
  label: (label: string): string => `“${label}”`,
  question: (prompt: string): string => `This question is in Chinese only: “${prompt}”`,
  explanation: (words: string): string => `Explained in Chinese: “${words}”`,
  reason: (words: string): string => `Why it is asked, in Chinese: “${words}”`,
  unit: (unit: string): string => `(${unit})`,
  condition: (title: string): string => `Condition “${title}”`,
  preference: (title: string): string => `Preference “${title}”`,
  note: (note: string): string => `Note in Chinese: “${note}”`,
  commitment: 'To be reached after the award',
  inNotice: (quote: string): string => `In the notice: “${quote}”`,
  funds: 'Funds',
  places: 'Units to be chosen',
  restriction: 'Limit on the use of the money',
  toPrepare: (kind: 'form' | 'evidence' | 'submission' | 'contact', text: string): string =>
    `${{ form: 'Form', evidence: 'Evidence', submission: 'How to hand in', contact: 'Contact' }[kind]}, in Chinese: “${text}”`,
  inChinese: (text: string): string => `In Chinese: “${text}”`,
} as const
