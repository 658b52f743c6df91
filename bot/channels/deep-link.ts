/** How a link or a QR code says what it is for: its kind, and the id of a programme, of a notice, or a code. */
const payloadForm = /^(?<kind>check|c|n|topic|r|resume)_(?<id>[A-Za-z0-9-]{1,60})$/
/** Telegram takes no more. */
const longestPayload = 64

const commands: Record<string, string> = {
  check: '/check',
  c: '/check',
  n: '/topic',
  topic: '/topic',
  r: '/resume',
  resume: '/resume',
}

/**
 * The message that a link or QR code stands for: `check_medical-center-2025` begins its self-check, `check` offers all of them,
 * `n_medical-2025` talks of a notice, `r_6C36-KJ2T` goes on with a self-check. Undefined for anything else.
 */
export function readDeepLink(payload: string): string | undefined {
  if (payload === 'check') return '/check'
  const { kind, id } = payloadForm.exec(payload)?.groups ?? {}
  return kind === undefined ? undefined : `${commands[kind]} ${id}`
}

/** The payload of a link for a programme, a notice or a code; the short kind where the long one doesn't fit. */
export function writeDeepLink(kind: 'check' | 'n' | 'resume' | (string & {}), id: string): string | undefined {
  const payload = [`${kind}_${id}`, `${kind[0]}_${id}`].find((one) => one.length <= longestPayload)
  return payload !== undefined && readDeepLink(payload) !== undefined ? payload : undefined
}
