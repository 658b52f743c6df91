/** A stretch of a clause's text; offsets are UTF-16 code units, `end` exclusive. */
export type Stretch = { start: number; end: number; text: string }

/** A sentence with its parts: segments end at ；, chunks at ，. `label` is what stands before a colon. */
export type Sentence = Stretch & { label?: Stretch; segments: Segment[] }
export type Segment = Stretch & { chunks: Stretch[] }

const openers = '（(《“‘「『〔['
const closers = '）)》”’」』〕]'

/** How deep in brackets or quotation marks each character stands; -1 for all where they don't match. */
export function depths(text: string): number[] {
  let depth = 0
  const found: number[] = []
  for (const sign of text) {
    if (closers.includes(sign)) depth = Math.max(0, depth - 1)
    for (let unit = 0; unit < sign.length; unit++) found.push(depth)
    if (openers.includes(sign)) depth += 1
  }
  return found
}

/** Whether every bracket and quotation mark of a text is closed in it. */
export function isBalanced(text: string): boolean {
  const open: string[] = []
  for (const sign of text) {
    if (openers.includes(sign)) open.push(closers[openers.indexOf(sign)]!)
    else if (closers.includes(sign) && open.pop() !== sign) return false
  }
  return open.length === 0
}

export const stretch = (text: string, start: number, end: number): Stretch => {
  let [from, to] = [start, end]
  while (from < to && /\s/u.test(text[from]!)) from++
  while (to > from && /\s/u.test(text[to - 1]!)) to--
  return { start: from, end: to, text: text.slice(from, to) }
}

/** Cuts a stretch outside of brackets wherever a sign matches; empty parts are left out. */
export function cut(
  text: string,
  depth: number[],
  { start, end }: Pick<Stretch, 'start' | 'end'>,
  sign: RegExp,
): Stretch[] {
  const found: Stretch[] = []
  let from = start
  for (let at = start; at < end; at++) {
    if (depth[at] !== 0 || !sign.test(text[at]!) || isWithinNumber(text, at)) continue
    found.push(stretch(text, from, at))
    from = at + 1
  }
  found.push(stretch(text, from, end))
  return found.filter((part) => part.text !== '')
}

/** 1,200 and 10:30 are one. */
const isWithinNumber = (text: string, at: number): boolean =>
  /[,.:：，]/u.test(text[at]!) && /\d/u.test(text[at - 1] ?? '') && /\d/u.test(text[at + 1] ?? '')

function segmentsOf(text: string, depth: number[], whole: Stretch): Segment[] {
  return cut(text, depth, whole, /[；;]/u).map((segment) => ({
    ...segment,
    chunks: cut(text, depth, segment, /[，,]/u),
  }))
}

/** Splits what stands from `start` on into sentences, in order. A line break ends one too. */
export function splitSentences(text: string, start = 0): Sentence[] {
  const depth = depths(text)
  return cut(text, depth, { start, end: text.length }, /[。！？\n]/u).map((sentence) => {
    const [label, ...rest] = cut(text, depth, sentence, /[：:]/u)
    const body = rest.length === 1 ? stretch(text, rest[0]!.start, sentence.end) : sentence
    return { ...sentence, ...(rest.length === 1 && { label: label! }), segments: segmentsOf(text, depth, body) }
  })
}
