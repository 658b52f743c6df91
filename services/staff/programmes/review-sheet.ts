import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { reviewSheetTexts as words } from '../../../prompts/review-sheet-texts.ts'
import type { Criterion, ProgrammeDocument } from '../../eligibility/document.ts'
import type { Fact } from '../../eligibility/document-facts.ts'
import { answerInWords, turningPoints } from '../../eligibility/examples.ts'
import { locateQuote } from '../../eligibility/find-source.ts'
import { requirement } from '../../eligibility/requirement.ts'
import { comparisonsOf, evaluate, type Status } from '../../eligibility/rule.ts'
import { readAnswer } from '../../interview/answers/read-answer.ts'
import { disarmed } from '../export-questions.ts'
import type { Sheet } from '../stream-workbook.ts'
import { type Case, type Remark, ruleHash } from './remarks.ts'

const { columns } = words
const titles = Object.values(columns)
const widths = [14, 44, 44, 36, 10, 30, 30, 12, 16]

/** The cases on both sides of each limit of a rule, by the rule itself. */
export const casesOf = ({ condition }: Criterion, facts: ProgrammeDocument['facts']): Case[] =>
  comparisonsOf(condition).flatMap((comparison) => {
    const fact = facts[comparison.fact]
    if (!fact) return []
    return turningPoints(comparison, fact).map((answer) => ({
      fact: comparison.fact,
      answer,
      status: evaluate(comparison, { [comparison.fact]: answer }),
    }))
  })

const inWords = (facts: ProgrammeDocument['facts'], { fact: key, answer, status }: Case): string =>
  words.example(facts[key]!.label, answerInWords(facts[key]!, answer), words.statuses[status])

/** The sheet of a programme: a row a criterion, to be marked by whoever answers for the notice. */
export function reviewSheet(document: ProgrammeDocument, notice: Notice | undefined): Sheet {
  const { facts, criteria } = document
  const rows = criteria.map((criterion) => {
    const found = notice && locateQuote(notice, document, criterion)
    const place = found && 'source' in found ? notice.clauses.find(({ id }) => id === found.source.clause)?.path : ''
    return [
      criterion.id,
      `${place ? `${place}\n` : ''}${criterion.quote}`,
      `${criterion.title}：${criterion.words?.required ?? requirement(criterion.condition, facts)}`,
      casesOf(criterion, facts)
        .map((one) => inWords(facts, one))
        .join('\n'),
      '',
      '',
      '',
      '',
      ruleHash(criterion),
    ].map(disarmed)
  })
  return { name: words.name, titles, widths, rows }
}

const yes = /^(?:对|是|正确|无误|√|✓|✔|y|yes|ok)[。.]?$/iu
const no = /^(?:不对|不|否|错|错误|有误|×|✗|✘|x|n|no)[。.]?$/iu
const statusOf = (text: string): Status | undefined =>
  (Object.entries(words.statuses) as [Status, string][])
    .toSorted((a, b) => b[1].length - a[1].length)
    .find(([, word]) => text.endsWith(word))?.[0]

/** A case as somebody writes it: 120件：符合, with the name of the question before where a rule has several. */
function readCase(line: string, criterion: Criterion, facts: ProgrammeDocument['facts']): Case | undefined {
  const status = statusOf(line.trim().replace(/[。.]$/u, ''))
  if (!status) return undefined
  const said = line.trim().replace(/[：:，,、\s]*(?:不符合|符合|待确认)[。.]?$/u, '')
  const asked: [string, Fact][] = [...new Set(comparisonsOf(criterion.condition).map(({ fact }) => fact))].flatMap(
    (key) => (facts[key] ? [[key, facts[key]]] : []),
  )
  const named = asked.filter(([, { label }]) => said.includes(label))
  const [only, ...others] = named.length > 0 ? named : asked
  if (!only || others.length > 0) return undefined
  const [fact, { label }] = only
  const read = readAnswer(only[1], said.replace(label, '').replace(/^[：:，,\s]+/u, ''), [])
  return read.kind === 'value' ? { fact, answer: read.value, status } : undefined
}

export type ReadReview = { remarks: Remark[]; unread: string[] }

/**
 * Reads a sheet that comes back. Where a rule is said to be right, its cases on both sides are confirmed with it.
 *
 * @param who Who sends it, where the sheet names nobody.
 * @returns Undefined where it is no sheet of this programme; `unread` are cases that could not be read, kept as remarks.
 */
export function readReview(
  rows: readonly string[][],
  document: ProgrammeDocument,
  who: string,
): ReadReview | undefined {
  const [head = [], ...lines] = rows
  const at = Object.fromEntries(
    Object.entries(columns).map(([key, title]) => [key, head.findIndex((cell) => cell.trim() === title)]),
  ) as Record<keyof typeof columns, number>
  if (at.id < 0 || at.isRight < 0 || at.remark < 0) return undefined
  const unread: string[] = []
  let known = 0
  const remarks = lines.flatMap((line): Remark[] => {
    const cell = (key: keyof typeof columns) => (line[at[key]] ?? '').trim()
    const criterion = document.criteria.find(({ id }) => id === cell('id'))
    if (!criterion) return []
    known++
    const marked = cell('isRight')
    const isRight = yes.test(marked) ? true : no.test(marked) ? false : null
    const own = cell('more')
      .split(/[\n；;]/u)
      .filter((one) => one.trim() !== '')
      .map((text) => ({ text, read: readCase(text, criterion, document.facts) }))
    const lost = own.filter(({ read }) => !read).map(({ text }) => text)
    unread.push(...lost)
    const notes = [isRight === null ? marked : '', cell('remark'), ...lost].filter((one) => one !== '')
    const rule = cell('edition') || ruleHash(criterion)
    const isCurrent = rule === ruleHash(criterion)
    const shown = isRight === true && isCurrent ? casesOf(criterion, document.facts) : []
    const cases = [...shown, ...own.flatMap(({ read }) => read ?? [])]
    if (isRight === null && notes.length === 0 && cases.length === 0) return []
    const name = cell('who')
    return [
      {
        criterion: criterion.id,
        isRight,
        remark: notes.join('；'),
        rule,
        cases,
        who: name === '' ? who : `${name}（${who}）`,
      },
    ]
  })
  return known === 0 ? undefined : { remarks, unread }
}
