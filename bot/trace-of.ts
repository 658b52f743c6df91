import type { IncomingHttpHeaders } from 'node:http'

/** The trace that a request belongs to, where it says so as W3C's Trace Context has it: for its line in the log. */
export function traceOf({ traceparent }: IncomingHttpHeaders): { trace?: string } {
  const [, trace] = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}/.exec(String(traceparent)) ?? []
  return trace === undefined ? {} : { trace }
}
