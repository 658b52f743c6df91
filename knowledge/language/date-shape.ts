/** How a date limits what it is said of: 6月13日前, 至2025年底, 自6月1日起, 2025年内, 6月13日, 有效期至…. */
export type DateEdge = 'before' | 'by' | 'from' | 'within' | 'on' | 'until'

/** A calendar day as far as it is named; months and days count from 1. */
export type CalendarDay = { year?: number; month?: number; day?: number }

/** A date or term that a text names. Offsets are UTF-16 code units of the text as given, ends exclusive. */
export type DateMention = CalendarDay & {
  start: number
  end: number
  /** The same with the words that give its edge: 于…前, 自…起. */
  from: number
  to: number
  /** 2025年底 is the last day of 2025, named as the end of the year. */
  isEndOf?: 'year' | 'month'
  edge: DateEdge
  /** Last day of a range: 2021-2023, 6月1日至13日; `anchor` where it ends with an event: 2023年至申报日. */
  upTo?: CalendarDay & { anchor?: string }
  /** A length of time in place of a day: 收到之日起15个工作日内, 合同期满前3个月, 近三年. `anchor` is the event it counts from. */
  term?: { value: number; unit: '日' | '工作日' | '周' | '月' | '年'; anchor?: string }
  /** 近三年, 最近两年: the term ends now. */
  isRecent?: boolean
  /** 每年3月1日前 comes again every year. */
  everyYear?: boolean
  /** 次年, 翌年: the year is counted from another one that the text names or means. */
  ofYear?: string
}
