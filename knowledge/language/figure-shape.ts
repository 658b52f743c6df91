/** How a figure is bounded: 不少于, 不超过, 超过, 不满, 约, or not at all. */
export type Bound = 'atLeast' | 'atMost' | 'moreThan' | 'lessThan' | 'about' | 'exactly'

export type FigureKind = 'count' | 'money' | 'percent' | 'duration' | 'ratio' | 'multiple' | 'plain'

/** A number that a text states, with its unit, bound and base. Offsets are UTF-16 code units of the text as given, ends exclusive. */
export type Figure = {
  /** The number with its unit: 100 件, 20 万元, 10%-20%. */
  start: number
  end: number
  /** The same with the words that bound it and stand right beside it: 不少于…, …以上（含本数）, 每人每月. */
  from: number
  to: number
  kind: FigureKind
  /** In `unit`: money always in 元, a share in %, 1:1 as first/second, 两个半月 as 2.5 月. */
  value: number
  /** Upper end of a range (10%-20%, 三万元以上十万元以下, 一至三): one figure with two ends. */
  upTo?: number
  /** Canonical measure word: 件 家 次 人 元 % 年 月 日 工作日 周岁 份 字 项 倍 …; '' where there is none. */
  unit: string
  /** The number as it stands in the text, white space and width included: 4.66, ６０, 一百二. */
  printed: string
  bound: Bound
  /** Whether the limit itself is included, where the bound says so: 以上 and 不少于 do, 超过 and 不满 don't (Civil Code, Art. 1259), （不含） decides. */
  includesLimit?: boolean
  /** The same for `upTo`. */
  includesUpTo?: boolean
  /** What it is counted for: 每人每月 → ['人', '月'], 元/平方米/月 → ['平方米', '月'], 每个企业 → ['企业']. */
  per: string[]
}
