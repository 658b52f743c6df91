import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseNumber } from '../../../knowledge/importing/list-numbers.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { expectWhole } from './expect-whole.ts'

/** An article: its sentence, the items of its list, the paragraphs after them. Every text is another one. */
type Article = { text: string; items: string[]; paragraphs: string[] }
type Shape = { chapters: Article[][]; isBlank: boolean; hasContents: boolean; signs: boolean }

const title = '申江市公共数据管理办法'
const longSentence = (key: string) =>
  `${key}市数据主管部门应当会同有关部门，按照职责分工做好公共数据的归集、共享、开放和安全管理工作，并且及时向社会公布有关情况，接受监督。`

let counter = 0
const unique = () => `数据事项${chineseNumber(++counter)}由`
const article = fc
  .record({ items: fc.nat({ max: 4 }), paragraphs: fc.nat({ max: 3 }) })
  .map(({ items, paragraphs }): Article => ({
    text: longSentence(unique()).replace(/。$/u, items > 0 ? '，并且符合下列条件：' : '。'),
    items: Array.from({ length: items }, (_, at) => `${unique()}有关部门核准${at === items - 1 ? '。' : '；'}`),
    paragraphs: Array.from({ length: paragraphs }, () => longSentence(unique())),
  }))
const shape: fc.Arbitrary<Shape> = fc.record({
  chapters: fc.array(fc.array(article, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 }),
  isBlank: fc.boolean(),
  hasContents: fc.boolean(),
  signs: fc.boolean(),
})

function linesOf({ chapters, isBlank, hasContents, signs }: Shape): string[] {
  const blank = isBlank ? '　' : ''
  const headings = chapters.map((_, at) => `第${chineseNumber(at + 1)}章${blank}事项之${chineseNumber(at + 1)}`)
  let number = 0
  const body = chapters.flatMap((articles, at) => [
    headings[at]!,
    ...articles.flatMap(({ text, items, paragraphs }) => [
      `第${chineseNumber(++number)}条${blank}${text}`,
      ...items.map((item, place) => `（${chineseNumber(place + 1)}）${item}`),
      ...paragraphs,
    ]),
  ])
  const closing = signs ? ['申江市数据局', '2025年3月2日'] : []
  return [title, ...(hasContents ? ['目录', ...headings] : []), ...body, ...closing]
}

function read(lines: string[]): Notice {
  const metadata = { id: 'shape', title, shortTitle: title, issuer: '申江市数据局', year: 2025 }
  return parseNotice({ ...metadata, replaces: [], programmes: [], rosters: [] }, lines.join('\n'))
}

/** The clause that holds a text, and the article it stands under. */
function placesIn({ clauses }: Notice) {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]))
  const articleOf = (id: string | undefined): string | undefined => {
    const clause = id === undefined ? undefined : byId.get(id)
    return clause && (clause.marker?.endsWith('条') ? clause.marker : articleOf(clause.parent))
  }
  return clauses.map((clause) => ({ ...clause, article: articleOf(clause.id) }))
}

test('every character stands in one clause, every paragraph and item under its article, in order', () => {
  fc.assert(
    fc.property(shape, (made) => {
      const notice = read(linesOf(made))
      expectWhole(notice)
      const places = placesIn(notice)
      let number = 0
      for (const { text, items, paragraphs } of made.chapters.flat()) {
        const marker = `第${chineseNumber(++number)}条`
        for (const own of [text, ...items, ...paragraphs])
          expect(places.filter((place) => place.text.includes(own)).map((place) => place.article)).toEqual([marker])
      }
      const starts = notice.clauses.map(({ spans }) => spans[0]!.start)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    }),
    { numRuns: 100 },
  )
})

test('a word changed or a paragraph added changes the id of no other clause', () => {
  fc.assert(
    fc.property(shape, fc.nat(), (made, seed) => {
      const lines = linesOf(made)
      const before = new Map(read(lines).clauses.map(({ text, id }) => [text, id]))
      const articles = lines.flatMap((line, at) => (/^第.+条/u.test(line) ? [at] : []))
      const at = articles[seed % articles.length]!
      const changed = read(lines.with(at, lines[at]!.replace('及时', '每年')))
      const next = lines.findIndex(
        (line, place) => place > at && (/^第.+[条章]/u.test(line) || line === '申江市数据局'),
      )
      const added = read(lines.toSpliced(next < 0 ? lines.length : next, 0, longSentence('另行规定的事项由')))
      for (const { clauses } of [changed, added])
        for (const { text, id } of clauses) if (before.has(text)) expect(id, text).toBe(before.get(text))
    }),
    { numRuns: 60 },
  )
})

test('a text four times as long takes no more than its share of time', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, at) => `第${chineseNumber((at % 9_000) + 1)}条 ${longSentence('有关事项由')}`)
  const time = (count: number): number => {
    const source = [title, ...lines(count)]
    const begun = performance.now()
    read(source)
    return performance.now() - begun
  }
  time(500)
  const [short, long] = [time(1_500), time(6_000)]
  // Four times the time where it is linear, sixteen where it is not; the rest is for a machine that is busy.
  expect(long).toBeLessThan(Math.max(short, 50) * 12)
})
