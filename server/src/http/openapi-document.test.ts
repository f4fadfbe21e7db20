import type { Express, Router } from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import type * as z from 'zod/mini'
import { OPERATIONS, type Operation } from './api-operations.ts'
import { appFixture, closeApps, type Answer } from './app-fixture.ts'
import { createHttpApp } from './create-http-app.ts'
import type { HttpContext } from './http-context.ts'
import { openapiPath } from './openapi-document.ts'

afterEach(closeApps)

type Layer = { route?: { path: string | string[]; stack: { method?: string }[] }; handle: Partial<Router> }

/** Every route that the app really has, below the router of the API with its prefix. */
function routesOf(app: Express | Router, prefix = ''): string[] {
  const stack = ('router' in app ? app.router.stack : app.stack) as readonly Layer[] // the part of Express that lists what was registered
  return stack.flatMap(({ route, handle }) => {
    if (route) return [route.path].flat().flatMap((path) => methodsOf(route.stack).map((method) => `${method} ${prefix}${path}`))
    if (!Array.isArray(handle.stack)) return []
    // The only router with a prefix is the API's; it holds the others.
    const nested = routesOf(handle as Router, prefix)
    return prefix === '' && nested.some((path) => path.endsWith(' /config')) ? routesOf(handle as Router, '/api') : nested
  })
}

const methodsOf = (stack: { method?: string }[]) => [...new Set(stack.flatMap(({ method }) => method ?? []))]

function operation(method: Operation['method'], path: string): Operation {
  const found = OPERATIONS.find((each) => each.method === method && each.path === path)
  if (!found) throw new Error(`${method} ${path} is not described`)
  return found
}

describe('the description of the API', () => {
  it('is served, and has an entry for each operation', async () => {
    const { ask } = await appFixture({ version: '1.2.3' })
    const { status, json } = await ask('/api/openapi.json')
    expect(status).toBe(200)
    expect(json).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } })
    for (const { method, path } of OPERATIONS) expect(json.paths[openapiPath(path)][method].responses).toBeDefined()
  })

  it('says of a request what the server checks', async () => {
    const { ask } = await appFixture()
    const { paths } = (await ask('/api/openapi.json')).json
    const schemaOf = (path: string) => paths[path].post.requestBody.content['application/json'].schema
    expect(schemaOf('/api/boards')).toMatchObject({
      required: ['template', 'locale'],
      properties: { title: { type: 'string', minLength: 1, maxLength: 120 }, locale: { enum: ['en', 'zh-CN'] } },
    })
    const commands = schemaOf('/api/boards/{id}/commands').oneOf.map(
      (each: { properties: { type: { const: string } } }) => each.properties.type.const,
    )
    expect(commands).toEqual(expect.arrayContaining(['set-phase', 'set-role', 'remove-person', 'set-entry']))
  })

  it('names exactly the routes that there are', () => {
    const settings = { clientDir: '.', version: '0.0.0', publicUrl: undefined, createKey: undefined, tldrawLicenseKey: undefined }
    // Nothing is asked of it: only its routes are read.
    const app = createHttpApp({ settings } as HttpContext)
    // Pages and licence texts are for people.
    const forPrograms = routesOf(app).filter((route) => /^\w+ \/(api\/|healthz|readyz|metrics)/.test(route))
    expect(forPrograms.sort()).toEqual(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort())
  })

  it('fits what the server answers', async () => {
    const { ask } = await appFixture()
    const fits = ({ status, json }: Answer, { answer, path }: Operation): void => {
      expect(status, path).toBe(answer.status)
      expect((answer.content as z.ZodMiniType).safeParse(json).error?.issues, path).toBeUndefined()
    }
    const made = await ask('/api/boards', { body: { template: 'dilemma-remedy', locale: 'en' } })
    fits(made, operation('post', '/api/boards'))
    const at = `/api/boards/${made.json.id}`
    const joined = await ask(`${at}/join`, { body: { key: made.json.keys.facilitator, name: 'Fang' } })
    fits(joined, operation('post', '/api/boards/:id/join'))
    const { token } = joined.json
    const byCode = await ask('/api/join', { body: { code: made.json.joinCode } })
    fits(byCode, operation('post', '/api/join'))
    const { agenda } = (await ask(at, { token })).json.session
    for (const command of [
      { type: 'set-timer', remainingMs: 1_000, running: false },
      { type: 'set-phase', phaseId: agenda[0].id },
      { type: 'set-role', id: byCode.json.participantId, role: 'viewer' },
    ]) {
      fits(await ask(`${at}/commands`, { token, body: command }), operation('post', '/api/boards/:id/commands'))
      fits(await ask(at, { token }), operation('get', '/api/boards/:id'))
    }
    fits(await ask(`${at}/links`, { token }), operation('get', '/api/boards/:id/links'))
    fits(await ask(`${at}/links/viewer/rotate`, { token, body: {} }), operation('post', '/api/boards/:id/links/:role/rotate'))
    const back = operation('post', '/api/boards/:id/people/:personId/return-link')
    fits(await ask(`${at}/people/${byCode.json.participantId}/return-link`, { token, body: {} }), back)
    for (const path of ['/api/templates', '/api/config', '/healthz', '/readyz']) fits(await ask(path), operation('get', path))
    expect((await ask(at)).json).toEqual({ error: { code: 'not-signed-in', message: expect.any(String) } })
  })
})
