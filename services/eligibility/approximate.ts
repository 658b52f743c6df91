import { approximateTexts, type Language } from '../../prompts/approximate-texts.ts'
import type { FigureFact } from './document-facts.ts'
import { grouped, writeFigure } from './figure.ts'

/** How a figure was said that is not exact: 约120件, 100多件, 200到300件, 不到100件, 将近100件, 不超过100件, 100件以上, 超过100件. */
export type Approximate = {
  as: 'about' | 'over' | 'range' | 'below' | 'nearly' | 'atMost' | 'atLeast' | 'moreThan'
  value: number
  /** The upper end of a range. */
  upTo?: number
}

/** The unit of the last figure that was said: 10 for 120, 100 for 600. */
function stepOf(value: number): number {
  let step = 1
  while (value !== 0 && value % (step * 10) === 0) step *= 10
  return step
}

/** How far "about" may be off: half of the last place that was said, and never less than a tenth of the greater figure. */
const leastAbout = (value: number): number => Math.min(value - stepOf(value) / 2, value * 0.9)
const mostAbout = (value: number): number => Math.max(value + stepOf(value) / 2, value / 0.9)

/** Between which figures the very one lies; whether `to` itself is among them. */
function boundsOf({ as, value, upTo }: Approximate): { from: number; to: number; includesTo: boolean } {
  const bounds = { from: 0, to: Infinity, includesTo: false }
  switch (as) {
    case 'about':
      return { from: leastAbout(value), to: mostAbout(value), includesTo: true }
    case 'over':
      return { ...bounds, from: value, to: value + stepOf(value) }
    case 'range':
      return { from: value, to: upTo ?? value, includesTo: true }
    case 'nearly':
      return { ...bounds, from: leastAbout(value), to: value }
    case 'below':
      return { ...bounds, to: value }
    case 'atMost':
      return { ...bounds, to: value, includesTo: true }
    case 'atLeast':
    case 'moreThan':
      return { ...bounds, from: value }
  }
}

/** Whether each of the figures that may be meant decides the same at a limit: all reach it, or none does. */
export function decides(said: Approximate, limit: number): boolean {
  const { from, to, includesTo } = boundsOf(said)
  return from >= limit || to < limit || (to === limit && !includesTo)
}

/** The figure that stands for those that may be meant, on the same side of every limit as they are. */
export function valueOf({ type }: FigureFact, { as, value }: Approximate): number {
  if (as !== 'below' && as !== 'nearly') return value
  return Math.max(0, type === 'int' ? value - 1 : Number((value - 0.1).toFixed(6)))
}

/** A figure as it was said, with its unit. */
export function writeApproximate({ as, value, upTo }: Approximate, unit: string, language: Language = 'zh'): string {
  const write = (figure: number) => (language === 'en' ? grouped(writeFigure(figure)) : writeFigure(figure))
  return approximateTexts[language][as](write(value), unit, write(upTo ?? value))
}
