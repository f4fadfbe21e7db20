/**
 * Raised when an older client would misread or damage a board. Our client sends it as `?v=` on `/sync/<boardId>`; the server closes
 * a socket of another version with 4426, and the page asks to be reloaded. A stock provider sends none and is welcome.
 */
export const PROTOCOL_VERSION = 1
