import type { FastifyServerOptions } from 'fastify'
import type { AppOptions } from './app-options.ts'

type LoggedError = { type: string; message: ''; stack: string; code?: unknown; cause?: LoggedError }

/** What is logged of an error: where it arose, never its message, which may quote a person or the database. */
function errorWithoutWords(error: Error): LoggedError {
  const { code } = error as { code?: unknown }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: '',
    stack: frames.join('\n'),
    ...(code !== undefined && { code }),
    ...(error.cause instanceof Error && { cause: errorWithoutWords(error.cause) }),
  }
}

type LoggedRequest = { method?: string; routeOptions?: { url?: string } }

const serializers = {
  err: errorWithoutWords,
  req: ({ method, routeOptions }: LoggedRequest) => ({ method, route: routeOptions?.url }),
  res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }),
}

/** Log lines without addresses, queries, bodies and words of errors. */
export function loggerTo(log: AppOptions['log']): FastifyServerOptions['logger'] {
  return log === false ? false : { serializers, ...(log && { stream: log }) }
}
