import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../../bot/app.ts'
import { purgeShared } from '../../../services/conversations/shared-interviews.ts'
import { newToken } from '../../../services/colleagues/link-token.ts'
import { answer, askFor, ownerPageOf, sendForm, visit } from '../../support/colleagues.ts'
import { realApp } from '../../support/real-app.ts'
import { talk } from '../../services/interview/interview-talk.ts'

const app = await realApp()
const { say, assistant } = app
const { db } = assistant
const fact = 'validInventionPatents'

async function asked() {
  const one = await talk(say, '/check medical-center-2025')
  const page = ownerPageOf(app, await say('/ask', one.conversation))
  return { one, page, ...(await askFor(page, '专利管理', [fact])) }
}

const tokenOf = (url: string) => url.slice(url.lastIndexOf('/') + 1)
const everything = async () =>
  JSON.stringify(
    await Promise.all(
      ['share_link', 'turn', 'reply', 'delivery', 'shared_interview', 'conversation'].map(async (table) =>
        sql`select * from ${sql.table(table)}`.execute(db).then(({ rows }) => rows),
      ),
    ),
  )

test('secrets are 28 of 31 signs, no two alike, and stand nowhere in the database nor in the log', async () => {
  const { page, link } = await asked()
  for (const url of [page, link]) expect(tokenOf(url)).toMatch(/^[ABCDEFGHJKMNPQRSTUVWXYZ23456789]{28}$/u)
  expect(31n ** 28n > 2n ** 128n).toBe(true)
  expect(tokenOf(page)).not.toBe(tokenOf(link))
  await visit(link)
  const kept = await everything()
  expect(kept.match(/token_hash/gu)?.length).toBeGreaterThan(1)
  for (const url of [page, link]) {
    expect(kept).not.toContain(tokenOf(url))
    expect(app.log.join('')).not.toContain(tokenOf(url))
  }
})

test('the owner’s page gives the links again on every device; a new one ends the one before', async () => {
  const { one, page, link, id } = await asked()
  expect((await visit(page)).html).toContain(link)
  const code = (await one.say('/code')).text.match(/[A-Z0-9]{4}-[A-Z0-9]{4}/u)![0]
  const elsewhere = await talk(say, `/resume ${code}`)
  const other = ownerPageOf(app, await say('/ask', elsewhere.conversation))
  expect(other).not.toBe(page)
  expect((await visit(other)).html).toContain(link)
  const renewed = await sendForm(other, [
    ['do', 'renew'],
    ['id', id],
  ])
  const next = new RegExp(`id="link-${id}" value="([^"]+)"`, 'u').exec(renewed.html)![1]!
  expect((await visit(link)).status).toBe(404)
  expect((await visit(next)).status).toBe(200)
  expect((await visit(page)).html).toContain(next)
})

test('a link that was made with another key is not shown, works, and gives way to a new one', async () => {
  const { page, link, id } = await asked()
  const { db: _, ...colleagues } = assistant.services.colleagues!
  const services = { ...assistant.services, colleagues: { db, known: colleagues.known, key: 'another' } }
  const moved = buildApp(services, { log: false })
  onTestFinished(() => moved.close())
  const shown = await moved.inject({ url: new URL(page).pathname })
  expect(shown.body).not.toContain(tokenOf(link))
  expect(shown.body).toContain('换一个新链接')
  expect((await moved.inject({ url: new URL(link).pathname })).statusCode).toBe(200)
  expect(shown.body).toContain(id)
})

test('pages are kept by nobody on the way and tell nobody where they stand', async () => {
  const { page, link } = await asked()
  for (const url of [page, link]) {
    const { headers } = await fetch(url)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  }
})

