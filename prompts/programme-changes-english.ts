import type { programmeChangeTexts } from './programme-changes.ts'

type Reasons = Readonly<Record<keyof typeof programmeChangeTexts.reasons, string>>

const reasons: Reasons = {
  'notice-removed': 'its notice has been removed',
  'applicant-gone': 'the notice no longer says who may apply',
  'window-unread': 'the last day can’t be read in the notice',
  unreadable: 'the notice has changed so much that the rules no longer fit it',
  withdrawn: 'staff are checking its conditions',
  'in-review': 'the conditions of the new notice are being checked',
}

/** What is said in English where a notice has changed under the rules of a self-check. */
export const programmeChangeTextsEnglish = {
  mark: 'some conditions to be checked',
  required: 'this part of the notice has changed: its own text counts',
  note: (words: string): string =>
    `The notice has changed here and is being checked, so this is not judged yet. ${words} The notice as it is now counts.`,
  addedTitle: (place: string): string => `New provision (${place})`,
  addedNote: (words: string): string =>
    `The notice has this new provision; it is being checked and not judged yet. ${words} The notice as it is now counts.`,
  amount: 'What the notice says of the money has changed: its own text counts',
  places: 'What the notice says of the number of units has changed: its own text counts',
  parts: {
    window: 'window and way of applying',
    support: 'money and number of units',
    restrictions: 'limits on the use of the money',
    commitment: 'targets after the award',
    preparation: 'what to prepare',
  },
  warning: (parts: string): string =>
    `The notice has been changed; to be checked: ${parts}. The text of the notice counts.`,
  reasons,
  suspended: (title: string, reason: string): string => `The self-check for the ${title} is paused: ${reason}.`,
  interviewSuspended: (title: string, reason: string, count: number): string =>
    `The self-check for the ${title} is paused: ${reason}. Your ${count} answer${count === 1 ? '' : 's'} are kept: send /status to go on once it is back, or /cancel to give it up.`,
  interviewChanged: (title: string, parts: string): string =>
    `The notice has been changed; these parts of the ${title} are to be checked and not judged: ${parts}. Your answers are kept.`,
  interviewRevised: (title: string): string =>
    `The notice of the ${title} has been changed, and this check now follows its present text. Your answers are kept.`,
  again: 'Please answer the question as it stands now:',
} as const
