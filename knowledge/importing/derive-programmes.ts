import { squeeze } from '../language/clean-text.ts'
import type { Clause } from '../parsing/clause.ts'
import type { NoticeMetadata } from '../parsing/notice.ts'

type Mention = NoticeMetadata['programmes'][number]

const programmeHeading = /(?:中心|项目|计划|基地|平台|工程|专项|联合体|集聚区|创新券|资助|奖)$/u
const conditions =
  /^(?:申报|申请|推荐|支持|资助|遴选|招募|参评|评选)?(?:对象|条件|范围|要求|主体|类别及条件|资格)(?:和(?:条件|要求|范围))?$|^(?:申报|申请|推荐)(?:对象|条件|类别及条件)/u
/** Titles that call for applications where the text says who may apply. */
const calls = /(?:申报|申请|征集|推荐|遴选|评选|招募).*(?:通知|公告|通告|指南)$/u
const applications = /项目.{0,6}(?:申报|申请|征集|推荐)|(?:申报|申请|征集|推荐).*(?:项目|中心|基地|计划|工程|单位)/u

/**
 * The programmes a notice opens: its top-level parts that are named like one and tell who may apply, or the notice
 * as a whole where its title calls for applications.
 *
 * @param id The notice's id; the programmes' ids begin with it.
 * @param clauses The notice, parsed.
 */
export function deriveProgrammes(id: string, title: string, clauses: Clause[]): Mention[] {
  const parts = clauses.filter(
    (clause) =>
      clause.kind === 'heading' &&
      clause.parent === undefined &&
      programmeHeading.test(clause.heading) &&
      clauses.some((child) => child.parent === clause.id && conditions.test(child.heading)),
  )
  if (parts.length === 0) {
    const saysWho = clauses.some(({ kind, heading }) => kind === 'heading' && conditions.test(heading))
    return applications.test(title) || (saysWho && calls.test(title))
      ? [{ id, title: programmeTitle(title), section: '' }]
      : []
  }
  return parts.map((part, at) => ({
    id: `${id}-${at + 1}`,
    title: squeeze(part.heading),
    section: part.id,
  }))
}

/** What the title of the notice calls the programme: 「关于申报……项目的通知」. */
function programmeTitle(title: string): string {
  const bare = title
    .replace(/^.{0,40}?关于/u, '')
    .replace(/^(?:组织|开展|做好|启动|申报|申请|征集|推荐|招募|发布|印发|受理)+/u, '')
    .replace(/(?:的?(?:通知|公告|通告)|(?:申报|申请|征集|推荐|遴选|评选|招募)?(?:工作|指南|事项|受理)?)+$/u, '')
    .replace(/(?:申报|申请|征集|推荐|遴选|评选|招募)(?:受理)?$/u, '')
    .replace(/(?<=中心|基地|计划|工程|平台)项目$/u, '')
  return bare || title
}
