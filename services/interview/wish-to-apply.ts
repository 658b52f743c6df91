import { nextQuestionTexts } from '../../prompts/known-questions.ts'
import { labelOf } from '../answering/compose/topic.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { Message } from './message.ts'
import { partsNaming } from './title-parts.ts'

const wish =
  /^(?:请问|您好|你好|那么?|[，,])*(?:我们?|我院|我校|本院|本校|我单位|本单位|咱们)?(?:这[家所个])?(?:是|医院|学校|大学|高校|单位|机构|中心|企业|公司)?(?:现在|今年|明年|目前|也|还|都)*(?:想要?|打算|准备|计划|有意|考虑)(?:去|来)?(?:申报|申请|报名|报|参加|申办)(?<what>.*?)(?:怎么办|该?怎么[做弄])?$/u
const idle = /(?:20)?\d\d年度?|一下|一?[个项家]|项目|那|这|的|了|吧|试|看/uy

/** Whether somebody says that they want to apply, and for nothing but a programme: 我们医院想申报运营中心, 想报2025年的. */
export function wishesToApply(text: string, programmes: readonly ResolvedProgramme[]): boolean {
  const last = text
    .split(/[，,。；;！!\n]/u)
    .map((part) => part.replace(/\s/gu, ''))
    .findLast((part) => part !== '')
  const what = wish.exec(last ?? '')?.groups?.['what']
  return what !== undefined && partsNaming(what, programmes, idle) !== undefined
}

/** What those want to know who wish to apply: the conditions of the programme that they mean. */
export function questionOfWish(programme: ResolvedProgramme, { known: { catalogue } }: Message): string | undefined {
  const notice = catalogue.notices.find(({ id }) => id === programme.notice)
  const mention = notice?.programmes.find(({ id }) => id === programme.id)
  return notice && nextQuestionTexts.conditions.zh.ask(labelOf(notice, mention))
}
