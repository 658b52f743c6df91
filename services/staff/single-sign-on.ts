import type { ClientAuth, Configuration } from 'openid-client'
import { readIdentity, type Identity, type RoleMapping } from './read-identity.ts'

export type SingleSignOnOptions = RoleMapping & {
  /** Where the provider describes itself, at `/.well-known/openid-configuration`. */
  issuer: string
  clientId: string
  /** A client without one proves itself by PKCE alone. */
  clientSecret?: string | undefined
  /** What is asked for, separated by spaces, `openid` among it. */
  scope: string
  /** Where people come back to; the provider has to know it. */
  returnTo: string
}

/** What the browser keeps until it comes back: all three are drawn anew each time, and fit one answer. */
export type Departure = { state: string; nonce: string; verifier: string }

export type SingleSignOn = {
  /** Whether people come back over https. */
  isOverHttps: boolean
  /** Where to send somebody who wants to sign in. @throws {Unreachable} */
  begin(): Promise<{ address: string; departure: Departure }>
  /** Who came back, by the provider's word. @throws {Unreachable} or an error when the answer isn't one to this departure. */
  finish(query: string, departure: Departure): Promise<Identity>
}

/** The provider does not answer. */
export class Unreachable extends Error {}

const timeoutSeconds = 5

const isLoopback = (address: string): boolean => ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(address).hostname)

const takesPost = (methods: string[] | undefined): boolean => methods?.includes('client_secret_post') === true

/** Signs people in at a provider of OpenID Connect: code flow with PKCE, state and nonce. It is asked when it is first needed. */
export function openSingleSignOn(options: SingleSignOnOptions): SingleSignOn {
  const { issuer, clientId, clientSecret, scope, returnTo } = options
  let found: Promise<Configuration> | undefined

  async function discover(): Promise<Configuration> {
    const oidc = await import('openid-client')
    // The signature of an ID token is checked too, though it comes over a connection of our own.
    const execute = [oidc.enableNonRepudiationChecks, ...(isLoopback(issuer) ? [oidc.allowInsecureRequests] : [])]
    const settings = { execute, timeout: timeoutSeconds }
    const post = clientSecret === undefined ? oidc.None() : oidc.ClientSecretPost(clientSecret)
    const basic = clientSecret === undefined ? post : oidc.ClientSecretBasic(clientSecret)
    // Where a provider doesn't say what it takes, it takes the latter (OpenID Connect Discovery 1.0, 3).
    const prove: ClientAuth = (server, ...rest) =>
      (takesPost(server.token_endpoint_auth_methods_supported) ? post : basic)(server, ...rest)
    return oidc.discovery(new URL(issuer), clientId, undefined, prove, settings)
  }

  async function provider(): Promise<Configuration> {
    found ??= discover()
    try {
      return await found
    } catch (error) {
      found = undefined
      throw new Unreachable('the provider cannot be asked', { cause: error })
    }
  }

  return {
    isOverHttps: returnTo.startsWith('https://'),

    async begin() {
      const configuration = await provider()
      const oidc = await import('openid-client')
      const departure = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      }
      const address = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: returnTo,
        scope,
        state: departure.state,
        nonce: departure.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(departure.verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, departure }
    },

    async finish(query, { state, nonce, verifier }) {
      const configuration = await provider()
      const oidc = await import('openid-client')
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${returnTo}?${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()!
      const said = { ...claims } as Record<string, unknown>
      // Many keep names and groups out of the token.
      if (configuration.serverMetadata().userinfo_endpoint !== undefined)
        Object.assign(said, await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub))
      return readIdentity({ ...said, iss: claims.iss, sub: claims.sub }, options)
    },
  }
}
