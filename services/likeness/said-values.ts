import { fold } from '../../knowledge/finding/catalogue.ts'
import { readContrasts } from './contrasts.ts'
import { readFigures } from './figures-asked.ts'
import { readNegations } from './negations.ts'

/** All that a text says of what decides an answer: its figures, what it denies, its values of contrasts. */
export function saidValues(text: string): Set<string> {
  const { figures, rest } = readFigures(fold(text))
  const { negations, rest: plain } = readNegations(rest)
  const contrasts = Object.entries(readContrasts(plain, plain)).flatMap(([name, values]) =>
    values.map((value) => `${name} ${value}`),
  )
  return new Set([...figures, ...negations, ...contrasts])
}
