import words from '../lexicon/statement-words.json' with { type: 'json' }
import type { Figure } from '../language/figure.ts'
import { anyOf } from '../language/unit.ts'
import type { Facts } from './facts.ts'
import type { Stretch } from './split-text.ts'
import { findModal, linkOpening, verbEnding, verbOpening } from './words.ts'

/** The words before a figure that says by how much something grows, and against what: PCT专利申请较2022年增长. */
export const growth = new RegExp(
  String.raw`^(?<metric>.*?)(?:较(?![多少高低大小好强差重长短])|比(?![例重率]))(?<against>[^，]{2,12}?)(?:同期)?(?:累计)?(?:${anyOf(words.growth)})$`,
  'u',
)
/** The words before a share, and what it is taken of: 按贷款金额的. */
export const share = /^(?<led>.*?)(?:按照?|依照|以|为)(?<of>[^，]{2,40})的$/u

/** What no slot can hold yet: a day without its month, the base behind 每个, a figure inside an attribute. */
export function unclear({ text }: Facts, chunk: Stretch, figure: Figure, metric = ''): string {
  const [head, tail] = [text.slice(chunk.start, figure.from), text.slice(figure.to, chunk.end)]
  const isDay = figure.unit === '日' && (/[在于自至从]$/u.test(head) || /^(?:上午|下午|前|中午|晚|起|至)/u.test(tail))
  const isOpenBase = figure.per.some((noun) => /^[个家名件项位·/]/u.test(noun)) && openBase.test(chunk.text)
  const isInAttribute = tail.startsWith('的') && metric !== '' && !/^(?:总额|总金额|总量|额度)$/u.test(metric)
  const isUnitUnread = /^[A-Za-zμ㎎㎏]/u.test(tail)
  const isEither = /或/u.test(head.replace(/[（(][^）)]*[）)]/gu, ''))
  const isCut = /连续$/u.test(metric) && tail === ''
  // 水深达到负16.5米.
  const isNegative = /负$|零下$/u.test(head)
  const isOpen =
    isNegative || isDay || isCut || isOpenBase || isInAttribute || isUnitUnread || isEither || isApposed(head, tail)
  return isOpen || isForeignBase(chunk.text, figure) || metric.endsWith('的') ? chunk.text : ''
}

/** 65岁以上老年人, 等4部门: the figure tells which ones, nothing is said of how many. */
const isApposed = (head: string, tail: string): boolean =>
  tail !== '' &&
  !/^[（(]/u.test(tail) &&
  findModal(head) === undefined &&
  !verbOpening.test(head.replace(/^.*[，年月日内]/u, '')) &&
  !verbEnding.test(head) &&
  !/[为共达按照处占]$|^(?:须|应)|(?:后|内|在|并)$|的$/u.test(head) &&
  !linkOpening.test(head)

/** 每年获支持企业数量 is counted for a year, not for an enterprise. */
const isForeignBase = (text: string, { per }: Figure): boolean => {
  const [, base] = /每([年月日人次])/u.exec(text) ?? []
  return base !== undefined && per.length > 0 && !per.some((noun) => noun.includes(base))
}

const openBase =
  /每(?:个|家|名|件|项|位)(?!每|奖励|资助|补|给予|支持|最|不|加|拨|扣|可|限|定额|一次)\p{Script=Han}{2}|[·/]/u

const shareEnd = new RegExp(`(?:${anyOf(words.shares)})[”」）)]?(?:应当?|须|为|均|分别)?$`, 'u')

/** A share says what it is taken of, or is a rate itself: 盘点率, 占比. 验收后拨付50% leaves it open. */
export function isBaseless(figure: Figure, head: string): boolean {
  if (figure.kind !== 'percent' || share.test(head) || growth.test(head)) return false
  return !shareEnd.test(head)
}
