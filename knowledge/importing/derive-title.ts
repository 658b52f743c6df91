import { cleanText, squeeze } from '../language/clean-text.ts'
import { namesNotice } from '../parsing/notice-words.ts'

/** Lines from the top among which a title is looked for. */
const reach = 40
const longestTitle = 120
/** What never belongs to a title: numbers, dates, addressees, sentences, the head of the page. */
const apart =
  /〔\d{4}〕|^\d{4}年|[：:。；;，,]$|文件$|^[-—–]?\d+[-—–]?$|^(?:索引号|发文|发布|来源|字号|成文|主题|信息|附件|首页|当前位置)/u
/** How a whole title begins; one that announces a document has the announcement before the document's name. */
const isWhole = (title: string): boolean => /^.{0,80}关于/u.test(title) || /^《(?!.*》的?通知$)/u.test(title)

/**
 * Finds the title of a notice: the line that ends as titles do, with the lines above it that it was broken over.
 *
 * @returns Without white space; undefined where no line is a title.
 */
export function deriveTitle(source: string): string | undefined {
  const lines = source
    .split('\n')
    .map((line) => squeeze(cleanText(line)))
    .filter((line) => line !== '')
    .slice(0, reach)
  const titles = lines.flatMap((line, at) => (isEnd(line) ? [joinUpwards(lines, at)] : []))
  const own = titles.filter((title) => !/解读$/u.test(title))
  return own.find(isWhole) ?? own[0] ?? titles[0]
}

const isEnd = (line: string): boolean => line.length <= longestTitle && !apart.test(line) && namesNotice(line)

/** The lines of a title that ends at `end`: upwards as far as to its 关于. */
function joinUpwards(lines: string[], end: number): string {
  let title = lines[end]!
  for (let at = end - 1; at >= Math.max(0, end - 4) && !isWhole(title); at--) {
    const line = lines[at]!
    if (apart.test(line) || isEnd(line) || line.length + title.length > longestTitle) break
    title = line + title
  }
  return isWhole(title) ? title : lines[end]!
}
