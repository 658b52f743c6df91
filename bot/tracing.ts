import type { Span } from '@opentelemetry/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hear } from '../services/happenings.ts'

/** Spans of requests, with what happens in them; sent to a collector. */
export type Tracing = {
  /** Traces the requests of an app; to be called before its routes are registered. */
  watch(app: FastifyInstance): void
  /** Sends what is left. */
  close(): Promise<void>
}

/**
 * Starts OpenTelemetry's SDK, which is read in only here. A trace that a request brings along (`traceparent`) is gone on with.
 * Spans name methods, routes, channels and endings: no address, no query, no word of anybody.
 *
 * @param endpoint Of a collector, OTLP over HTTP, without `/v1/traces`.
 */
export async function startTracing(endpoint: string, version: string): Promise<Tracing> {
  const [api, { AsyncLocalStorageContextManager }, core, otlp, { resourceFromAttributes }, sdk] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/context-async-hooks'),
    import('@opentelemetry/core'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
  ])
  const exporter = new otlp.OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'zhixun', 'service.version': version }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  })
  const contexts = new AsyncLocalStorageContextManager().enable()
  const propagator = new core.W3CTraceContextPropagator()
  api.context.setGlobalContextManager(contexts)
  const tracer = provider.getTracer('zhixun', version)
  const spans = new WeakMap<FastifyRequest, Span>()

  function watch(app: FastifyInstance): void {
    app.addHook('onRequest', (request, _reply, done) => {
      const parent = propagator.extract(api.ROOT_CONTEXT, request.headers, api.defaultTextMapGetter)
      const route = request.routeOptions.url ?? 'unknown'
      const attributes = { 'http.request.method': request.method, 'http.route': route }
      const span = tracer.startSpan(`${request.method} ${route}`, { kind: api.SpanKind.SERVER, attributes }, parent)
      spans.set(request, span)
      api.context.with(api.trace.setSpan(parent, span), done)
    })
    app.addHook('onResponse', async (request, { statusCode }) => {
      const span = spans.get(request)
      span?.setAttribute('http.response.status_code', statusCode)
      if (statusCode >= 500) span?.setStatus({ code: api.SpanStatusCode.ERROR })
      span?.end()
    })
  }
  /** What has just ended becomes a span below whatever it happened in. */
  function note(name: string, ms: number, attributes: Record<string, string | number>): void {
    const endTime = Date.now()
    tracer.startSpan(name, { startTime: endTime - ms, attributes }).end(endTime)
  }
  const stop = [
    hear('turn', ({ channel, status, ms }) => note('turn', ms, { channel, status })),
    hear('modelCall', ({ outcome, tokens, ms }) => note('model call', ms, { outcome, tokens })),
    hear('work', ({ task, isDone, ms }) => isDone || note(`background ${task}`, ms, { task, failed: 1 })),
  ]
  async function close(): Promise<void> {
    for (const end of stop) end()
    await provider.shutdown().catch(() => undefined)
    api.context.disable()
  }
  return { watch, close }
}
