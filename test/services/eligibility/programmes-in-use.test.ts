import { describe, expect, test } from 'vitest'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import { programmesInUse } from '../../../services/eligibility/programmes-in-use.ts'
import { shippedProgrammes } from '../../../services/eligibility/shipped-programmes.ts'
import type { ResolvedProgramme } from '../../../services/eligibility/resolve-programmes.ts'
import { comparisonsOf } from '../../../services/eligibility/rule.ts'
import { targetOf } from '../../../services/eligibility/target.ts'
import { facts, notices, resolved, squeeze } from './resolved.ts'

const originalOf = (id: string): Notice => notices.find((notice) => notice.id === id)!
const loose = (quote: string): RegExp =>
  new RegExp([...squeeze(quote)].map((sign) => RegExp.escape(sign)).join('\\s*'), 'u')

/** A notice with its text put otherwise, as it is after somebody has added it anew. */
function edited(id: string, change: (source: string) => string): Notice {
  const { source, clauses: _, ...metadata } = originalOf(id)
  const next = change(source)
  expect(next).not.toBe(source)
  return parseNotice(metadata, next)
}

const inUseWith = (notice: Notice) =>
  programmesInUse(
    notices.map((one) => (one.id === notice.id ? notice : one)),
    notices,
  )

function requireChecked(notice: Notice, id: string): ResolvedProgramme {
  const found = inUseWith(notice)
  expect(found.suspended.map((one) => one.id)).not.toContain(id)
  return found.programmes.find((one) => one.id === id)!
}

/** Answers that meet every condition as it came. */
const best = (id: string) =>
  Object.fromEntries(
    resolved
      .find((one) => one.id === id)!
      .criteria.flatMap(({ condition }) => comparisonsOf(condition))
      .map((one) => [one.fact, 'atLeast' in one ? Math.max(one.atLeast!, 100) : targetOf(one, facts)]),
  )

const programmes = shippedProgrammes()
const asOf = '2022-10-01'
const declared = programmes.map(({ id, notice }) => ({ id, notice }))

test('notices as they came give the programmes bit for bit', () => {
  expect(programmesInUse(notices, notices)).toEqual({ programmes: resolved, suspended: [] })
})

describe.each(declared)('$id', ({ id, notice }) => {
  const programme = programmes.find((one) => one.id === id)!
  const before = resolved.find((one) => one.id === id)!

  test.each(programme.criteria.map((criterion) => [criterion.id, criterion] as const))(
    'with a figure or word of %s corrected leaves that one open and keeps all others',
    (changed, { quote }) => {
      const notice2 = edited(notice, (source) => {
        const found = loose(quote).exec(source)!
        const section = programme.section === '2' ? source.lastIndexOf(found[0]) : source.indexOf(found[0])
        const last = section + found[0].length - 1
        return `${source.slice(0, last)}之９９${source.slice(last)}`
      })
      const now = requireChecked(notice2, id)
      expect(now.changes!.filter(({ part }) => part === 'criterion').map((one) => one.id)).toEqual([changed])
      expect(now.factKeys).toEqual(before.factKeys)
      const { verdict, canApplyNow, criteria, warning } = checkProgramme(now, best(id), asOf)
      expect(verdict).toBe('undetermined')
      expect(canApplyNow).toBe(false)
      expect(warning).toContain(before.criteria.find((one) => one.id === changed)!.title)
      for (const one of criteria) {
        const clause = notice2.clauses.find((other) => other.id === one.source.clause)!
        expect(squeeze(clause.quote)).toContain(squeeze(one.source.quote))
        expect(one.status).toBe(one.id === changed ? 'unknown' : 'met')
        if (one.id !== changed)
          expect(one).toEqual(checkProgramme(before, best(id), asOf).criteria.find((other) => other.id === one.id))
      }
      expect(criteria.find((one) => one.id === changed)).toMatchObject({
        note: expect.stringContaining('这一条通知已改，正在核对'),
      })
    },
  )

  test('with more said after or before any condition leaves that one open', () => {
    for (const { id: changed, quote } of programme.criteria) {
      for (const put of ['$&，其中三分之一以上为近三年取得', '$&；或者获得中国专利奖', '除另有规定外，$&']) {
        const more = edited(notice, (source) => {
          const [words] = loose(quote).exec(source)!
          const at = programme.section === '2' ? source.lastIndexOf(words) : source.indexOf(words)
          return source.slice(0, at) + put.replace('$&', words) + source.slice(at + words.length)
        })
        const now = requireChecked(more, id)
        expect(
          now.changes?.map((one) => one.id),
          `${changed} ${put}`,
        ).toContain(changed)
        expect(checkProgramme(now, best(id), asOf).verdict).toBe('undetermined')
        // Nor is an answer below the old limit judged, which the new words may let pass.
        const { criteria } = checkProgramme(now, {}, asOf)
        expect(criteria.find((one) => one.id === changed)!.status).toBe('unknown')
      }
    }
  })

  test('renamed is the same', () => {
    const original = originalOf(notice)
    const renamed = { ...original, title: `${original.title}（更正）`, shortTitle: '更正' }
    expect(requireChecked(renamed, id)).toEqual(before)
  })

  test('with a line put before everything, so that every place moves, is the same but for the places', () => {
    const { source, clauses: _, ...metadata } = originalOf(notice)
    const first = originalOf(notice).clauses.find(({ kind }) => kind !== 'front' && kind !== 'furniture')!
    const at = first.spans[0]!.start
    const moved = parseNotice(metadata, `${source.slice(0, at)}特别说明如下：\n${source.slice(at)}`)
    const now = requireChecked(moved, id)
    expect(now.changes).toBeUndefined()
    expect(checkProgramme(now, best(id), asOf).criteria.map(({ status }) => status)).toEqual(
      before.criteria.map(() => 'met'),
    )
  })

  test('without its notice is suspended, and back with it', () => {
    const without = programmesInUse(
      notices.filter((one) => one.id !== notice),
      notices,
    )
    expect(without.programmes.map((one) => one.id)).not.toContain(id)
    expect(without.suspended).toContainEqual(expect.objectContaining({ id, reason: 'notice-removed' }))
    expect(programmesInUse(notices, notices).programmes.find((one) => one.id === id)).toEqual(before)
  })

  test('is never said to be eligible for, whatever sentence with one of its conditions is taken out', () => {
    for (const criterion of programme.criteria) {
      const cut = edited(notice, (source) => source.replace(loose(criterion.quote), ''))
      const { programmes: now, suspended } = inUseWith(cut)
      const found = now.find((one) => one.id === id)
      if (found) expect(checkProgramme(found, best(id), asOf).verdict, criterion.id).not.toBe('eligible')
      else expect(suspended.map((one) => one.id)).toContain(id)
    }
  })
})