describe('a link leads nowhere, and says so kindly', () => {
  test('once it is taken back; what was answered stays', async () => {
    const { page, link, id } = await asked()
    await answer(link, fact, '120件')
    await sendForm(page, [
      ['do', 'revoke'],
      ['id', id],
    ])
    const gone = await visit(link)
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('已经收回')
    expect((await answer(link, fact, '7件')).status).toBe(410)
    expect((await visit(page)).text).toContain('120件')
  })

  test('when nobody has used it for thirty days, while its check is used', async () => {
    const { page, link, id } = await asked()
    await sql`update share_link set used_at = now() - interval '31 days' where id = ${id}`.execute(db)
    const gone = await visit(link)
    expect([gone.status, gone.text]).toEqual([410, expect.stringContaining('30天没有用')])
    expect((await answer(link, fact, '7件')).status).toBe(410)
    expect((await visit(page)).text).toContain('已失效')
    const renewed = await sendForm(page, [
      ['do', 'renew'],
      ['id', id],
    ])
    const next = new RegExp(`id="link-${id}" value="([^"]+)"`, 'u').exec(renewed.html)![1]!
    expect((await visit(next)).status).toBe(200)
  })

  test('but looking at it counts as use, of the check too', async () => {
    const { link, id } = await asked()
    await sql`update share_link set used_at = now() - interval '29 days' where id = ${id}`.execute(db)
    await sql`update shared_interview set updated_at = now() - interval '29 days'
      where code = (select code from share_link where id = ${id})`.execute(db)
    expect((await visit(link)).status).toBe(200)
    const { rows } = await sql<{ fresh: boolean }>`
      select l.used_at > now() - interval '1 minute' and i.updated_at > now() - interval '1 minute' as fresh
      from share_link l join shared_interview i on i.code = l.code where l.id = ${id}`.execute(db)
    expect(rows).toEqual([{ fresh: true }])
  })

  test('once the owner deletes the conversation: all links end, and nothing of them stays', async () => {
    const { one, page, link, id } = await asked()
    await answer(link, fact, '120件', '清单在我这里')
    await one.say('/delete')
    expect([(await visit(link)).status, (await visit(page)).status]).toEqual([404, 404])
    const left = await sql`select from share_link l left join colleague_answer a on a.link = l.id
      where l.id = ${id} or a.link = ${id}`.execute(db)
    expect(left.rows).toEqual([])
  })

  test('once its check is purged', async () => {
    const { link, id } = await asked()
    await sql`update shared_interview set updated_at = now() - interval '31 days'
      where code = (select code from share_link where id = ${id})`.execute(db)
    await purgeShared(db)
    expect((await visit(link)).status).toBe(404)
  })

  test.each(['ABC', 'A'.repeat(28), 'A'.repeat(5000), '%00', '..%2f..', '用'.repeat(28), "'; drop table share_link--"])(
    'with a secret that is none: %s',
    async (token) => {
      for (const kind of ['answer', 'together']) {
        expect([400, 404, 414]).toContain((await visit(`${app.url}/${kind}/${token}`)).status)
      }
    },
  )
})

test('a colleague’s secret opens no owner’s page, nor an owner’s the colleague’s', async () => {
  const { page, link } = await asked()
  expect((await visit(`${app.url}/together/${tokenOf(link)}`)).status).toBe(404)
  expect((await visit(`${app.url}/answer/${tokenOf(page)}`)).status).toBe(404)
})

test('a colleague answers no question but their own, whatever the form says', async () => {
  const { page, link } = await asked()
  await answer(link, 'incomeSince2023Wan', '900万元')
  await answer(link, '__proto__', '1')
  expect((await visit(page)).text).not.toContain('900')
})

test('an owner takes back and settles nothing of another check', async () => {
  const [mine, theirs] = [await asked(), await asked()]
  await sendForm(mine.page, [
    ['do', 'revoke'],
    ['id', theirs.id],
  ])
  expect((await visit(theirs.link)).status).toBe(200)
})

test('a form sent twice asks once, and one question more or less of others is none', async () => {
  const { page, id } = await asked()
  const fields: [string, string][] = [
    ['do', 'ask'],
    ['id', id],
    ['role', '专利管理'],
    ['fact', fact],
  ]
  await sendForm(page, fields)
  await sendForm(page, fields)
  expect((await visit(page)).html.match(/id="c-/gu)).toHaveLength(1)
})

test('what is typed into the field for a code finds its page, however it is written', async () => {
  const { link } = await asked()
  const code = tokenOf(link)
    .toLowerCase()
    .replace(/.{4}(?!$)/gu, '$&-')
  const found = await sendForm(`${app.url}/answer`, [['code', ` ${code} `]])
  expect(found.url).toBe(link)
  expect((await sendForm(`${app.url}/answer`, [['code', '123']])).status).toBe(400)
})

test('whoever tries many secrets is slowed down', async () => {
  const guarded = buildApp(assistant.services, { log: false, unlimitedAddresses: [], turnsPerMinute: 5 })
  onTestFinished(() => guarded.close())
  const statuses = []
  for (let tries = 0; tries < 8; tries += 1)
    statuses.push((await guarded.inject({ url: `/answer/${newToken()}` })).statusCode)
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429, 429])
})

test('whatever is sent that is no form changes nothing and breaks nothing', async () => {
  const { page, link } = await asked()
  for (const url of [page, link, `${app.url}/answer`, `${app.url}/together`]) {
    expect((await fetch(url, { method: 'POST' })).status).toBeLessThan(500)
    const body = JSON.stringify({ do: 'revoke' })
    const sent = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect(sent.status).toBe(415)
  }
  expect(
    (
      await sendForm(link, [
        ['fact', '\0'],
        ['answer', '\u{d800}\0'],
        ['remark', '\0'],
      ])
    ).status,
  ).toBe(200)
  expect((await visit(link)).status).toBe(200)
})
