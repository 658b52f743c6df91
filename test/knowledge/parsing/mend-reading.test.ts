import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { squeeze } from '../../../knowledge/language/clean-text.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Clause } from '../../../knowledge/parsing/clause.ts'
import { mendReading } from '../../../knowledge/parsing/mend-reading.ts'
import { noticeMetadataSchema } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { type ReadingEdit, readingEditSchema } from '../../../knowledge/parsing/reading-edit.ts'

const metadata = noticeMetadataSchema.parse({
  id: 'green-2031',
  title: '绿岭区关于做好2031年社区花园共建工作的通知',
  shortTitle: '2031年社区花园通知',
  issuer: '绿岭区园林局',
  year: 2031,
})
const source = `${metadata.title}

各街道办事处：
一、共建对象
本区依法成立的居民自治组织和社会服务机构。
二、共建要求
（一）花园面积不少于80平方米。
（二）每个花园配备养护人员2名。（三）养护记录每月一报。
每年评估一次，评估结果向居民
公布。
三、经费
每个花园补助3万元。
`
const read = parseNotice(metadata, source).clauses
const idOf = (words: string) => read.find(({ text }) => text.includes(words))!.id
const mend = (...edits: ReadingEdit[]) => mendReading(source, read, edits)
const at = (clauses: readonly Clause[], words: string) => clauses.find(({ text }) => text.includes(words))!

/** Every character of the source that is no white space, with the clause it lies in. */
function ownersOf(clauses: readonly Clause[], text: string): number[] {
  const owners = new Array<number>(text.length).fill(0)
  for (const { spans } of clauses)
    for (const { start, end } of spans) for (let place = start; place < end; place++) owners[place]!++
  return owners.flatMap((count, place) => (/\s/u.test(text[place]!) ? [] : [count]))
}

