import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseStatements } from '../../../knowledge/statements/parse-statements.ts'
import type { Statement } from '../../../knowledge/statements/statement.ts'

/** A notice of the lines given, under one heading. */
export function noticeOf(lines: string[], heading = '申报条件'): Notice {
  const metadata = {
    id: 'made-up',
    title: '关于申报示范项目的通知',
    shortTitle: '示范项目通知',
    issuer: '某市管理局',
    year: 2025,
    replaces: [],
    names: [],
    programmes: [],
    rosters: [],
  }
  return parseNotice(metadata, ['关于申报示范项目的通知', `一、${heading}`, ...lines].join('\n'))
}

/** What lines under a heading say. */
export const statementsOf = (lines: string | string[], heading?: string): Statement[] =>
  parseStatements(noticeOf(typeof lines === 'string' ? [lines] : lines, heading))

/** A statement without its place, as tests compare it: only the slots that `keys` name. */
export const slots = (statement: Statement | undefined, keys: string[]): Record<string, unknown> => {
  const flat: Record<string, unknown> = {
    ...statement,
    ...prefixed('figure', statement?.figure),
    ...prefixed('date', statement?.date),
  }
  return Object.fromEntries(keys.map((key) => [key, flat[key]]))
}

const prefixed = (name: string, part: object = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(part).map(([key, value]) => [`${name}.${key}`, value]))
