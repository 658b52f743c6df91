import { lengthOf } from '../../../knowledge/language/characters.ts'
import { wecomTexts } from '../../../prompts/wecom-texts.ts'
import type { ChannelParts } from '../channel.ts'
import { readSentFile, type SentFile } from './read-sent-file.ts'
import { asLines } from './render-turn.ts'

const { file: texts } = wecomTexts

/** The longest text that is counted, in characters. */
const mostCounted = 200_000

/**
 * Holds the text of a file against the limits of the forms; nothing of it is kept.
 *
 * @param isPlain Whether it may come over an address that is not encrypted.
 * @returns What is to be said of it, as Markdown.
 */
export async function countFile(
  { lengths }: Pick<ChannelParts['services'], 'lengths'>,
  file: SentFile,
  isPlain: boolean,
): Promise<string> {
  const read = await readSentFile(file, isPlain)
  if ('fault' in read) return read.fault
  const { name, text } = read
  return lengthOf(text) > mostCounted ? texts.tooLong : asLines(texts.counted(name, lengths(text, 'zh')))
}
