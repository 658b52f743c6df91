const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The lines of a text as paragraphs and tables of HTML. */
export function htmlOf(lines: string[]): string {
  return lines
    .map((line) => {
      if (!line.includes('\t')) return `<p style="text-indent:2em">${escape(line)}</p>`
      const cells = line.split('\t').map((text) => `<td><p>${escape(text)}</p></td>`)
      return `<table><tr>${cells.join('')}</tr></table>`
    })
    .join('\n')
    .replaceAll(/<\/table>\s*<table>/gu, '')
}

/** A page of an office's site: menu, way, title, article, attachments and imprint around it. */
export function pageOf(title: string, article: string, charset: string): string {
  return `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}">
<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2026-03-17 09:30">
<meta name="ContentSource" content="申江区科学技术委员会"><title>${title}_申江区人民政府</title>
<style>p { margin: 0 }</style><script>var hits = 3; document.write('<p>推荐阅读：关于举办科技节的通知</p>')</script></head>
<body><div id="top"><ul class="menu"><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li>
<li><a href="/gsgg">公示公告</a></li></ul></div>
<div class="location">当前位置：<a href="/">首页</a> &gt; <a href="/gsgg">公示公告</a></div>
<div id="wrap"><div class="xxgk"><h1>${title}</h1><div class="article-con">${article}</div></div></div>
<div class="related"><a href="/1">关于举办申江区科技节的通知</a></div>
<footer><p>版权所有：申江区人民政府办公室　沪ICP备00000000号</p><p>网站地图 | 联系我们</p></footer></body></html>`
}

/** A text in GBK. */
export function encodeGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk')
  const codes = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0)
      const pair = code < 0x80 ? [code] : codes.get(character)
      if (!pair) throw new Error(`${character} is not in GBK`)
      return pair
    }),
  )
}
