import { fold, type Catalogue, type Entry } from '../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Answer, Inquiry, Step } from './answer.ts'
import { noticesMeant } from './scopes.ts'
import { inChinese, inEnglish } from './window.ts'
import { totalWeight } from './question.ts'

const asksNumber = /文号|发文字号|文件号|几号文|document number|发文号/u
const asksDay =
  /(?:什么时候|何时|几号|哪一?天|哪一?年|几月几|日期|啥时候).{0,6}(?:印发|发布|发的|发文|下发|出台|公布|发出)|(?:印发|发布|发文|出台|公布)(?:日期|时间|于|是)?.{0,4}(?:什么时候|哪天|何时|日期|时间)|when was .*issued|issue date/u
const asksIssuer =
  /(?:通知|文件|方案).{0,8}(?:谁|哪个(?:单位|部门|局)|哪家|什么(?:单位|部门)).{0,3}(?:印发|发布|发的|下发|出的)|(?:谁|哪个(?:单位|部门|局)|什么部门)(?:印发|发布|发|下发|出)的?(?:这|那|本)?(?:个|份)?(?:通知|文件|方案)/u

/** Answers on a notice itself: its number, its day of issue, its issuer. */
export const answerDocument: Step = (inquiry) => {
  const { question, catalogue } = inquiry
  const text = question.english ? question.asked.toLowerCase() : question.text
  const kind = asksNumber.test(text)
    ? 'number'
    : asksDay.test(text)
      ? 'day'
      : asksIssuer.test(text)
        ? 'issuer'
        : undefined
  const quoted = /《([^》]+)》/u.exec(question.asked)?.[1]
  if (
    quoted &&
    !catalogue.notices.some(({ title, shortTitle }) => title.includes(quoted) || shortTitle.includes(quoted))
  )
    return undefined
  const notice =
    noticesMeant(catalogue, question)[0] ?? catalogue.notices.find(({ id }) => id === inquiry.memory.scope?.notice)
  const rest = question.units.filter(
    (unit) => !unit.aspect && !/文号|印发|通知|发|日期|文件|联合/u.test(unit.words[0] ?? ''),
  )
  if (!kind || !notice || (kind !== 'number' && totalWeight(rest) > 12)) return undefined
  const entry = holderOf(catalogue, notice, wantedText(notice, kind))
  return entry ? stated(inquiry, notice, entry, kind) : unstated(notice, kind)
}

type Kind = 'number' | 'day' | 'issuer'

function wantedText(notice: Notice, kind: Kind): string | undefined {
  if (kind === 'number') return notice.documentNumber
  if (kind === 'day') return notice.issued ? inChinese(notice.issued) : undefined
  return notice.issuer
}

/** The clause that prints it: in the head, at the close or in the imprint. */
function holderOf(catalogue: Catalogue, notice: Notice, wanted: string | undefined): Entry | undefined {
  if (!wanted) return undefined
  const kinds = ['front', 'closing', 'furniture']
  return catalogue.entries.find(
    (entry) => entry.notice.id === notice.id && kinds.includes(entry.clause.kind) && entry.own.includes(fold(wanted)),
  )
}

function stated({ question }: Inquiry, notice: Notice, entry: Entry, kind: Kind): Answer {
  const wanted = wantedText(notice, kind) ?? ''
  const words = { number: `的文号是${wanted}`, day: `的落款（印发）日期是${wanted}`, issuer: `由${wanted}发布` }[kind]
  const english = {
    number: `Document number: ${wanted}`,
    day: `Issued on ${notice.issued ? inEnglish(notice.issued) : ''} (${wanted})`,
    issuer: `Issued by ${wanted}`,
  }[kind]
  return {
    status: 'answered',
    text: question.english ? `${notice.year} notice. ${english}.` : `《${notice.title}》${words}。`,
    rests: [entry],
    scope: { notice: notice.id },
  }
}

const unstated = (notice: Notice, kind: Kind): Answer => ({
  status: 'not-found',
  text: `《${notice.shortTitle}》的原文中没有载明${{ number: '文号', day: '印发日期', issuer: '发布单位' }[kind]}。`,
  rests: [],
})
