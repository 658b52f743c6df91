import { createCipheriv, randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Document, Packer, Paragraph } from 'docx'
import { expect, onTestFinished, test } from 'vitest'
import { telegramAssistant } from '../../../support/telegram.ts'
import { openWeCom } from '../../../support/wecom/open-wecom.ts'

const assistant = await telegramAssistant()
const eventually = <Value>(value: () => Value) => expect.poll(value, { timeout: 30_000 })
const secret = randomBytes(32)
const key = secret.toString('base64').replace(/=$/u, '')

/** As WeCom keeps a file: filled up to a multiple of 32 bytes, and encrypted. */
function encrypted(bytes: Buffer): Buffer {
  const padding = 32 - (bytes.length % 32)
  const cipher = createCipheriv('aes-256-cbc', secret, secret.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([bytes, Buffer.alloc(padding, padding)])), cipher.final()])
}

/** Where a file is for some minutes. */
async function kept(body: Buffer, name?: string, status = 200): Promise<string> {
  const headers =
    name === undefined ? {} : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` }
  const server = createServer((_request, response) => void response.writeHead(status, headers).end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`
}

async function send(file: object, more: object = {}): Promise<string> {
  const { server } = await openWeCom(assistant)
  await eventually(() => server.subscribed.length).toBe(1)
  const request = server.message(`staff-${randomUUID()}`, { msgtype: 'file', file, ...more })
  await eventually(() => server.of(request)[0]?.body.stream?.finish).toBe(true)
  return server.of(request)[0]!.body.stream!.content
}

const text = Buffer.from('申报单位基本情况'.repeat(10))
const word = () =>
  Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('申报单位基本情况'.repeat(10))] }] }))

test.each([
  ['a text', async () => kept(encrypted(text), '申报书.txt'), '《申报书.txt》'],
  ['a text without its name', async () => kept(encrypted(text)), '字数检查'],
  ['a Word file', async () => kept(encrypted(await word()), '申报书.docx'), '《申报书.docx》'],
  ['a Word file without its name', async () => kept(encrypted(await word())), '字数检查'],
])('%s is held against the limits of the forms', async (_what, url, head) => {
  const said = await send({ url: await url(), aeskey: key })
  expect(said).toContain(head)
  expect(said).toContain('80字')
  expect(said).toContain('文件没有保存')
})

test.each([
  ['with another key', async () => kept(encrypted(text)), randomBytes(32).toString('base64'), '没有取到'],
  ['with a key that is none', async () => kept(encrypted(text)), 'k', '没有取到'],
  ['that is gone', async () => kept(Buffer.from('gone'), undefined, 404), key, '没有取到'],
  ['of a kind that holds no text', async () => kept(encrypted(randomBytes(64)), '照片.png'), key, '这个文件读不了'],
  ['that is too large', async () => kept(Buffer.alloc(20 * 1024 * 1024 + 64)), key, '最多20 MB'],
  ['with too much text', async () => kept(encrypted(Buffer.from('字'.repeat(210_000))), 'a.txt'), key, '最多20万字'],
])('a file %s is answered kindly', async (_what, url, aeskey, words) => {
  expect(await send({ url: await url(), aeskey })).toContain(words)
})

test('nothing of a file is kept', async () => {
  const rows = () => assistant.db.selectFrom('turn').select('id').execute()
  const before = (await rows()).length
  await send({ url: await kept(encrypted(text), '申报书.txt'), aeskey: key })
  expect(await rows()).toHaveLength(before)
})
