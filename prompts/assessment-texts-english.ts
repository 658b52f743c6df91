const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`

/** What is said of a window in English. */
export const windowTextsEnglish = {
  closed: (day: string, refusesLate: boolean): string =>
    `Applications closed on ${day}${refusesLate ? '; late ones are not accepted' : ''}.`,
  repealed: 'The notice has been repealed: applications are no longer accepted.',
  notYetOpen: (day: string): string => `The notice is dated ${day}; applications have not opened yet.`,
  open: (day: string, left: number, isLeftOpen: boolean): string =>
    `${days(left)} left until ${day}. ${isLeftOpen ? 'The notice only says “before” that day and not whether it counts: hand' : 'Hand'} in earlier.`,
}

/** The parts of an assessment in English. */
export const assessmentTextsEnglish = {
  bounds: {
    atLeast: (figure: string): string => `at least ${figure}`,
    moreThan: (figure: string): string => `more than ${figure}`,
    atMost: (figure: string): string => `at most ${figure}`,
    lessThan: (figure: string): string => `less than ${figure}`,
  },
  both: ' and ',
  notSo: (no: string): string => `it must hold: ${no}`,
  notBefore: (day: string): string => `on or after ${day}`,
  notAfter: (day: string): string => `on or before ${day}`,
  atLeastAgo: (period: string): string => `at least ${period} ago`,
  withinLast: (period: string): string => `within the last ${period}`,
  period: (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`,
  ifSo: (when: string, then: string): string => `if (${when}), then ${then}`,
  atLeastOf: (count: number, of: string): string => `at least ${count} of these: ${of}`,
  estimate: (amount: string): string => `By your answers: ${amount}.`,
  tooMuch: (figure: string): string => `${figure} too much`,
  oneOf: (label: string, options: string): string => `${label}: ${options}`,
  and: '; ',
  or: '; or ',
  notAnswered: 'not answered',
  named: (label: string, answer: string): string => `${label}: ${answer}`,
  short: (figure: string): string => `${figure} short`,
  points: 'percentage points',
  now: (answer: string, distance: string): string => ` (now ${answer}, ${distance})`,
  reached: 'reached',
  rise: (label: string, from: string, to: string): string => `${label}: ${from} → ${to}`,
  fix: (count: number, needs: string): string =>
    `At least ${count} step${count === 1 ? ' is' : 's are'} missing: ${needs}.`,
  cannot: (needs: string): string =>
    `This can't be reached by adding anything: ${needs}. Meeting the other conditions does not help.`,
  onlyForNext: 'This call is closed: it can only help for a later one.',
} as const
