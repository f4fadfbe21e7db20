import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** A Host header without anything that could end the directive it is put into. */
const SAFE_HOST = /^[a-z0-9.:[\]-]{1,255}$/i

/**
 * What pages of this server may do. Workshops run over plain http on the local network, so nothing here upgrades to https or
 * needs a secure context: browsers would warn about such headers at every load.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // tldraw positions shapes with style attributes.
        'style-src': ["'self'", "'unsafe-inline'"],
        // Icons are inlined as data:, images being pasted or exported are blob:.
        'img-src': ["'self'", 'data:', 'blob:'],
        'media-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        // Exports read the images and fonts that they embed; older Safari does not take 'self' for ws:.
        'connect-src': [
          "'self'",
          'data:',
          'blob:',
          ({ headers: { host } }) => (host !== undefined && SAFE_HOST.test(host) ? `ws://${host} wss://${host}` : "'self'"),
        ],
        'worker-src': ["'self'", 'blob:'],
        'frame-src': ["'none'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    crossOriginEmbedderPolicy: false,
    originAgentCluster: false,
  })
}