describe('a reading is mended', () => {
  test('a provision that stands in another is parted from it, with its number and its place', () => {
    const clause = at(read, '养护记录每月一报')
    const place = [...clause.text.slice(0, clause.text.indexOf('（三）'))].length
    const { clauses, unfit } = mend({ do: 'split', clause: clause.id, at: place })
    expect(unfit).toEqual([])
    expect(at(clauses, '养护记录')).toMatchObject({ id: '2.3', parent: '2', marker: '（三）', kind: 'item' })
    expect(at(clauses, '养护人员2名')).toMatchObject({ id: '2.2', text: '（二）每个花园配备养护人员2名。' })
    expect(at(clauses, '养护记录').path).toBe('二、共建要求 › （三）养护记录每月一报')
  })

  test('running text parted from a provision stands under it', () => {
    const clause = read.find(({ id }) => id === '1.p1')!
    const { clauses } = mend({ do: 'split', clause: clause.id, at: 2 })
    expect(clauses.slice(clauses.findIndex(({ id }) => id === '1'))[1]).toMatchObject({ text: '本区', parent: '1' })
    const heading = at(read, '共建对象')
    const parted = mend({ do: 'split', clause: heading.id, at: 4 }).clauses
    expect(at(parted, '一、共建').heading).toBe('共建')
    expect(parted.find(({ text }) => text === '对象')).toMatchObject({ parent: '1', kind: 'paragraph' })
  })

  test('a paragraph goes on with the one before it, as one text', () => {
    const { clauses } = mend({ do: 'join', clause: idOf('每个花园补助') })
    expect(at(clauses, '每个花园补助')).toMatchObject({ id: '3', kind: 'item', text: '三、经费每个花园补助3万元。' })
  })

  test('a title printed on two lines becomes one, and a title that is none running text', () => {
    const split: ReadingEdit = { do: 'split', clause: '2', at: 4 }
    const second = mend(split).clauses.find(({ text }) => text === '要求')!.id
    const parted = mend(split, { do: 'join', clause: second }).clauses
    expect(at(parted, '二、共建要求')).toMatchObject({ kind: 'heading', heading: '共建要求', path: '二、共建要求' })
    expect(mend({ do: 'retitle', clause: '3', heading: '' }).clauses.find(({ id }) => id === '3')).toMatchObject({
      kind: 'item',
      heading: '',
      path: '三',
    })
  })

  test('words that a provision opens with become its title, and of no others', () => {
    const named = mend({ do: 'retitle', clause: '2.1', heading: '花园面积' }).clauses.find(({ id }) => id === '2.1')
    expect(named).toMatchObject({ heading: '花园面积', kind: 'item', path: '二、共建要求 › （一）花园面积' })
    expect(mend({ do: 'retitle', clause: '2.1', heading: '养护记录' }).unfit).toEqual([0])
  })

  test('a clause stands under another with all that stands under it, and is found in its place', () => {
    const { clauses } = mend({ do: 'move', clause: '3', under: '2' })
    expect(at(clauses, '每个花园补助')).toMatchObject({ id: '2.3.p1', parent: '2.3' })
    expect(at(clauses, '每个花园补助').path).toBe('二、共建要求 › 三、经费')
    expect(mend({ do: 'move', clause: '2.3', under: null }).unfit).toEqual([0])
    expect(mend({ do: 'move', clause: '2', under: '2.1' }).unfit).toEqual([0])
    expect(mend({ do: 'move', clause: '1', under: '3' }).unfit).toEqual([0])
  })

  test('what is left out is cited no more, and its words stay', () => {
    const { clauses } = mend({ do: 'leave-out', clause: '3' })
    expect(clauses.filter(({ kind }) => kind === 'furniture').map(({ text }) => text)).toEqual([
      '三、经费',
      '每个花园补助3万元。',
    ])
  })

  test('an edit that fits nothing changes nothing and is told', () => {
    expect(
      mend({ do: 'join', clause: 'no-such' }, { do: 'split', clause: '1', at: 900 }, { do: 'leave-out', clause: '1' })
        .unfit,
    ).toEqual([0, 1])
  })

  test('edits in the metadata are done again after each parsing', () => {
    const edits: ReadingEdit[] = [{ do: 'move', clause: '3', under: '2' }]
    expect(parseNotice({ ...metadata, edits }, source).clauses).toEqual(mend(...edits).clauses)
  })
})

describe('whatever is mended', () => {
  const notices = loadNotices()
  const anyEdit = (clauses: readonly Clause[]): fc.Arbitrary<ReadingEdit> => {
    const clause = fc.constantFrom(...clauses.map(({ id }) => id))
    return fc.oneof(
      fc.record({ do: fc.constant('join' as const), clause }),
      fc.record({ do: fc.constant('split' as const), clause, at: fc.integer({ min: 1, max: 120 }) }),
      fc.record({ do: fc.constant('move' as const), clause, under: fc.option(clause) }),
      fc.record({ do: fc.constant('leave-out' as const), clause }),
      fc.record({ do: fc.constant('retitle' as const), clause, heading: fc.constantFrom('', '申报', '工作') }),
    )
  }

  test.each(notices.map((notice) => [notice.id, notice] as const))(
    '%s keeps every character once, its order, its tree and one locator for each clause',
    (_, notice) => {
      fc.assert(
        fc.property(fc.array(anyEdit(notice.clauses), { maxLength: 12 }), (edits) => {
          expect(edits.every((edit) => readingEditSchema.safeParse(edit).success)).toBe(true)
          const { clauses } = mendReading(notice.source, notice.clauses, edits)
          expect(ownersOf(clauses, notice.source).every((count) => count === 1)).toBe(true)
          const ids = clauses.map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          for (const { parent, text, kind, spans } of clauses) {
            if (parent !== undefined) expect(ids).toContain(parent)
            const printed = squeeze(spans.map(({ start, end }) => notice.source.slice(start, end)).join(''))
            if (kind !== 'row' && kind !== 'table' && !/\t/u.test(printed)) expect(text.length).toBeGreaterThan(0)
          }
        }),
        { numRuns: 40 },
      )
    },
  )
})
