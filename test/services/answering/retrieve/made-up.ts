import { buildCatalogue, type Catalogue, type Entry } from '../../../../knowledge/finding/catalogue.ts'
import type { Notice, NoticeMetadata } from '../../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../../knowledge/parsing/parse-notice.ts'
import type { Hit } from '../../../../knowledge/searching/hit.ts'
import { readWording } from '../../../../services/answering/understand/read-wording.ts'
import { readAsked } from '../../../../services/answering/understand/asked.ts'
import { contentUnits } from '../../../../services/answering/understand/content-units.ts'
import type { Asked } from '../../../../services/answering/understand/question.ts'
import { candidatesOf, type Features } from '../../../../services/answering/retrieve/features.ts'
import type { Scope } from '../../../../services/answering/understand/question.ts'
import { type Reading, readFor } from '../../../../services/answering/retrieve/reading.ts'

export const today = '2025-07-01'

export function notice(
  metadata: Pick<NoticeMetadata, 'id' | 'title' | 'year'> & Partial<NoticeMetadata>,
  ...lines: string[]
): Notice {
  const none = {
    shortTitle: metadata.title,
    issuer: '云溪市文化局',
    replaces: [],
    programmes: [],
    rosters: [],
  }
  return parseNotice({ ...none, ...metadata }, [metadata.title, ...lines].join('\n'))
}

export const pottersOld = notice(
  { id: 'potters-2021', title: '关于组织申报云溪市陶瓷工坊扶持项目的通知', year: 2021 },
  '一、申报条件',
  '（一）在本市登记满5年；',
  '（二）工坊面积不少于80平方米；',
  '（三）有专利的优先。',
  '二、支持经费',
  '每个工坊给予6万元补贴。',
)
export const pottersNew = notice(
  { id: 'potters-2024', title: '关于开展云溪市陶瓷工坊扶持项目申报工作的通知', year: 2024, replaces: ['potters-2021'] },
  '一、申报条件',
  '申报单位应当符合下列条件：',
  '（一）在本市登记满3年；',
  '（二）窑炉不少于2座，工坊面积不少于120平方米；',
  '（三）有专利的优先。',
  '二、支持经费',
  '每个工坊给予10万元补贴。2023年已获补贴的，减半执行。',
  '三、窑炉补贴标准',
  '序号\t窑炉\t补贴\t责任人',
  '1\t电窑\t3万元\t甲科',
  '2\t柴窑\t8万元\t乙科',
  '3\t气窑\t5万元\t丙科',
  '四、联系方式',
  '联系人：张三',
  '电话：55550118',
  '特此通知。',
  '云溪市文化局',
  '2024年3月2日',
  '附件1：项目申报书',
  '一、基本情况',
  '填写工坊沿革，不超过一千字。',
  '附件2：报名表',
  '工坊名称',
  '工坊地址',
  '负责人',
)
const works = ['云溪市渔港泊位改造工程', '云溪市渔港灯塔修缮工程']
const programmesOf = (year: number): NoticeMetadata['programmes'] =>
  works.map((title, at) => ({ id: `${['berths', 'beacons'][at]}-${year}`, title, section: `${at + 1}` }))
export const harbourOld = notice(
  { id: 'harbour-2020', title: '云溪市渔港改造暂行办法', year: 2020, programmes: programmesOf(2020) },
  '一、泊位改造',
  '（一）改造泊位不少于25个；',
  '（二）补助每个泊位1万元；',
  '二、灯塔修缮',
  '（一）修缮灯塔不少于4座；',
  '（二）补助每座灯塔7万元；',
)
export const harbourNew = notice(
  { id: 'harbour-2023', title: '云溪市渔港改造实施办法', year: 2023, programmes: programmesOf(2023) },
  '一、泊位改造',
  '（一）改造泊位不少于40个；',
  '（二）补助每个泊位2万元；',
  '二、灯塔修缮',
  '（一）修缮灯塔不少于6座；',
  '（二）补助每座灯塔9万元；',
  '三、监督管理',
  '弄虚作假的，收回补助。使用专利技术的，应当说明专利来源。',
)
export const library = notice(
  { id: 'library-2022', title: '云溪市乡村书屋管理规定', year: 2022 },
  '一、藏书',
  '每间书屋藏书不少于3000册。',
  '二、开放',
  '每周开放不少于5天，读者凭证借阅。',
  '三、捐赠',
  '捐赠的专利文献、图纸应当登记。',
)

export const madeUp = buildCatalogue([pottersOld, pottersNew, harbourOld, harbourNew, library])
const asTyped = { repair: (text: string) => text }

export type Told = { scope?: Scope; hits?: string[]; rests?: string[]; context?: string }

export const asked = (catalogue: Catalogue, text: string, scope?: Scope): Asked =>
  readAsked(catalogue, readWording(asTyped, text, today), scope)

export function entryAt(catalogue: Catalogue, place: string): Entry {
  const [id = '', clause = ''] = place.split('#')
  const entry = catalogue.find(id, clause)
  if (!entry)
    throw new RangeError(
      `no clause ${place}; there are ${catalogue.entries
        .filter((one) => one.notice.id === id)
        .map((one) => one.clause.id)
        .join(' ')}`,
    )
  return entry
}

/** Hits as a search gives them, best first, each with four fifths of the score before it. */
export const hitsAt = (catalogue: Catalogue, places: string[]): Hit[] =>
  places.map((place, at) => {
    const {
      notice: { id },
      clause,
    } = entryAt(catalogue, place)
    return {
      notice: id,
      clause: clause.id,
      heading: clause.path,
      text: clause.text,
      score: 3 * 0.8 ** at,
      coverage: 0.5,
    }
  })

export function readingOf(
  text: string,
  { scope, hits = [], rests = [], context = '' }: Told = {},
  catalogue = madeUp,
): Reading {
  const placed = rests
    .map((place) => entryAt(catalogue, place))
    .map((entry) => ({ notice: entry.notice.id, clause: entry.clause.id }))
  const question = { ...asked(catalogue, text, scope), context: contentUnits(catalogue, context) }
  return readFor(catalogue, question, hitsAt(catalogue, hits), placed)
}

/** The features of a clause's passage: of its first, unless another is asked for. */
export function featuresAt(place: string, text: string, told: Told & { passage?: number } = {}): Features {
  const reading = readingOf(text, told)
  const number = told.passage ?? 0
  const candidate = candidatesOf(reading, [entryAt(reading.catalogue, place)])[number]
  if (!candidate) throw new RangeError(`${place} has no passage ${number}`)
  return candidate.features
}
