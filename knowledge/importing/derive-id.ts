import { pinyin } from 'pinyin-pro'
import fields from './fields.json' with { type: 'json' }

function fieldsOf(title: string) {
  const found = fields.filter((field) => field.words.some((word) => title.includes(word)))
  const particular = found.filter((field) => !field.general)
  return particular.length > 0 ? particular : found
}

type Known = { documentNumber: string | undefined; title: string; year: number; name: string }

/** `xuke-2026-12` for 徐科〔2026〕12号; else field and year; else the file's name, as far as it is Latin. */
export function deriveId({ documentNumber, title, year, name }: Known): string {
  const number = /^(.+)〔(\d{4})〕(\d+)号$/u.exec(documentNumber ?? '')
  if (number) return `${slug(pinyin(number[1]!, { toneType: 'none', separator: '' }))}-${number[2]}-${number[3]}`
  const [field] = fieldsOf(title)
  if (field) return `${field.slug}-${year}`
  const latin = slug(name)
  return /[a-z]{2}/u.test(latin) ? latin : `notice-${year}`
}

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60)
