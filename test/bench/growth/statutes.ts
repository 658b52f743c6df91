import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A text of public law: its title and its paragraphs. */
export type Statute = { title: string; paragraphs: string[] }

const leastParagraphs = 4

/** The statutes of a folder: every Markdown file in it and below, in an order that has nothing to do with their place. */
export function readStatutes(folder: string): Statute[] {
  const statutes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .map((file) => ({ title: basename(file, '.md'), paragraphs: paragraphsOf(join(folder, file)) }))
    .filter(({ paragraphs }) => paragraphs.length >= leastParagraphs)
  if (statutes.length === 0) throw new Error(`${folder}: no statutes in Markdown`)
  const random = randomOf(7)
  return statutes
    .map((statute) => ({ statute, at: random(1e9) }))
    .sort((a, b) => a.at - b.at)
    .map(({ statute }) => statute)
}

const paragraphsOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:#|<!--)/u.test(line))

/** Numbers below what is asked for, the same in every run. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => (state = (state * 16_807) % 2_147_483_647) % below
}

/** The statutes again and again, those of later rounds under another title: as many as are asked for. */
export function* everMore(statutes: readonly Statute[]): Generator<Statute & { id: string }> {
  for (let round = 0; ; round++)
    for (const [at, { title, paragraphs }] of statutes.entries())
      yield { id: `statute-${round}-${at}`, title: round === 0 ? title : `${title}第${round + 1}辑`, paragraphs }
}

/** Questions in the words of the statutes: stretches of 8 to 23 characters. */
export function questionsFrom(statutes: readonly Statute[], count: number): string[] {
  const random = randomOf(11)
  return Array.from({ length: count }, () => {
    const { paragraphs } = statutes[random(statutes.length)]!
    const paragraph = paragraphs[random(paragraphs.length)]!
    const at = random(Math.max(1, paragraph.length - 20))
    return paragraph.slice(at, at + 8 + random(16))
  })
}
