import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { readContacts } from '../../../knowledge/language/contact.ts'
import { smallTalkTexts as texts } from '../../../prompts/small-talk.ts'
import type { Language } from './told.ts'
import { labelOf } from './topic.ts'

const named = /联\s*系\s*人[：:]?\s*([^；;，,。）)\n]+)/u

/** Whom to call, from the clause that names them: 联系人：张三，电话 021-12345678. */
export function tellContact({ notice, clause }: Entry, language: Language): string {
  const phones = readContacts(clause.text).filter(({ kind }) => kind === 'phone')
  const [first] = phones
  const who = phones.reduce((name, { text }) => name.replace(text, ''), named.exec(clause.text)?.[1] ?? '').trim()
  const title = language === 'en' ? labelOf(notice, undefined, 'en') : notice.shortTitle
  return texts.contact[language](title, who, first ? texts.phone[language](first.text) : '')
}
