import { readContacts } from '../../knowledge/language/contact.ts'
import { shortened } from '../../knowledge/language/characters.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import type { ProgrammeDocument } from '../eligibility/document.ts'
import type { PreparationItem } from '../preparation/preparation.ts'
import { factsOf, sentencesOf } from './chunks.ts'
import { materialsIn } from './materials.ts'
import { wordsStart } from './own-entries.ts'
import { quoteOf } from './quote-of.ts'
import type { Outline } from './sections.ts'

const form = /表|申报书|申请书|任务书|承诺书|登记书|模板|汇总|报告|计划书|方案/u
const isForm = /《[^》]*(?:表|书)》|申报书|申请表|承诺书/u
const notForm = /名单|指南|办法|目录|名录|标准|说明$/u
const handing =
  /报送|提交|寄送|递交|登录|上传|一式|装订|加盖公章|邮寄|发送至|送至|报至|电子版|纸质|网上申报|线上|线下|窗口/u

const item = (kind: PreparationItem['kind'], text: string, quoted: { quote?: string; section?: string }) => ({
  kind,
  text: shortened(text, 400),
  ...quoted,
})
type Item = ReturnType<typeof item>

/** The forms that the list of annexes names. */
function formsIn({ notice }: Outline): Item[] {
  const clauses = notice.clauses.filter(({ id }) => id === 'annexes' || id.startsWith('annexes~'))
  return clauses.flatMap((clause) =>
    [
      ...clause.text.matchAll(
        /(?:^|[\n：:；])\s*(?<number>\d+)?[.．、]?\s*(?<title>[^\n；：]*(?:\n(?!\s*\d+[.、．])[^\n；：]+)*)/gu,
      ),
    ].flatMap(({ groups }) => {
      const title = groups!
        ['title']!.replace(/\n/gu, '')
        .replace(/\.(?:docx?|xlsx?|pdf|wps)$/u, '')
        .trim()
      if (!form.test(title) || notForm.test(title)) return []
      const at = clause.text.indexOf(groups!['title']!.split('\n')[0]!)
      const quoted = quoteOf(notice, clause, at, at + groups!['title']!.length)
      return [item('form', texts.prepare.annex(title, `附件${groups!['number'] ?? ''}`), quoted)]
    }),
  )
}

/** A form that bears the name of another programme of the notice. */
const isOthers = ({ notice }: Outline, title: string, text: string): boolean =>
  !text.includes(title) && notice.programmes.some((one) => one.title !== title && text.includes(one.title))

/** Sentences that say how and where to hand in. */
function submissionIn(outline: Outline, { closes, quote }: ProgrammeDocument['window']): Item[] {
  const { notice, kinds, isWithin } = outline
  const found = notice.clauses.flatMap((clause) => {
    const kind = kinds.get(clause.id)
    const isRead =
      (clause.kind === 'item' || clause.kind === 'paragraph') &&
      isWithin(clause) &&
      (kind === 'procedure' || kind === 'materials' || kind === 'window' || kind === 'contact')
    const isEntry = kind === 'materials' && clause.kind === 'item'
    if (!isRead || clause.id.startsWith('a')) return []
    // Of an entry that lists papers only what it says behind them.
    return handedIn(outline, clause, isEntry ? clause.text.indexOf('。') + 1 || clause.text.length : 0)
  })
  const day = closes.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日')
  return [item('submission', texts.prepare.deadline(day), { quote }), ...found]
}

function handedIn({ notice }: Outline, clause: Clause, after = 0): Item[] {
  const start = wordsStart(clause)
  return sentencesOf(factsOf(clause.text), start).flatMap((sentence) =>
    sentence.start >= after && handing.test(sentence.text) && sentence.text.length > 8 && !/[：:]$/u.test(sentence.text)
      ? [
          item(
            'submission',
            `${sentence.text.replace(/[。；]$/u, '')}。`,
            quoteOf(notice, clause, sentence.start, sentence.end),
          ),
        ]
      : [],
  )
}

const contactsIn = ({ notice, isWithin, kinds }: Outline): Item[] =>
  notice.clauses.flatMap((clause) => {
    const isContact =
      clause.kind === 'contact' ||
      ((kinds.get(clause.id) === 'contact' || /联系(?:人|电话|方式)|咨询(?:电话|热线)/u.test(clause.text)) &&
        clause.kind !== 'heading' &&
        clause.kind !== 'row' &&
        readContacts(clause.text).length > 0)
    return isContact && isWithin(clause)
      ? [
          item(
            'contact',
            (clause.marker === undefined
              ? clause.text.replace(/^[（(](?<inner>[^（）()]*)[）)]$/u, '$<inner>')
              : clause.text.slice(wordsStart(clause))
            ).replace(/\n/gu, '；'),
            quoteOf(notice, clause),
          ),
        ]
      : []
  })

/** What to hand in, how, and whom to ask; what proves each condition is advice of ours. */
export function draftPreparation(
  outline: Outline,
  { criteria, window, title }: Pick<ProgrammeDocument, 'criteria' | 'window' | 'title'>,
): PreparationItem[] {
  const listed = materialsIn(outline).map(({ words, quoted }) =>
    item(isForm.test(words) ? 'form' : 'evidence', texts.prepare.form(words), quoted),
  )
  const annexed = formsIn(outline).filter((one) => !isOthers(outline, title, one.text))
  const isAnnexed = ({ text }: Item) =>
    /附件/u.test(text) &&
    annexed.some((one) => one.quote !== undefined && text.includes(`《${one.quote.replace(/[《》]/gu, '')}》`))
  const found: Item[] = [...annexed, ...listed.filter((one) => !isAnnexed(one))]
  const forms = found.filter(({ kind }) => kind === 'form')
  const evidence = criteria.map(({ id, title }) => ({
    id: `evidence-${id}`,
    kind: 'evidence' as const,
    proves: id,
    text: texts.prepare.evidence(title),
  }))
  const rest = [...submissionIn(outline, window), ...contactsIn(outline)]
  const named = (items: Item[]) =>
    items
      .filter((one, at) => items.findIndex(({ text }) => text === one.text) === at)
      .map((one, at) => ({ id: `${one.kind}-${at + 1}`, ...one }))
  return [
    ...named(forms),
    ...named(found.filter(({ kind }) => kind === 'evidence')),
    ...evidence,
    ...named(rest.filter(({ kind }) => kind === 'submission')),
    ...named(rest.filter(({ kind }) => kind === 'contact')),
  ].slice(0, 100)
}
