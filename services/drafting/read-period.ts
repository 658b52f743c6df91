import { isoDay } from '../../knowledge/language/calendar.ts'
import type { CalendarDay, DateMention } from '../../knowledge/language/date.ts'
import type { Figure } from '../../knowledge/language/figure.ts'
import type { DateNeed, Period } from './need.ts'
import { eventNoun, founding, withoutSubject } from './words.ts'

const periodOf = (value: number, unit: string): Period | undefined => {
  const whole = Number.isInteger(value)
  if (unit === '年') return whole ? { years: value } : { months: Math.round(value * 12) }
  if (unit === '月') return whole ? { months: value } : { days: Math.round(value * 30) }
  if (unit === '季度') return { months: value * 3 }
  if (unit === '周') return { days: value * 7 }
  return unit === '日' ? { days: value } : undefined
}

/** 成立满三年, 注册不超过5年: how long ago somebody came to be is told by the day of it. */
export function foundedFor(before: string, figure: Figure, measured = ''): DateNeed | undefined {
  const event = founding.exec(before)?.[0]
  const isLast =
    event !== undefined &&
    /^(?:时间|年限|日期|期限|并运营|并经营)?(?:均|应|须|需|为|在|已|达|达到|不|距今|至今)*$/u.test(
      before.slice(before.lastIndexOf(event) + event.length),
    )
  if (figure.kind !== 'duration' || event === undefined || !isLast) return undefined
  const { value, unit, upTo, bound } = figure
  const [low, high] = [periodOf(value, unit), upTo === undefined ? undefined : periodOf(upTo, unit)]
  if (!low) return undefined
  if (high) return { kind: 'date', event, limits: { atLeastAgo: low, withinLast: high } }
  const day = /(?<year>20\d\d)年(?<month>\d{1,2})月(?<day>\d{1,2})日/u.exec(measured)?.groups
  const isYoung = bound === 'atMost' || bound === 'lessThan'
  if (day) {
    const limit = longBefore(
      isoDay({ year: Number(day['year']), month: Number(day['month']), day: Number(day['day']) }),
      low,
    )
    return { kind: 'date', event, limits: isYoung ? { notBefore: limit } : { notAfter: limit } }
  }
  return { kind: 'date', event, limits: isYoung ? { withinLast: low } : { atLeastAgo: low } }
}

/** 截至2025年12月31日成立满36个月: the day so long before another. */
function longBefore(day: string, period: Period): string {
  const date = new Date(`${day}T00:00:00Z`)
  if ('years' in period) date.setUTCFullYear(date.getUTCFullYear() - period.years)
  else if ('months' in period) {
    const last = date.getUTCDate()
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() - period.months)
    date.setUTCDate(Math.min(last, new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()))
  } else date.setUTCDate(date.getUTCDate() - period.days)
  return date.toISOString().slice(0, 10)
}

/** 成立时间在5年以内, where the length of time is read as a term. */
export function foundedWithin(text: string, date: DateMention): DateNeed | undefined {
  const event = founding.exec(text)?.[0]
  if (event === undefined || !date.term || date.isRecent || date.term.anchor !== undefined) return undefined
  const period = periodOf(date.term.value, date.term.unit)
  return period && date.edge === 'within' ? { kind: 'date', event, limits: { withinLast: period } } : undefined
}

const dayOf = ({ year, month, day }: CalendarDay, isLast: boolean): string | undefined =>
  year === undefined
    ? undefined
    : isLast && day === undefined
      ? new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10)
      : isoDay({ year, month: month ?? 1, day: day ?? 1 })

/** 2022年1月1日以后注册, 注册时间在2023年12月31日前, 2023年1月1日至2024年12月31日期间授权. */
export function datedEvent(text: string, date: DateMention, start: number): DateNeed | undefined {
  const said = eventNoun.exec(text)?.[0]
  const undated = `${text.slice(0, date.from - start)}${text.slice(date.to - start)}`
  const rest = withoutSubject(undated)
    .rest.replace(/^(?:期间|之间|以来|内|，)+|(?:时间|日期)?(?:应|须|为|在|于)*$/gu, '')
    .replace(/^(?:期间|之间|以来|内|，)+/u, '')
  const event = said !== undefined && rest.includes(said) && rest.length <= 20 && !/时间|日期/u.test(rest) ? rest : said
  if (event === undefined || date.year === undefined || date.upTo?.anchor !== undefined) return undefined
  const first = dayOf(date, false)
  const last = dayOf(date.upTo ?? date, true)
  if (first === undefined || last === undefined) return undefined
  if (date.upTo) return { kind: 'date', event, limits: { notBefore: first, notAfter: last } }
  if (date.edge === 'from') return { kind: 'date', event, limits: { notBefore: first } }
  if (date.edge === 'before' || date.edge === 'by' || date.edge === 'until')
    return {
      kind: 'date',
      event,
      limits: { notAfter: date.day === undefined && date.edge === 'before' ? beforeOf(first) : last },
    }
  return undefined
}

/** 2023年以前 ends with the day before it begins. */
const beforeOf = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