describe('the notice of 2025', () => {
  const change = (from: string | RegExp, to: string) => edited('medical-2025', (source) => source.replace(from, to))
  const center = (notice: Notice) => requireChecked(notice, 'medical-center-2025')

  test('with its conditions in another order keeps them all, each at its new place', () => {
    const swapped = change(/1\. (截至申报日，有效发明专利达到 100 件以上。)\s+2\. (截[^]*?100%。)/u, '1. $2\n\n2. $1')
    const now = center(swapped)
    expect(now.changes).toBeUndefined()
    const placeOf = (id: string) => now.criteria.find((criterion) => criterion.id === id)!.source.clause
    expect([placeOf('valid-invention-patents'), placeOf('inventory-rate')]).toEqual(['1.2.2', '1.2.1'])
  })

  test('with one of its conditions enough, by its heading, leaves them open', () => {
    const now = center(change('（二）申报条件', '（二）申报条件（符合其中之一）'))
    expect(checkProgramme(now, best('medical-center-2025'), asOf).verdict).toBe('undetermined')
  })

  test('with another last day is judged by that day', () => {
    const now = center(change('2025 年 6 月 13 日前', '2025 年 6 月 20 日前'))
    expect(now.window).toMatchObject({ opens: '2025-06-04', closes: '2025-06-20' })
    expect(now.changes!.map(({ part, id }) => `${part} ${id}`)).toEqual(['window window', 'preparation deadline'])
    expect(JSON.stringify(checkProgramme(now, {}, '2025-06-18'))).not.toMatch(/6月13日/u)
    expect(checkProgramme(now, best('medical-center-2025'), '2025-06-18')).toMatchObject({
      verdict: 'eligible',
      canApplyNow: true,
      warning: expect.stringContaining('申报时间'),
    })
  })

  test.each(['2025年6月20日之前', '二〇二五年六月二十日前', '２０２５年６月２０日以前'])(
    'with another last day written as %s is judged by that day',
    (written) => {
      expect(center(change('2025 年 6 月 13 日前', written)).window.closes).toBe('2025-06-20')
    },
  )

  test('without a whole last day is suspended', () => {
    for (const written of ['2025年6月底前', '6月20日前', '2025年2月30日前'])
      expect(inUseWith(change('2025 年 6 月 13 日前', written)).suspended.length, written).toBeGreaterThan(0)
  })

  test('without a last day is suspended', () => {
    const { suspended } = inUseWith(change('于 2025 年 6 月 13 日前', '于近日'))
    expect(suspended.map(({ id, reason }) => [id, reason])).toEqual([
      ['medical-center-2025', 'window-unread'],
      ['medical-promotion-2025', 'window-unread'],
    ])
  })

  test('without the applicants of the centre suspends the centre alone', () => {
    const quote = programmes[0]!.criteria[0]!.quote
    const { programmes: now, suspended } = inUseWith(
      edited('medical-2025', (source) =>
        source.replace(new RegExp(`[^\\n]*${loose(quote).source}[^\\n]*\\n`, 'u'), ''),
      ),
    )
    expect(suspended.map(({ id, reason }) => [id, reason])).toEqual([['medical-center-2025', 'applicant-gone']])
    expect(now.map(({ id }) => id)).toContain('medical-promotion-2025')
  })

  test('with another amount says no amount', () => {
    const now = center(
      change('过 5 家，对每家单位支持工作经费不超过 20 万元', '过 5 家，对每家单位支持工作经费不超过 30 万元'),
    )
    const { support, verdict } = checkProgramme(now, best('medical-center-2025'), asOf)
    expect(verdict).toBe('eligible')
    expect(support.amountWan).toBeUndefined()
    expect(support.amountText).toContain('以通知原文为准')
    expect(now.changes).toEqual([expect.objectContaining({ part: 'support', id: 'support' })])
  })

  test('with a condition more leaves that one open', () => {
    const now = center(change('利作价入股典型案例。', '利作价入股典型案例。\n\n5. 申报单位近三年没有失信记录。'))
    const { verdict, criteria } = checkProgramme(now, best('medical-center-2025'), asOf)
    expect(verdict).toBe('undetermined')
    expect(criteria.at(-1)).toMatchObject({
      id: 'added-1.2.5',
      status: 'unknown',
      source: { clause: '1.2.5' },
      note: expect.stringContaining('通知新加了这一条'),
    })
  })

  test('emptied of all it says suspends both of its programmes', () => {
    const { source: _, clauses: __, ...metadata } = originalOf('medical-2025')
    const { suspended } = inUseWith(parseNotice(metadata, '关于更正的通知\n一、原通知有误。\n二、另行通知。'))
    expect(suspended).toHaveLength(2)
  })
})
