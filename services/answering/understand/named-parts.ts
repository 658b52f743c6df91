import { fold } from '../../../knowledge/finding/catalogue.ts'
import { diceOf } from '../../../knowledge/language/characters.ts'
import { keptByText, keptFor } from '../../../knowledge/kept.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'

/** Characters of a programme's title, not in those beside it, by which a text names it. */
const namingLength = 3

const titlesOf = keptFor((programmes: Notice['programmes']) => programmes.map(({ title }) => fold(title)))

/** Ids of the programmes of a notice that a text names by a part of the title which those beside it lack. */
export function programmesNamed({ programmes }: Pick<Notice, 'programmes'>, text: string): string[] {
  const titles = titlesOf(programmes)
  return programmes
    .filter((_, at) => {
      const others = titles.filter((_title, other) => other !== at)
      return holdsPart(text, titles[at]!, (part) => !others.some((other) => other.includes(part)))
    })
    .map(({ id }) => id)
}

function holdsPart(text: string, title: string, tells: (part: string) => boolean): boolean {
  for (let at = 0; at + namingLength <= text.length; at++) {
    for (let size = namingLength; at + size <= text.length; size++) {
      const part = text.slice(at, at + size)
      if (!title.includes(part)) break
      if (tells(part)) return true
    }
  }
  return false
}

/** Share of the pairs of characters of two titles, without years, from which on their notices are of one kind. */
const kinship = 0.55

/** The notice of the same kind as another, by its title: the call of 2022 beside that of 2025. */
export function kinOf(notice: Notice, others: readonly Notice[]): Notice | undefined {
  const own = pairsOf(notice.title)
  return others
    .map((other) => ({ other, likeness: diceOf(own, pairsOf(other.title)) }))
    .filter(({ likeness }) => likeness >= kinship)
    .sort((a, b) => b.likeness - a.likeness)[0]?.other
}

const pairsOf = keptByText((title): ReadonlySet<string> => {
  const characters = [...fold(title).replace(/[\d\p{P}年度]/gu, '')]
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))
})
