import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What a provider may get wrong, or somebody between may change. */
export type Spoilt = 'nonce' | 'issuer' | 'audience' | 'expired' | 'signature' | 'other person at userinfo'

export type Provider = {
  issuer: string
  /** Who sits before the browser: the claims that the provider has of them. */
  person: Record<string, unknown> & { sub: string }
  /** Claims that only userinfo tells. */
  outsideToken: Record<string, unknown>
  spoil: Spoilt | undefined
  isDown: boolean
  /** How many codes were exchanged for tokens. */
  exchanged: number
  close(): Promise<void>
}

export const client = { id: 'zhixun', secret: 'a secret of the tests' }

type Asked = { challenge: string; nonce: string; returnTo: string }

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const others = generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function signed(claims: object, key: typeof keys.privateKey): string {
  const head = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`
  return `${head}.${sign('sha256', Buffer.from(head), key).toString('base64url')}`
}

function send(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** A provider of OpenID Connect on this machine: code flow, PKCE, one client that proves itself by its secret. */
export async function startProvider(): Promise<Provider> {
  const codes = new Map<string, Asked>()
  const tokens = new Set<string>()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Another site than the console of the tests, to a browser.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const provider: Provider = {
    issuer,
    person: { sub: 'nobody' },
    outsideToken: {},
    spoil: undefined,
    isDown: false,
    exchanged: 0,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }

  const metadata = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, issuer)
    if (provider.isDown) return void request.destroy()
    if (pathname === '/.well-known/openid-configuration') return send(response, metadata)
    if (pathname === '/keys') {
      return send(response, { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }] })
    }
    if (pathname === '/authorize') return authorize(request, searchParams, response)
    if (pathname === '/token') return exchange(request, new URLSearchParams(await text(request)), response)
    if (!tokens.has(request.headers.authorization?.replace('Bearer ', '') ?? '')) return send(response, {}, 401)
    const sub = provider.spoil === 'other person at userinfo' ? 'somebody else' : provider.person.sub
    send(response, { ...provider.person, ...provider.outsideToken, sub })
  }

  function authorize({ headers }: IncomingMessage, asked: URLSearchParams, response: ServerResponse): void {
    const of = (name: string) => asked.get(name) ?? ''
    const isWhole =
      of('client_id') === client.id && of('response_type') === 'code' && of('code_challenge_method') === 'S256'
    if (!isWhole || !of('scope').split(' ').includes('openid')) return send(response, { error: 'invalid_request' }, 400)
    const code = randomUUID()
    codes.set(code, { challenge: of('code_challenge'), nonce: of('nonce'), returnTo: of('redirect_uri') })
    const back = new URL(of('redirect_uri'))
    back.search = new URLSearchParams({ code, state: of('state') }).toString()
    if (!headers.accept?.includes('text/html')) return void response.writeHead(303, { location: back.href }).end()
    // A person presses a button here: it is this site that leads back.
    const page = `<!doctype html><title>Provider</title><a href="${back.href.replaceAll('&', '&amp;')}">Continue</a>`
    response.writeHead(200, { 'content-type': 'text/html' }).end(page)
  }

  function exchange(request: IncomingMessage, body: URLSearchParams, response: ServerResponse): void {
    const code = body.get('code') ?? ''
    const asked = codes.get(code)
    codes.delete(code)
    const proof = [client.id, client.secret].map((one) => encodeURIComponent(one).replaceAll('%20', '+')).join(':')
    const isClient = request.headers.authorization === `Basic ${Buffer.from(proof).toString('base64')}`
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    if (!isClient) return send(response, { error: 'invalid_client' }, 401)
    if (asked?.challenge !== challenge || asked.returnTo !== body.get('redirect_uri'))
      return send(response, { error: 'invalid_grant' }, 400)
    provider.exchanged++
    const access_token = randomUUID()
    tokens.add(access_token)
    send(response, { access_token, token_type: 'Bearer', id_token: idToken(asked.nonce) })
  }

  function idToken(nonce: string): string {
    const { spoil, person } = provider
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      ...person,
      iss: spoil === 'issuer' ? 'https://elsewhere.example' : issuer,
      aud: spoil === 'audience' ? 'another client' : client.id,
      nonce: spoil === 'nonce' ? 'another' : nonce,
      iat: now,
      exp: spoil === 'expired' ? now - 600 : now + 300,
    }
    return signed(claims, spoil === 'signature' ? others.privateKey : keys.privateKey)
  }

  return provider
}
