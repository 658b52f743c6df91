import { expect, test } from 'vitest'
import { readHtml } from '../../../knowledge/importing/read-html.ts'

const read = (html: string) => readHtml(Buffer.from(`<html><body>${html}</body></html>`)).text.split('\n')

const cases: [string, string, string[]][] = [
  [
    'paragraphs and line breaks',
    '<p>一、对象</p><p>本市<b>三级</b>以上<br>医疗机构</p>',
    ['一、对象', '本市三级以上', '医疗机构'],
  ],
  ['white space of the source', '<p>\n  本市&nbsp;&nbsp;医疗\n</p>', ['本市 医疗']],
  ['ordered lists', '<ol><li>甲</li><li><p>乙</p><ol><li>丙</li></ol></li></ol>', ['1.甲', '2.乙', '（1）丙']],
  [
    'lists that start later',
    '<ol start="3"><li>甲</li><li value="7">乙</li><li>丙</li></ol>',
    ['3.甲', '7.乙', '8.丙'],
  ],
  ['lists numbered by hand', '<ol><li>（一）甲</li><li>（二）乙</li></ol>', ['（一）甲', '（二）乙']],
  ['unordered lists', '<ul><li>甲</li><li>乙</li></ul>', ['甲', '乙']],
  [
    'merged cells',
    '<table><tr><th>项目</th><th>序号</th><th>单位</th></tr><tr><td rowspan="2">中心</td><td>1</td><td>甲</td></tr><tr><td>2</td><td>乙</td></tr><tr><td colspan="2">合计</td><td>2</td></tr></table>',
    ['项目\t|序号\t|单位', '中心\t|1\t|甲', '中心\t|2\t|乙', '合计\t\t|2'],
  ],
  [
    'the title row of a table',
    '<table><tr><td colspan="2">单位名单</td></tr><tr><td>序号</td><td>单位</td></tr><tr><td>1</td><td>甲</td></tr></table>',
    ['单位名单', '序号\t|单位', '1\t|甲'],
  ],
  [
    'columns that only the layout needs',
    '<table><tr><td>病种</td><td>职工</td><td colspan="2">居民</td></tr><tr><td>甲</td><td>200元</td><td colspan="2">50元</td></tr>' +
      '<tr><td>乙</td><td colspan="2">18元</td><td>14元</td></tr><tr><td>丙</td><td colspan="3">无</td></tr></table>',
    ['病种\t|职工\t|居民', '甲\t|200元\t|50元', '乙\t|18元\t|14元', '丙\t|无\t'],
  ],
  [
    'raised and lowered numbers',
    '<p>≥10<sup>5</sup>、60m<sup> 2 </sup>、CO<sub>2</sub>、10<sup>-3</sup>，见注<sup>[1]</sup></p>',
    ['≥10⁵、60m²、CO₂、10⁻³，见注[1]'],
  ],
  ['a table of the layout', '<table><tr><td><p>一、对象</p><p>医院</p></td></tr></table>', ['一、对象', '医院']],
  [
    'a table within one',
    '<table><tr><td>左</td><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>',
    ['左', '甲\t|乙'],
  ],
  ['what is hidden', '<p>甲<span style="display: none">密</span></p><p hidden>乙</p><script>x()</script>', ['甲']],
  ['preformatted text', '<pre>一、对象\n医院</pre>', ['一、对象', '医院']],
]

test.each(cases)('%s', (_, html, lines) => expect(read(html)).toEqual(lines))

test('the article is what holds most of the text, wherever a site keeps it', () => {
  const article = '<p>一、申报对象</p><p>本市三级以上医疗机构，以及在本市开展医疗服务的其他单位，均可以申报本项目。</p>'
  const around = '<div class="menu"><a href="/">首页</a> <a href="/zw">政务公开信息公开指南</a></div>'
  for (const keep of [`<div id="zoom">${article}</div>`, `<div><div class="any">${article}</div></div>`]) {
    expect(read(`${around}${keep}<div class="share">分享</div>`)).toEqual([
      '一、申报对象',
      '本市三级以上医疗机构，以及在本市开展医疗服务的其他单位，均可以申报本项目。',
    ])
  }
})

test('a page that holds the article once more, out of sight, is read without what surrounds it', () => {
  const lines = [
    '一、申报对象',
    ...Array.from({ length: 3 }, (_, at) => `本市第${at}类医疗机构，以及在本市开展医疗服务的其他单位，均可以申报。`),
  ]
  const article = lines.map((line) => `<p>${line}</p>`).join('')
  const page = `<body style="visibility: hidden"><div>用户登录</div><div><div>${article}</div><p>分享到</p></div><div style="display:none;">${article}</div></body>`
  expect(read(page)).toEqual(lines)
  expect(read(`<body style="visibility: hidden">${article}</body>`)).toEqual(lines)
})

test('a title that only the head of the page has is put before the text', () => {
  const text = '一、申报对象：本市三级以上医疗机构，二、申报条件：有效发明专利三十件以上。'
  const page = `<html><head><title>关于申报运营中心的通知 - 知识产权局</title></head><body><p>${text}</p></body></html>`
  expect(readHtml(Buffer.from(page)).text.split('\n')).toEqual(['关于申报运营中心的通知', text])
})

test('a line below the title that tells number, office and day side by side is the page’s, and is read', () => {
  const page = `<html><body><h1>石桥区创新平台奖补申请指南</h1><p>石科发〔2026〕21号 | 石桥区科学技术局 | 2026-11-12 | 阅读：358</p>
<p>第一条　申请单位应当在本区登记注册。</p><p>第二条　申请时间为2026年12月1日至12月31日。</p><p>咨询电话：029-33334444</p></body></html>`
  const { text, hints } = readHtml(Buffer.from(page))
  expect(hints).toMatchObject({
    documentNumber: '石科发〔2026〕21号',
    issuer: '石桥区科学技术局',
    issued: '2026-11-12',
  })
  expect(text).not.toContain('阅读')
  expect(text).toContain('咨询电话：029-33334444')
})
