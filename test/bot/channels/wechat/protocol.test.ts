import { describe, expect, test } from 'vitest'
import { telegramAssistant } from '../../../support/telegram.ts'
import { OfficialAccount, setup, xmlOf } from '../../../support/wechat/official-account.ts'
import { openWeChat } from '../../../support/wechat/wechat.ts'

const assistant = await telegramAssistant()
const post = (address: string, body: string) =>
  fetch(address, { method: 'POST', headers: { 'content-type': 'text/xml' }, body })
const text = (content: string) =>
  xmlOf({ ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: 1, MsgType: 'text', Content: content, MsgId: '1' })

describe('the address is verified by its signature', () => {
  test('the right one is answered with echostr as it came', async () => {
    const { account } = await openWeChat(assistant)
    const response = await account.verify('5838479218127813673<b>')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(await response.text()).toBe('5838479218127813673<b>')
  })

  const wrong: [string, (address: URL) => void][] = [
    ['none', ({ searchParams }) => searchParams.delete('signature')],
    ['another', ({ searchParams }) => searchParams.set('signature', '0'.repeat(40))],
    ['one for another moment', ({ searchParams }) => searchParams.set('timestamp', '1795276800')],
    ['one for another nonce', ({ searchParams }) => searchParams.set('nonce', '7')],
    ['two', ({ searchParams }) => searchParams.append('signature', 'x')],
  ]
  test.each(wrong)('%s is refused, for a message too', async (_what, change) => {
    const { account } = await openWeChat(assistant, { isPlain: true })
    const address = new URL(account.address({ echostr: 'x' }))
    change(address)
    expect((await fetch(address)).status).toBe(401)
    expect((await post(address.href, text('/help'))).status).toBe(401)
  })

  test('one of an hour ago is refused, and whoever runs it reads of the clock once', async () => {
    const { account, told } = await openWeChat(assistant, { isPlain: true })
    const old = account.address({}, Math.floor(Date.now() / 1000) - 3600)
    for (const address of [old, old]) expect((await post(address, text('/help'))).status).toBe(401)
    expect(told.filter((line) => line.includes('相差60分钟'))).toHaveLength(1)
  })
})

describe('the mode', () => {
  test('with a key messages come and go encrypted', async () => {
    const { account, told } = await openWeChat(assistant)
    expect(await account.person().say('/help')).toContain('我是知询')
    expect(told).toEqual(['微信公众号 /wechat（安全模式）'])
  })

  test('without a key they are plain, and whoever runs it is warned', async () => {
    const { account, told } = await openWeChat(assistant, { isPlain: true })
    expect(await account.person().say('/help')).toContain('我是知询')
    expect(told.join()).toContain('没有设 WECHAT_AES_KEY')
  })

  test('with a key a plain message is refused, and whoever runs it reads why, once', async () => {
    const { account, told } = await openWeChat(assistant)
    for (const body of [text('/help'), text('/help')]) expect((await post(account.address(), body)).status).toBe(401)
    expect((await post(account.address({ encrypt_type: 'aes', msg_signature: 'x' }), text('/help'))).status).toBe(401)
    expect(told.filter((line) => line.includes('明文消息'))).toHaveLength(1)
  })

  test('without a key an encrypted message is refused, and whoever runs it reads why', async () => {
    const { account, url, told } = await openWeChat(assistant, { isPlain: true })
    expect(
      await new OfficialAccount(url, { ...setup, ...account.setup, aesKey: setup.aesKey }).post(text('/help')),
    ).toMatch('401')
    expect(told.join()).toContain('送来的是加密消息')
  })

  const keys: [string, Partial<typeof setup>][] = [
    ['another key', { aesKey: 'Z'.repeat(43) }],
    ['another account', { appId: 'wxffffffffffffffff' }],
  ]
  test.each(keys)('a message under %s is refused', async (_what, change) => {
    const { url, told } = await openWeChat(assistant)
    expect(await new OfficialAccount(url, { ...setup, ...change }).post(text('/help'))).toMatch('401')
    expect(told.join()).toContain('解不开')
  })

  test('an encrypted message whose own signature is wrong is refused', async () => {
    const { account } = await openWeChat(assistant)
    const body = xmlOf({ ToUserName: 'gh_1', Encrypt: 'AAAAAAAAAAAAAAAAAAAAAA==' })
    for (const address of [
      account.address({ encrypt_type: 'aes' }),
      account.address({ encrypt_type: 'aes', msg_signature: '0'.repeat(40) }),
    ])
      expect((await post(address, body)).status).toBe(401)
  })
})

describe('what is no message is refused', () => {
  const bodies: [string, string, number][] = [
    ['nothing', '', 400],
    ['JSON', '{"ToUserName": "gh_1"}', 400],
    ['another document', text('/help').replaceAll('xml>', 'message>'), 400],
    ['a message from nobody', xmlOf({ ToUserName: 'gh_1', MsgType: 'text', Content: '/help' }), 400],
    ['a document type', `<!DOCTYPE xml>${text('/help')}`, 400],
    ['an entity that reads a file', `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${text('&f;')}`, 400],
    ['entities within entities', `<!DOCTYPE x [<!ENTITY a "${'&b;'.repeat(50)}">]>${text('/help')}`, 400],
    ['a document type in small letters', `<!doctype x>${text('/help')}`, 400],
    ['an instruction', `<?php echo 1 ?>${text('/help')}`, 400],
    ['more than 64 kB', text('长'.repeat(30_000)), 413],
  ]
  test.each(bodies)('%s', async (_what, body, status) => {
    const { account } = await openWeChat(assistant, { isPlain: true })
    const response = await post(account.address(), body)
    expect(response.status).toBe(status)
    expect(await response.text()).not.toContain('root:')
  })

  test('an entity that nobody declared stays the characters it is written with', async () => {
    const { account } = await openWeChat(assistant, { isPlain: true })
    const body = xmlOf({ ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: 1, MsgType: 'text', MsgId: '9' })
    const response = await post(account.address(), body.replace('</xml>', '<Content>&f;&lt;100件&gt;</Content></xml>'))
    expect(response.status).toBe(200)
  })

  test('elements ten thousand deep are no message, and the next one is answered', async () => {
    const { account } = await openWeChat(assistant, { isPlain: true })
    const deep = `<xml>${'<a>'.repeat(10_000)}`
    expect((await post(account.address(), deep)).status).toBe(400)
    expect(await account.person().say('/help')).toContain('我是知询')
  })
})

test('nothing of what people write, and nobody, is in the log', async () => {
  const { account, log } = await openWeChat(assistant)
  const person = account.person()
  await person.say('我的手机13812345678能申报吗')
  expect(log.join('')).toContain('/wechat')
  expect(log.join('')).not.toMatch(new RegExp(`13812345678|${person.openid}|signature`))
})
