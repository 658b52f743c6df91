import { z } from 'zod'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { mask, publicKeys } from '../../services/privacy/mask.ts'
import { shows } from '../support/secrets.ts'
import type { Figure } from './figure.ts'
import { readLines } from './read-lines.ts'

/** A text and what of it must not be kept; empty where it is harmless and stays as it is. */
const labelled = z.strictObject({ text: z.string(), secret: z.array(z.string()) })

/** The share of `all` for which something holds; 0 where there is none. */
const shareOf = <T>(all: readonly T[], holds: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(holds).length / all.length

/**
 * Masks the texts of a file and says what it made of them; those it made wrong are printed to the standard error output.
 *
 * @param file One `{"text", "secret": [stretch…]}` a line.
 * @returns Shares of 1: texts of which no secret survives, secrets that don't, harmless texts that were changed.
 * @throws {Error} Naming file and line, when one is malformed.
 */
export async function measureMasking(file: string): Promise<Figure[]> {
  const known = publicKeys(loadNotices().flatMap(({ clauses }) => clauses.map(({ text }) => text)))
  const texts = readLines(file, labelled).map(({ text, secret }) => {
    const masked = mask(text, (key) => known.has(key))
    return { text, masked, secret, shown: secret.filter((one) => shows(masked, one.trim())) }
  })
  const own = texts.filter(({ secret }) => secret.length > 0)
  const harmless = texts.filter(({ secret }) => secret.length === 0)
  for (const { text, masked, shown } of own)
    if (shown.length > 0) process.stderr.write(`kept ${shown.join('|')}: ${text} -> ${masked}\n`)
  for (const { text, masked } of harmless) if (text !== masked) process.stderr.write(`changed: ${text} -> ${masked}\n`)
  const secrets = own.flatMap(({ secret, shown }) => secret.map((one) => !shown.includes(one)))
  return [
    { name: 'masking: texts without anything secret left', value: shareOf(own, ({ shown }) => shown.length === 0) },
    { name: 'masking: secrets gone', value: shareOf(secrets, (isGone) => isGone) },
    { name: 'masking: harmless texts changed', value: shareOf(harmless, ({ text, masked }) => text !== masked) },
  ].map((figure) => ({ ...figure, unit: '' }))
}
