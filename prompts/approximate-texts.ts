/** The languages in which the assistant speaks. */
export type Language = 'zh' | 'en'

type Write = (figure: string, unit: string, upTo: string) => string
type Texts = Record<'about' | 'over' | 'range' | 'below' | 'nearly' | 'atMost' | 'atLeast' | 'moreThan', Write>

const inEnglish = (figure: string, unit: string): string =>
  unit === '' || unit === '%' ? `${figure}${unit}` : `${figure} ${unit}`

/** Figures that are not exact, as they were said. */
export const approximateTexts: Record<Language, Texts> = {
  zh: {
    about: (figure, unit) => `约${figure}${unit}`,
    over: (figure, unit) => `${figure}多${unit}`.replace('多%', '%多'),
    range: (figure, unit, upTo) => `${figure}到${upTo}${unit}`,
    below: (figure, unit) => `不到${figure}${unit}`,
    nearly: (figure, unit) => `将近${figure}${unit}`,
    atMost: (figure, unit) => `最多${figure}${unit}`,
    atLeast: (figure, unit) => `至少${figure}${unit}`,
    moreThan: (figure, unit) => `超过${figure}${unit}`,
  },
  en: {
    about: (figure, unit) => `about ${inEnglish(figure, unit)}`,
    over: (figure, unit) => `a little over ${inEnglish(figure, unit)}`,
    range: (figure, unit, upTo) => inEnglish(`${figure} to ${upTo}`, unit),
    below: (figure, unit) => `fewer than ${inEnglish(figure, unit)}`,
    nearly: (figure, unit) => `nearly ${inEnglish(figure, unit)}`,
    atMost: (figure, unit) => `at most ${inEnglish(figure, unit)}`,
    atLeast: (figure, unit) => `at least ${inEnglish(figure, unit)}`,
    moreThan: (figure, unit) => `more than ${inEnglish(figure, unit)}`,
  },
}
